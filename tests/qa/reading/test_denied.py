"""What a sentence says is not so."""

import pytest

from qa.questions.question import understand
from qa.reading.denied import denied_in


def denied(question: str, sentence: str) -> list[str]:
    return [span.of(sentence) for span in denied_in(understand(question), sentence)]


@pytest.mark.parametrize(
    ("question", "sentence", "stretches"),
    [
        (
            "Where does the line end?",
            "The line does not end in Ash any more but in Elm.",
            ["not end in Ash any more"],
        ),
        ("Where was it shot?", "It was shot not in Ghent but in Kortrijk.", ["not in Ghent"]),
        ("Where was she born?", "She was born in Ash, and not in Elm as they say.", ["not in Elm"]),
        ("When is it out?", "It won’t appear this May, but in June.", ["won’t appear this May"]),
        ("Who won?", "They cannot name Bo Birk, who lost; Ann Ash won.", ["cannot name Bo Birk"]),
        ("How many came?", "It was not 40 but 50.", ["not 40"]),
        (
            "What did she die of?",
            "She did not die of flu or a weak heart.",
            ["not die of flu or a weak heart"],
        ),
        (
            "Who gave it?",
            "It came from a circus, not from any merchant.",
            ["not from any merchant"],
        ),
        ("Who sang?", "Ann Ash rather than Bo Birk sang.", ["rather than Bo Birk sang"]),
        ("What did she die of?", "She did not die of a weak heart.", ["not die of a weak heart"]),
    ],
)
def test_what_is_not_so_reaches_to_the_end_of_its_clause(question, sentence, stretches):
    assert denied(question, sentence) == stretches


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Where was it seen?", "It was seen not only in Ash."),
        ("When did it open?", "It opened not before 1999."),
        ("How many died?", "They could not save 12 people."),
        ("What will become of the lease?", "The lease will not be renewed."),
        ("Where is Ash?", "It should not be confused with Ash in Kent."),
    ],
)
def test_what_only_sounds_so_is_no_denial(question, sentence):
    assert denied(question, sentence) == []


@pytest.mark.parametrize(
    "question",
    [
        "Is the mill in Ash?",
        "Where did she not live?",
        "When is the mill closed?",
        "Who was it made for instead?",
        "Why did it close?",
        "What did Bo Birk say?",
    ],
)
def test_some_questions_ask_for_what_is_not_so(question):
    assert denied(question, "It is not in Ash.") == []


def test_stretches_that_meet_are_one():
    said = "It is not in Ash, and not in Elm rather than Oak."
    assert denied("Where is it?", said) == ["not in Ash", "not in Elm rather than Oak"]
