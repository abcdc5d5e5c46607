"""Whose word a question asks for, and who is only named in it."""

import pytest

from index.attribution import attributed
from index.publishers import Publishers

KNOWN = Publishers(["The Post - Travel", "Bloomberg", "Ferry News", "Fortune", "The Guardian"])


def sources(text: str) -> list[list[str]]:
    return [
        [text[mention.start : mention.end] for mention in group]
        for group in attributed(text, KNOWN)
    ]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("According to Bloomberg, when does the share end?", "Bloomberg"),
        ("When does the share end, according to the Post?", "the Post"),
        ("When does the share end as reported by 'Ferry News'?", "Ferry News"),
        ("As Bloomberg reported, who pays?", "Bloomberg"),
        ("Who pays, as per an article in Fortune?", "Fortune"),
        ("What does Bloomberg say about the dam?", "Bloomberg"),
        ("Has the Guardian also written about the dam?", "the Guardian"),
        ("How did “Ferry News” describe the dam?", "Ferry News"),
        ("In Bloomberg's long interview, who pays?", "Bloomberg"),
        ("What is in the Fortune story on the dam?", "the Fortune"),
        ("Who is described as a crook by Fortune?", "Fortune"),
        ("Who was fired, says Bloomberg?", "Bloomberg"),
        ("Bloomberg: who pays?", "Bloomberg"),
        ("Fortune on the dam", "Fortune"),
        ("What is the news from Bloomberg?", "Bloomberg"),
        ("When does it end, according to Bloomberg, before the deal?", "Bloomberg"),
        ("Has Bloomberg not said who pays?", "Bloomberg"),
        ("Did Ferry News sue the council, according to the Guardian?", "the Guardian"),
    ],
)  # fmt: skip
def test_one_whose_word_is_asked_for_is_a_source(question, named):
    assert sources(question) == [[named]]


@pytest.mark.parametrize(
    "question",
    [
        "Who owns Bloomberg?",
        "Who edits Fortune?",
        "Did Bloomberg buy Ferry News?",
        "Did Fortune 500 companies report losses?",
        "Was the council sued by Bloomberg?",
        "Who did Holm tell Bloomberg he would sue?",
        "Why does Ferry News employ so few?",
        "Who won, according to the police?",
        "What does the guardian of the bridge say?",
    ],
)
def test_one_that_is_only_named_is_none(question):
    assert sources(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "Does anyone besides Bloomberg report it?",
        "What do papers other than the Guardian say about what Bloomberg reported?",
        "Do other newspapers agree with Bloomberg's report?",
        "Is the Bloomberg article consistent with the news?",
        "What did Bloomberg report that contradicts the mayor?",
        "Was the claim repeated in a later article than Bloomberg's report?",
        "Who owns the company that, according to Bloomberg, bought the dam?",
        "Which dam, as reported by Bloomberg, was in a region hailed by Fortune?",
        "Did the Guardian sound the alarm before Bloomberg reported on the dam?",
    ],
)
def test_where_the_word_of_others_may_count_there_is_no_source(question):
    assert sources(question) == []


def test_those_that_are_held_against_each_other_are_all_sources():
    assert sources(
        "Does the Bloomberg article say that it held, while the report by Fortune and Ferry News "
        "contradicts that?"
    ) == [["the Bloomberg"], ["Fortune", "Ferry News"]]


def test_a_pasted_page_is_looked_through_in_a_moment():
    page = "reported by the dam in the coverage of articles in " * 40 + "Bloomberg said"
    assert sources(page) == [["Bloomberg"]]
