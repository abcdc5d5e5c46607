"""What a question asks for."""

import pytest

from qa.questions.question import understand, without_preamble


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When does the toll end?", "date"),
        ("Since when have they been partners?", "date"),
        ("In which year was the bridge built?", "date"),
        ("According to the Herald, when did the river burst its banks?", "date"),
        ("How many people died?", "count"),
        ("What is the population of the valley?", "count"),
        ("What is the birth date of Ann Ash?", "date"),
        ("What is the hottest year on record?", "date"),
        ("What leap year comes next?", "date"),
        ("total number of mills in Turin", "count"),
        ("What is the median household income in Turin?", "money"),
        ("How much did the bridge cost?", "money"),
        ("What did the old bridge at Turin cost?", "money"),
        ("What was the fine, in dollars?", "money"),
        ("What percentage of homes was lost?", "percent"),
        ("What stake does the fund hold?", "percent"),
        ("How long did the repairs take?", "duration"),
        ("How tall is the bridge?", "count"),
        ("What is the height of the bridge?", "count"),
        ("Who built the bridge?", "name"),
        ("Which company owns the dam?", "name"),
        ("Where is the dam?", "name"),
        ("Is the bridge closed?", "yes_no"),
        ("Didn’t the dam hold?", "yes_no"),
        ("And is it open again?", "yes_no"),
        ("Why did the dam break?", "text"),
        ("toll", "text"),
    ],
)
def test_the_kind_of_answer_asked_for(question, kind):
    assert understand(question).kinds[0] == kind


def test_terms_are_what_it_is_about_and_names_have_capitals():
    question = understand("When did the Herald report that 12 people died in Bonn?")
    assert question.names == {"herald", "12", "bonn"}
    assert {"herald", "peopl", "die", "bonn"} <= question.terms
    assert "when" not in question.terms


def test_the_capital_that_opens_a_question_makes_no_name():
    assert understand("Floods closed which road?").names == set()


def test_a_question_of_asking_words_alone_keeps_them():
    assert understand("What happened?").terms == {"happen"}


def test_acronyms_are_kept_apart():
    assert understand("Is OpenAI planning an IPO, or is UK law in the way?").acronyms == {"ipo"}


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Where is the dam?", True),
        ("In which German state is the dam?", True),
        ("What is the birthplace of Ann Ash?", True),
        ("Who is the secretary of state?", False),
    ],
)
def test_whether_a_place_is_asked_for(question, place):
    assert understand(question).wants_place is place


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the population of Turin?", True),
        ("How many people live in Turin?", True),
        ("What is the population density of Turin?", False),
        ("How many people died?", False),
        ("Why does the population fall?", False),
    ],
)
def test_whether_a_population_is_asked_for(question, expected):
    assert understand(question).wants_population is expected


def test_whether_a_year_is_enough():
    assert understand("In which year did it open?").wants_year
    assert understand("In what month did it open?").wants_year
    assert not understand("When did it open? This year?").wants_year


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ash (b. 1901) is a director. Was Ash born in Turin?", "Was Ash born in Turin?"),
        ("It is a mill. In which year was Mill 98 built?", "In which year was Mill 98 built?"),
        ("Ann Ash is a director. Was she born in Turin?", None),
        ("Ann Ash is a director. Was she born there?", None),
        ("Do Vega and X Corp. have the same owner?", None),
        ("Who is Ann Ash?", None),
    ],
)
def test_what_stands_before_a_question_that_names_something_is_left_out(text, asked):
    assert without_preamble(text) == (asked or text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who is the current mayor?", True),
        ("When is this year's fair?", True),
        ("How many mills are there?", True),
        ("How many mills were there?", False),
        ("How many mills in the United States?", True),
        ("What percentage of mills use steam?", True),
        ("How many mills burned in Arden?", False),
        ("How many mills has she built?", True),
        ("How many mills won a prize?", False),
        ("What is the tallest tower in Arden?", True),
        ("Who holds the record for the mile?", True),
        ("What was the tallest tower in Arden?", False),
        ("Who is the father of the mayor?", False),
        ("How old is Ann Ash?", True),
        ("How old was Ann Ash when she won?", False),
    ],
)
def test_what_is_asked_of_now(text, expected):
    assert understand(text).is_of_now == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How many new homes in Arden are there?", "homes"),
        ("What is the number of seats of the hall?", "seats"),
        ("What is the number of planets found by the probe?", "planets"),
        ("How many people live in Arden?", "people"),
        ("How many homes burned?", "homes"),
        ("How many mills work in Arden?", "mills"),
        ("How many gold rings were lost?", "rings"),
        ("How many of the 12 were hurt?", None),
        ("How many 12 were hurt?", None),
        ("How much is it?", None),
        ("How many people work there?", "people"),
    ],
)
def test_the_noun_whose_number_is_asked_for(text, expected):
    assert understand(text).counted == expected


def test_what_the_counted_lie_in_is_counted_beside():
    asked = understand("How many homes are there in the six towns?")
    assert asked.counts_beside("town")
    assert not asked.counts_beside("home")
    assert not understand("How many towns in the six towns?").counts_beside("town")
    assert not understand("How many people were survivors?").counts_beside("survivor")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What is the price of a day ticket?", "money"),
        ("What is the Vega rent share end date?", "date"),
        ("What was the death toll in the fire?", "count"),
        ("What is the Arden number of schools?", "count"),
        ("What is the rate for a loan?", "percent"),
        ("What is the motto of the school?", "text"),
    ],
)
def test_the_noun_that_is_asked_for_says_what_may_answer(text, kind):
    assert understand(text).kinds[0] == kind


def test_a_country_has_one_name():
    assert understand("Who leads the U.S. team?").names == {"usa"}
    assert understand("Who leads the United States team?").names == {"usa"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What did the company announce?", "text"),
        ("What happened to the school?", "text"),
        ("What kind of school is it?", "text"),
        ("Which school won?", "name"),
        ("Which of the companies won?", "name"),
        ("What is the largest city?", "name"),
        ("Which shipyard built it?", "name"),
        ("What is the capacity of the hall?", "count"),
    ],
)
def test_what_somebody_did_asks_for_nobody(text, kind):
    assert understand(text).kinds[0] == kind
