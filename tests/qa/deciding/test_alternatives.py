"""Questions that offer a choice, taken apart."""

import pytest

from qa.deciding.alternatives import offer, to_ask
from qa.questions.conjuncts import conjuncts


@pytest.mark.parametrize(
    ("question", "asked", "offered"),
    [
        ("Did the mill shut in 1987 or 1991?", "When did the mill shut?", ["1987", "1991"]),
        ("Did the mill shut in 1987 or in 1991?", "When did the mill shut?", ["1987", "1991"]),
        ("Did it open on 3 May or 6 May?", "When did it open?", ["3 May", "6 May"]),
        (
            "Will Ash pay Birk until 2030 or 2032?",
            "Until when will Ash pay Birk?",
            ["2030", "2032"],
        ),
        ("Did it open in April or May 2019?", "When did it open?", ["April", "May 2019"]),
        ("Was it shut in 1987, 1989 or 1991?", "When was it shut?", ["1987", "1989", "1991"]),
        (
            "Were 212 or 187 passengers on board?",
            "How many passengers were on board?",
            ["212 passengers", "187 passengers"],
        ),
        (
            "Were twelve or 19 hikers rescued?",
            "How many hikers were rescued?",
            ["twelve hikers", "19 hikers"],
        ),
        (
            "Does Ash own 27 or 49 percent of Bell Corp?",
            "What percentage of Bell Corp does Ash own?",
            ["27 percent", "49 percent"],
        ),
        ("Did it sail at 5.40 or at noon?", "At what time did it sail?", ["5.40", "noon"]),
        ("Did it cost $3 million or $4 million?", "How much did it cost?", None),
        ("Was he jailed for six or eight years?", "How long was he jailed?", None),
    ],
)
def test_where_values_are_offered_the_value_is_asked_for(question, asked, offered):
    found = offer(question)
    assert (found.kind, found.asked) == ("value", asked)
    if offered:
        assert [one.text for one in found.alternatives] == offered


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Were 11 people hurt in the crash or 14?", "Were 11 or 14 people hurt in the crash?"),
        ("Did two people die in Ash, or one?", "Did one or two people die in Ash?"),
        ("Did the mill shut in 1987 or 1991?", "Did the mill shut in 1987 or 1991?"),
        ("Did 11 people come in 1987 or 1991?", "Did 11 people come in 1987 or 1991?"),
    ],
)
def test_a_number_at_the_end_is_offered_beside_the_other_one(question, asked):
    assert to_ask(question) == asked


def test_each_value_is_asked_for_alone_with_the_unit_of_the_last():
    found = offer("Were 212 or 187 passengers on board?")
    assert [one.question for one in found.alternatives] == [
        "Were 212 passengers on board?",
        "Were 187 passengers on board?",
    ]


@pytest.mark.parametrize(
    ("question", "asked", "offered"),
    [
        ("Did Ash or Birk buy the Post?", "Who bought the Post?", ["Ash", "Birk"]),
        ("Does Ash or Birk own the Post?", "Who owns the Post?", ["Ash", "Birk"]),
        ("Did the Post or the Herald buy it?", "Who bought it?", ["Post", "Herald"]),
        ("Will Oslo or Turin host it?", "Who will host it?", ["Oslo", "Turin"]),
        ("Is the seat in Paris or in London?", "Where is the seat?", ["Paris", "London"]),
        ("Did Ash, Bell or Cole win the vote?", "Who won the vote?", ["Ash", "Bell", "Cole"]),
    ],
)
def test_where_names_are_offered_the_name_is_asked_for(question, asked, offered):
    found = offer(question)
    assert (found.kind, found.asked) == ("name", asked)
    assert [one.text for one in found.alternatives] == offered


def test_each_name_is_asked_for_alone_with_what_leads_to_it():
    found = offer("Did the acid run into the Ansty or the Marl?")
    assert [one.question for one in found.alternatives] == [
        "Did the acid run into the Ansty?",
        "Did the acid run into the Marl?",
    ]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "Is the rival open or closed today?",
            ["Is the rival open today?", "Is the rival closed today?"],
        ),
        (
            "Did a fire or a flood destroy the mill?",
            ["Did a fire destroy the mill?", "Did a flood destroy the mill?"],
        ),
        (
            "Is he alive or did he die in 2010?",
            ["Is he alive?", "Did he die in 2010?"],
        ),
    ],
)
def test_of_other_words_each_is_asked_for_alone(question, asked):
    found = offer(question)
    assert (found.kind, found.asked) == ("words", question)
    assert [one.question for one in found.alternatives] == asked


def test_a_question_of_its_own_is_told_as_a_statement():
    found = offer("Is Ash alive or did he die in 2010?")
    assert [one.text for one in found.alternatives] == ["Ash is alive", "He died in 2010"]


@pytest.mark.parametrize(
    "question",
    [
        "Did the fire kill or injure anyone?",
        "Is it two metres or more?",
        "Who won, Ash or Birk?",
        "Did Ash or Birk win or lose?",
        "Is it open?",
        "Did the talks end with an agreement or without one?",
    ],
)
def test_what_offers_no_choice_or_several_offers_none(question):
    assert offer(question) is None


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Is the bridge open or not?", "Is the bridge open?"),
        ("Is the bridge open, or not?", "Is the bridge open?"),
        ("Is the bridge open or not used?", "Is the bridge open or not used?"),
    ],
)
def test_or_not_is_left_out(question, asked):
    assert to_ask(question) == asked


@pytest.mark.parametrize(
    ("auxiliary", "left", "right", "expected"),
    [
        ("did", "shares fall", "rise yesterday", (1, 1)),
        ("did", "shares rise", "fall sharply on Monday", (1, 1)),
        ("did", "exports go up", "down in May", (1, 1)),
        ("did", "the firm raise prices", "cut jobs in May", (2, 2)),
        ("was", "the lynx caught alive", "shot dead", (2, 2)),
        ("did", "a fire", "a flood destroy the mill", (2, 2)),
        ("was", "it a town", "a large old village", (2, 4)),
        ("was", "the match called off because of fog", "because of snow", (3, 3)),
        ("did", "Ash", "his brother win", None),
        ("is", "it found in", "near Birch", None),
        ("is", "it", "", None),
    ],
)
def test_how_many_words_are_offered(auxiliary, left, right, expected):
    assert conjuncts(auxiliary, left.split(), right.split()) == expected


@pytest.mark.parametrize(
    ("question", "place", "answer", "named"),
    [
        ("Were 212 or 187 passengers on board?", 0, "212 people", True),
        ("Were 212 or 187 passengers on board?", 0, "more than 200", True),
        ("Did it lose 12 or 19 hives?", 0, "12 colonies", True),
        ("Did it lose 12 or 19 hives?", 1, "12 colonies", False),
        ("Were 212 or 187 passengers on board?", 0, "187 people", False),
        ("Did it shut in 1987 or 1991?", 0, "May 1987", True),
        ("Did it weigh 640 kilograms or 1.1 tonnes?", 1, "1,100 kilograms", True),
        ("Did Ann Ash or Bo Birk win?", 1, "Birk", True),
        ("Did Ann Ash or Bo Birk win?", 1, "the pilot Bo Birk", True),
        ("Did Ann Ash or Bo Birk win?", 1, "Ann Ash", False),
        ("Was it sold off or shut down?", 0, "shut", False),
        ("Did it sail at 5.40 or at noon?", 0, "5.40 p.m.", True),
        ("Did it sail at 5.40 or at noon?", 0, "ten past seven", False),
        ("Did it sail at 5.40 or at noon?", 1, "midday", True),
    ],
)
def test_what_an_answer_names(question, place, answer, named):
    assert offer(question).alternatives[place].is_named_by(answer) is named
