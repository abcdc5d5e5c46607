"""Pages on one topic, and which of them answer."""

import random
from pathlib import Path

import pytest

from qa.datasets.topics import Page, Question, parse
from qa.datasets.written import LineError
from qa.training.sets import COVERAGE, FOLDER, SILENT, one_round, topics, whole

SET = """== Harrow Bridge
1 Harrow Bridge || It was opened on 4 May 1931 and is 212 metres long.
2 Gazette, 2019 || The bridge is closed until 2021.
3  || Menu Home Bridges 12 comments
4 Bridges || Harrow Bridge: 1931, 210 m; Ash Bridge: 1940, 90 m
? when did Harrow Bridge open? || 1: 4 May 1931 || 4: 1931 || sides: 1 4
? Who designed Harrow Bridge? || none
"""


def test_a_set_is_read() -> None:
    (topic,) = parse(SET)
    assert topic.name == "Harrow Bridge"
    assert topic.pages[2] == Page("Gazette, 2019", "The bridge is closed until 2021.")
    assert topic.pages[3].title == ""
    assert topic.questions == [
        Question("when did Harrow Bridge open?", {1: "4 May 1931", 4: "1931"}, ((1, 4),)),
        Question("Who designed Harrow Bridge?", {}),
    ]


@pytest.mark.parametrize(
    ("sides", "related", "differs"),
    [
        ("1 2 3", {(1, 2): "same", (3, 1): "same"}, False),
        ("1 / 2 3", {(1, 2): "differ", (3, 1): "differ", (2, 3): "same"}, True),
        ("1 ~ 2 ~ 3", {(1, 2): "both", (1, 3): "both"}, False),
        ("2 / 1 ~ 3", {(1, 2): "differ", (1, 3): "both", (3, 2): None}, True),
    ],
)
def test_sides_tell_how_two_pages_stand_to_each_other(
    sides: str, related: dict[tuple[int, int], str | None], differs: bool
) -> None:
    pages = "".join(f"{number} || It has {number} rooms.\n" for number in (1, 2, 3))
    answers = " || ".join(f"{number}: {number} rooms" for number in (1, 2, 3))
    (topic,) = parse(f"== Inn\n{pages}? How many rooms? || {answers} || sides: {sides}")
    (question,) = topic.questions
    assert {pair: question.relation(*pair) for pair in related} == related
    assert question.relation(1, 7) is None
    assert question.differs == differs


def test_every_page_is_asked_and_only_what_answers_has_an_answer() -> None:
    asked = whole(parse(SET))
    assert len(asked) == 8
    assert [one.answer and one.answer.of(one.passage) for one in asked] == [
        *("4 May 1931", None, None, "1931"),
        *(None, None, None, None),
    ]
    assert asked[1].title == "Gazette, 2019"


def test_a_round_has_as_many_that_are_silent_as_are_written_down() -> None:
    rounds = [one_round(parse(SET), random.Random(seed)) for seed in range(30)]
    for drawn in rounds:
        answered = [one for one in drawn if one.answer]
        assert {one.answer.of(one.passage) for one in answered} == {"4 May 1931", "1931"}
        assert len(drawn) - len(answered) == 2 * SILENT
    silent = {one.passage for drawn in rounds for one in drawn if not one.answer}
    assert len(silent) == 4  # Each page is silent on one of both questions.


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("1 A || It is.", "not understood: '1 A"),
        ("== T\n1 A It is.", "not understood: '1 A It is.'"),
        ("== T\n1 A || It is.\n? What?", "not understood: '. What.'"),
        ("== T\n1 A || It is.\n? What? || one: It", "not understood: '. What"),
        ("== T\n1 A || It is.\n? What? || 1: they", "not in page 1: 'they'"),
        ("== T\n1 A || It is.\n? What? || 2: It", "not in page 2: 'It'"),
        ("== T\n1 A || It is.\n? What? || 1: It || sides: 1 2", "not the pages .*: '1 2'"),
    ],
)
def test_what_is_not_understood_is_named(wrong: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(wrong, encoding="utf-8")
    with pytest.raises(LineError, match=rf"^bad\.txt: {message}"):
        topics(tmp_path)


def test_the_files_that_are_shipped() -> None:
    found = topics(FOLDER)
    assert len({topic.name for topic in found}) == len(found)
    assert 0.05 < sum(topic.held_out for topic in found) / len(found) < 0.15
    asked = whole(found)
    assert 0.15 < sum(one.answer is not None for one in asked) / len(asked) < 0.4
    several = [q for topic in found for q in topic.questions if len(q.answers) > 1]
    assert all(question.sides for question in several)
    assert 0.6 < sum(question.differs for question in several) / len(several) < 0.8


def test_reports_of_one_story_are_as_long_as_what_a_search_finds() -> None:
    found = topics(COVERAGE)
    names = [topic.name for topic in [*found, *topics(FOLDER)]]
    assert len(set(names)) == len(names)
    words = [len(page.text.split()) for topic in found for page in topic.pages.values()]
    assert all(len(topic.pages) == 8 for topic in found)
    assert 110 < sum(words) / len(words) < 190
    asked = whole(found)
    assert 0.15 < sum(one.answer is not None for one in asked) / len(asked) < 0.3
    assert sum(question.differs for topic in found for question in topic.questions) > 1000
