"""An answer is of the kind that is asked for: a time tells when, a number how many."""

import pytest

from qa.answers.fitting import of_the_kind
from qa.questions.question import understand
from tests.qa.newsroom import reading_in


def kept(question: str, sentence: str, answer: str) -> bool:
    found = [reading_in(sentence, answer)]
    return of_the_kind(understand(question), found) == found


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("It opened in 1990.", "1990"),
        ("It opened on Monday.", "Monday"),
        ("It opened when the mayor came.", "the mayor came"),
        ("It opened shortly before Lent.", "Lent"),
        ("It opened two weeks ago.", "two weeks ago"),
        ("It opened on 21 May.", "21"),
        ("It opened two weeks later than planned.", "two weeks"),
    ],
)
def test_what_tells_a_time_may_answer_when(sentence, answer):
    assert kept("When did the bridge open?", sentence, answer)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("It opened in Arden.", "Arden"),
        ("Sign Me Up", "Sign Me Up"),
        ("It opened.", "opened"),
        ("It had 12 visits.", "12 visits"),
        ("It opened to a crowd of 21 on that day.", "21"),
        ("With ten months' delay it opened.", "ten months"),
        ("It opened ten months late.", "ten months"),
        ("It is three months behind schedule.", "three months"),
    ],
)
def test_what_tells_no_time_is_no_answer_to_when(sentence, answer):
    assert not kept("When did the bridge open?", sentence, answer)


@pytest.mark.parametrize(
    ("question", "sentence", "answer", "fits"),
    [
        ("How many drowned?", "Some 12 drowned.", "12", True),
        ("How many drowned?", "Dozens drowned.", "Dozens", True),
        ("How many children has she?", "She has no children.", "no", True),
        ("How many drowned?", "Sheep drowned.", "Sheep", False),
        ("How much did it cost?", "It cost €3m.", "€3m", True),
        ("How much did it cost?", "It cost them dear.", "dear", False),
        ("How long did it take?", "It took Acme.", "Acme", False),
        ("How many drowned?", "They drowned in 1990.", "1990", False),
        ("How many homes are there in the towns?", "There are two towns.", "two towns", False),
        ("How many homes are there in the towns?", "There are 12 homes.", "12 homes", True),
    ],
)
def test_a_number_answers_how_much_and_how_many(question, sentence, answer, fits):
    assert kept(question, sentence, answer) is fits


@pytest.mark.parametrize("question", ["Who opened it?", "When and where did it open?", "Why?"])
def test_other_questions_take_what_they_are_given(question):
    assert kept(question, "It opened in Arden.", "Arden")


def test_whoever_is_named_goes_before_those_who_are_not():
    named = reading_in("It was opened by Ann Ash.", "Ann Ash")
    nobody = reading_in("It was opened by the new owners.", "the new owners")
    asked = understand("Who opened it?")
    assert of_the_kind(asked, [nobody, named]) == [named]
    assert of_the_kind(asked, [nobody]) == [nobody]
    both = understand("Who opened it and in what year?")
    assert of_the_kind(both, [nobody, named]) == [nobody, named]


def test_a_day_names_nobody():
    ash = reading_in("On Sunday Ann Ash won the race.", "Ann Ash")
    sunday = reading_in("Sunday was a day of races.", "Sunday")
    assert of_the_kind(understand("Who won the race?"), [ash, sunday]) == [ash]


@pytest.mark.parametrize(
    ("sentence", "answer", "fits"),
    [
        ("People also ask: How many arms does a squid have?", "How many", False),
        ("New: Seven arms for your phone?", "Seven", False),
        ("You counted nine arms, didn't you?", "nine", True),
        ("Some 12 of its arms are said to grow again?", "12", True),
        ("It has ten arms. Who would have thought it?", "ten", True),
    ],
)
def test_what_itself_asks_answers_nothing(sentence, answer, fits):
    assert kept("How many arms does a squid have?", sentence, answer) is fits


@pytest.mark.parametrize(
    ("question", "sentence", "answer", "fits"),
    [
        ("How many pupils has the school?", "Its mean grade is 9.8 of 12.", "9.8", False),
        ("How many pupils has the school?", "A lunch is 95 kroner.", "95", False),
        ("How many pupils has the school?", "Lessons take 45 minutes.", "45 minutes", False),
        ("How many pupils has the school?", "Ann Ash, 48, leads it.", "48", False),
        ("How many pupils has the school?", "Ann Ash (48) leads it.", "48", False),
        ("How many pupils has the school?", "Its head, 48, leads it.", "48", False),
        ("How many pupils has the school?", "It has, 48, pupils.", "48 pupils", True),
        ("How many pupils has the school?", "In the school of Ash, 48 learn.", "48", True),
        ("How many pupils has the school?", "There are 1.2 million.", "1.2 million", True),
        ("How many minutes does it take?", "Lessons take 45 minutes.", "45 minutes", True),
        ("How many euros does it take?", "A lunch is 9 euros.", "9 euros", True),
        ("How many pupils has the school?", "Ann and Bo, aged 7 and 8, learn.", "7 and 8", False),
        ("How many died in the 2022 quake?", "2022: 6.4, 63 dead, 9 hurt.", "6.4, 63 dead", True),
    ],
)
def test_a_number_of_something_else_is_no_answer_to_how_many(question, sentence, answer, fits):
    assert kept(question, sentence, answer) is fits


@pytest.mark.parametrize(
    ("question", "sentence", "answer", "fits"),
    [
        ("How fast can it swim?", "Its arms are 4.3 metres long.", "4.3 metres", False),
        ("How fast can it swim?", "It has three hearts.", "three hearts", False),
        ("How fast can it swim?", "It swims at 40 km/h.", "40 km/h", True),
        ("How fast can it swim?", "It swims rather slowly.", "rather slowly", True),
        ("How fast can it swim?", "It swims 60 percent faster.", "60 percent", True),
        ("How heavy is it?", "It is 4.3 metres long.", "4.3 metres", False),
        ("How heavy is it?", "It weighs 263 g.", "263 g", True),
        ("How heavy is it?", "It weighs 4.3.", "4.3", True),
        ("What is the height of it?", "It weighs 4.3 kilograms.", "4.3 kilograms", False),
    ],
)
def test_a_measure_of_another_sort_is_no_answer(question, sentence, answer, fits):
    assert kept(question, sentence, answer) is fits


def test_a_bare_number_measures_where_nothing_surer_does():
    asked = understand("How tall is she?")
    bare, metres = (reading_in(f"She is {told} then.", told) for told in ("28", "1.78 metres"))
    assert of_the_kind(asked, [bare]) == [bare]
    assert of_the_kind(asked, [bare, metres]) == [metres]


@pytest.mark.parametrize(
    ("sentence", "answer", "fits"),
    [
        ("She died of smallpox.", "smallpox", False),
        ("Arden 46.8, Birk 44.1.", "46.8", False),
        ("She died beside the mayor Bo Birk.", "Bo Birk", False),
        ("She died beside chief executive Bo Birk.", "chief executive Bo Birk", False),
        ("She died in the capital Birk.", "Birk", True),
        ("She died in bed.", "bed", True),
        ("She died in the castle of Rauhstein.", "Rauhstein", True),
    ],
)
def test_a_cause_or_a_number_is_no_place(sentence, answer, fits):
    assert kept("Where did the queen die?", sentence, answer) is fits


@pytest.mark.parametrize(
    ("question", "sentence", "answer", "fits"),
    [
        ("How many were killed?", "The crash left 64 people hurt.", "64 people", False),
        ("How many were killed?", "In all 22 were brought down by sledge.", "22", False),
        ("How many were killed?", "It killed at least nine and hurt 64.", "nine", True),
        ("How many were killed?", "It killed nine and hurt 64.", "64", False),
        ("How many were killed?", "Nine were killed and 64 hurt.", "64", False),
        ("How many were hurt?", "Nine were killed and 64 hurt.", "64", True),
        ("How many were killed?", "Nine of 64 hurt passengers died.", "Nine", True),
        ("How many were wounded?", "Eleven were killed and seven wounded.", "seven wounded", True),
        ("How many were killed or hurt?", "It left 64 people hurt.", "64 people", True),
        ("How many were there?", "It left 64 people hurt.", "64 people", True),
        ("How old is Mika Lanner?", "Coach Irena Salk, who is 52, saw her.", "52", False),
        ("How old is Mika Lanner?", "Irena Salk (52) saw her.", "52", False),
        ("How old is Mika Lanner?", "The 52-year-old coach Irena Salk came.", "52", False),
        ("How old is Mika Lanner?", "The 17-year-old Lanner won.", "17", True),
        ("How old is Mika Lanner?", "Lanner, 17, won.", "17", True),
        ("How old is Mika Lanner?", "In Graz the 17-year-old won.", "17", True),
        ("How old is Mika Lanner?", "Lanner was jailed for nine years.", "nine years", False),
        ("How old is the oak?", "Cores give it an age of 620 years.", "620 years", True),
    ],
)
def test_a_number_of_others_is_no_answer(question, sentence, answer, fits):
    assert kept(question, sentence, answer) is fits


@pytest.mark.parametrize(
    ("question", "sentence", "answer", "instead"),
    [
        ("How many died?", "Some 47 fell ill, of whom three died.", "47", "three"),
        ("How many fell ill?", "Some 47 fell ill, of whom three died.", "three", "47"),
        ("How many people died?", "Two of them, aged 71 and 83, have died.", "71 and 83", "Two"),
        ("How many people died?", "It killed 12 people and hurt 64.", "64", "12 people"),
        ("How many people died?", "It killed 12 people and hurt 64.", "12 people", "12 people"),
        ("How many people came?", "It killed 12 people and hurt 64.", "64", "64"),
        ("How many cars fit?", "380 passengers, 45 cars.", "380 passengers", "45 cars"),
        ("How many cars fit?", "45 cars, or 60 cars, or 9 lorries.", "9 lorries", "9 lorries"),
        (
            "How many thieves came?",
            "Four gunmen took five pictures.",
            "five pictures",
            "Four gunmen",
        ),
        (
            "How many died in it?",
            "ASH, Feb 12 - Two people have died and 17 have been infected in an outbreak.",
            "17",
            "Two people",
        ),
    ],
)
def test_the_number_of_a_sentence_that_is_asked_for_is_taken(question, sentence, answer, instead):
    found = of_the_kind(understand(question), [reading_in(sentence, answer)])
    assert [(one.answer, one.span.of(sentence)) for one in found] == [(instead, instead)]


@pytest.mark.parametrize(
    ("surest", "kept"),
    [
        ("9,000 cars", ["9,000 cars", "nine"]),
        ("9,000 vehicles", ["9,000 vehicles", "nine"]),
        ("9,000 people", ["9,000 people", "14 stops", "40 km", "nine"]),
    ],
)
def test_where_one_counts_what_is_asked_numbers_of_other_things_are_left_out(surest, kept):
    said = [
        (f"It has {surest}.", surest),
        ("It has 14 stops.", "14 stops"),
        ("It is 40 km long.", "40 km"),
        ("It has nine.", "nine"),
    ]
    found = of_the_kind(
        understand("How many cars will it take?"), [reading_in(*one) for one in said]
    )
    assert [one.answer for one in found] == kept


def test_numbers_of_other_things_are_kept_where_they_are_read_more_surely():
    said = [
        reading_in("It has 42 patients.", "42 patients", probability=0.9),
        reading_in("All 40 inpatients left.", "40 inpatients", probability=0.95),
        reading_in("It has 14 beds.", "14 beds", probability=0.85),
    ]
    found = of_the_kind(understand("How many patients left the ward?"), said)
    assert [one.answer for one in found] == ["42 patients", "40 inpatients"]


@pytest.mark.parametrize(
    ("question", "sentence", "answer", "fits"),
    [
        ("Why did he go?", "He goes on 30 June.", "30 June", False),
        ("Why did he go?", "He goes, as he is 65.", "as he is 65", True),
        ("How will the town pay?", "It is $38.50 a share.", "$38.50", False),
        ("How fast was the ship going?", "It sank at 9:40 p.m. that day.", "9:40 p.m", False),
        ("How fast was the ship going?", "It went at 16.4 knots.", "16.4 knots", True),
        ("Who bought it?", "By Tom Ash, Business Reporter", "Tom Ash", False),
        ("Who wrote it?", "By Tom Ash, Business Reporter", "Tom Ash", True),
        ("Who bought it?", "By then Tom Ash had bought it.", "Tom Ash", True),
        ("Who was the judge in the Ash case?", "Dana Ash was tried by Bo Birk.", "Dana Ash", False),
        ("Who was the judge in the Ash case?", "Dana Ash was tried by Bo Birk.", "Bo Birk", True),
    ],
)
def test_a_value_is_no_reason_and_a_byline_names_nobody_asked_for(question, sentence, answer, fits):
    assert kept(question, sentence, answer) is fits


def test_where_no_number_is_of_those_asked_about_none_is_taken():
    assert not kept("How many people died?", "Some 47 fell ill and nine were hurt.", "47")


def test_how_long_asks_for_a_length_where_the_surest_answer_is_one():
    asked = understand("How long is the tunnel?")
    length = reading_in("It is 11 kilometres long.", "11 kilometres")
    years = reading_in("They dug for four years.", "four years")
    unsure = length.model_copy(update={"probability": years.probability / 2})
    sure = length.model_copy(update={"probability": min(1, years.probability + 0.05)})
    assert of_the_kind(asked, [sure, years]) == [sure]
    assert of_the_kind(asked, [unsure, years]) == [unsure, years]
    assert of_the_kind(understand("How long did they dig?"), [sure, years]) == [sure, years]
