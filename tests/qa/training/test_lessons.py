"""What is drawn from paragraphs with questions in one round."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from qa.training.examples import Asked
from qa.training.lessons import NEIGHBOURS, RENAMED, SILENT, Course, one_round, prepare
from tests.qa.training.town import PARAGRAPHS, PEOPLE

ANSWERS = {q.text: q.answers for p in PARAGRAPHS for q in p.questions}
TYPED = {text.casefold().rstrip("?"): given for text, given in ANSWERS.items()}
ANSWERED = 60  # of the 90 questions


@pytest.fixture(scope="module")
def course() -> Course:
    return prepare(PARAGRAPHS, random.Random(0))


@pytest.fixture(scope="module")
def drawn(course) -> list[Asked]:
    return [asked for seed in range(20) for asked in one_round(course, random.Random(seed))]


def test_an_answer_is_always_the_words_that_people_gave(drawn):
    answers = {answer for given in ANSWERS.values() for answer in given}
    found = [one.answer.of(one.passage) for one in drawn if one.answer]
    assert set(found) == answers
    asked = [one for one in drawn if one.kind == "asked" and one.answer]
    for one in asked:
        assert one.answer.of(one.passage) in given(one)


def test_only_what_was_asked_or_renamed_is_answered(drawn):
    assert {one.kind for one in drawn if one.answer} == {"asked", "renamed"}
    assert {one.kind for one in drawn if one.answer is None} == {
        *("asked", "other name", "other passage", "opposite", "denied"),
        *("sentence gone", "other paragraph"),
    }


def test_every_question_is_drawn_once_and_those_without_an_answer_twice(course):
    counted = Counter(bool(one.answer) for one in one_round(course, random.Random(3)))
    asked = [one for one in one_round(course, random.Random(3)) if one.kind == "asked"]
    assert counted[True] == ANSWERED
    assert sum(one.answer is None for one in asked) == 2 * 30


def test_the_shares_are_those_that_are_written_down(drawn):
    answered = [one for one in drawn if one.answer]
    silent = [one for one in drawn if not one.answer and one.kind != "asked"]
    assert len(silent) / len(answered) == pytest.approx(SILENT, abs=0.05)
    renamed = sum(one.kind == "renamed" for one in answered) / len(answered)
    assert renamed == pytest.approx(RENAMED, abs=0.03)
    small = sum(one.question[0].islower() for one in drawn) / len(drawn)
    assert small == pytest.approx(0.1, abs=0.03)


def test_a_passage_that_was_cut_keeps_whole_sentences_and_the_answer(drawn):
    whole = {p.text: p for p in PARAGRAPHS}
    cut = [one for one in drawn if one.kind == "asked" and one.answer and one.passage not in whole]
    assert len(cut) > 100
    for one in cut:
        home = next(p for p in PARAGRAPHS if one.passage in p.text)
        start = home.text.index(one.passage)
        assert start in {s.start for s in home.sentences}
        assert start + len(one.passage) in {s.end for s in home.sentences}


def test_another_paragraph_never_holds_the_answer(drawn):
    elsewhere = [one for one in drawn if one.kind == "other paragraph"]
    assert len(elsewhere) > 20
    for one in elsewhere:
        assert not any(answer in one.passage for answer in given(one))


def test_neighbours_are_the_most_similar_others(course):
    assert len(course.neighbours) == 90
    for (place, number), others in course.neighbours.items():
        assert place not in others
        assert NEIGHBOURS <= len(others) <= NEIGHBOURS + 1
        if number == 0:  # "... at Arden in 1900?": the other paragraphs about Arden are nearest.
            title = course.paragraphs[place].title
            same = [i for i, p in enumerate(PARAGRAPHS) if p.title == title and i != place]
            assert set(same) <= set(others)


def test_neighbours_are_of_the_same_source():
    others = [replace(p, source="elsewhere") for p in PARAGRAPHS[15:]]
    course = prepare([*PARAGRAPHS[:15], *others], random.Random(0))
    for (place, _), found in course.neighbours.items():
        assert all((place < 15) == (other < 15) for other in found)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_few_paragraphs_are_enough(count):
    course = prepare(PARAGRAPHS[:count], random.Random(0))
    assert {len(others) for others in course.neighbours.values()} == {count - 1}
    assert len([one for one in one_round(course, random.Random(0)) if one.answer]) == 2 * count


def test_names_to_put_in_are_those_of_the_paragraphs(course):
    assert set(PEOPLE) <= set(course.names)


def test_a_round_is_of_its_seed(course):
    assert one_round(course, random.Random(5)) == one_round(course, random.Random(5))
    assert one_round(course, random.Random(5)) != one_round(course, random.Random(6))


def given(asked: Asked) -> tuple[str, ...]:
    return TYPED[asked.question.casefold().rstrip("?")]


def test_of_some_sources_a_share_is_drawn():
    course = prepare(PARAGRAPHS, random.Random(0))
    whole = one_round(course, random.Random(0))
    half = one_round(course, random.Random(0), shares={"towns": 0.5})
    assert len(half) == pytest.approx(0.5 * len(whole), rel=0.25)
    assert one_round(course, random.Random(0), shares={"elsewhere": 0.5}) == whole
