"""Stories -> short articles with questions."""

import os
import random
import subprocess
import sys

from qa.training.examples import Asked
from qa.training.story import parse
from qa.training.told import BETWEEN_ROWS, gaps, questions
from tests.qa.training.match import STORY

(PAGE,) = parse(
    """# player
NAME: Ann Ash | Bo Birk | Cy Cole
GOALS: count 3 40
CLUB: Harriers | Rovers | United
title: {NAME}

- Goals: {GOALS}
- {GOALS} goals
? How many goals has {NAME} scored? = GOALS
~ Matches: 212

- club | {CLUB}
- plays for {CLUB}
? Which club does {NAME} play for? = CLUB
~ coached by | Dee Dorn

+ v t e Squads
""",
    page=True,
)


CLUBS = ("Harriers", "Rovers", "United")


def rounds(number: int = 80) -> list[Asked]:
    return [one for seed in range(number) for one in questions([STORY], random.Random(seed))]


def test_an_answer_is_what_the_telling_was_filled_with() -> None:
    answered = [one for one in rounds() if one.answer]
    for one in answered:
        assert one.answer
        said = one.answer.of(one.passage)
        before, after = one.passage[: one.answer.start], one.passage[one.answer.end :]
        tells = after.startswith((" scored", "'s", " had brought")) or before.endswith("came from ")
        assert tells, one
        assert said[0].isupper(), one
    assert len(answered) == 160


def test_only_a_telling_of_what_is_asked_is_an_answer() -> None:
    for one in rounds():
        if one.answer:
            after = one.passage[one.answer.end :]
            asked_for_winner = "winning" in one.question
            assert asked_for_winner == after.startswith((" scored", "'s")), one


def test_what_nearly_tells_it_is_no_answer() -> None:
    silent = [one for one in rounds() if one.kind == "stories, near"]
    for one in silent:
        told = ("scored", "decisive") if "winning" in one.question else ("level", "equaliser")
        assert not any(word in one.passage for word in told), one
    of_winner = [one for one in silent if "winning" in one.question]
    assert any("came close" in one.passage for one in of_winner)
    assert not any("was booked" in one.passage for one in of_winner)  # It names the winner.


def test_a_telling_of_another_club_is_no_answer() -> None:
    elsewhere = [one for one in rounds() if one.kind == "stories, of another"]
    assert len(elsewhere) > 10
    for one in elsewhere:
        asked = next(name for name in ("Ashford", "Belmont", "Carlow") if name in one.question)
        assert asked not in f"{one.title} {one.passage}"
        assert any(
            name in f"{one.title} {one.passage}" for name in ("Ashford", "Belmont", "Carlow")
        )


def test_questions_are_drawn_anew() -> None:
    assert len({one.passage for one in rounds(20)}) > 60
    assert rounds(3) == rounds(3)


def test_a_gap_in_one_telling_is_filled_by_another_telling() -> None:
    found = [one for seed in range(120) for one in gaps([STORY], random.Random(seed))]
    tellings = {
        "Who scored the winner for": "The decisive goal",
        "The decisive goal for": "scored the winner",
        "Who had brought": "The equaliser",
        "The equaliser for": "had brought",
    }
    begun = set()
    for one in found:
        begin = next(begin for begin in tellings if one.question.startswith(begin))
        if one.answer:
            begun.add(begin)
            assert tellings[begin] in one.passage, one
            assert one.answer.of(one.passage)[0].isupper(), one
        elif one.kind == "stories, near":
            assert tellings[begin] not in one.passage, one
    assert begun == set(tellings)
    assert {one.answer is None for one in found} == {True, False}


def test_what_is_counted_stays_in_the_question() -> None:
    (story,) = parse(
        """# blaze
HURT: count 3 40
title: Blaze

- The blaze hurt {HURT} people.
- In the blaze {HURT} people were injured.
? How many people were injured in the blaze? = HURT
~ Nobody was to blame.

+ It rained.
"""
    )
    asked = {one.question for n in range(60) for one in gaps([story], random.Random(n))}
    assert asked == {
        "The blaze hurt how many people?",
        "In the blaze how many people were injured?",
    }


def test_the_seed_alone_decides_what_is_drawn() -> None:
    """Not the order of a set, which changes from run to run."""
    code = (
        "import random\n"
        "from qa.training import retold, told\n"
        "from qa.training.story import stories\n"
        "some = stories()[:30]\n"
        "print(told.questions(some, random.Random(0)), told.gaps(some, random.Random(0)))\n"
        "print(retold.pairs(some, random.Random(0)))\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
    assert "passage=" in printed.pop()


def test_a_page_is_told_in_rows() -> None:
    between = set()
    for seed in range(120):
        for one in questions([PAGE], random.Random(seed)):
            assert one.kind.startswith("pages")
            between |= {gap for gap in BETWEEN_ROWS if f"{gap}v t e" in one.passage}
            told = [row for row in ("club | ", "plays for ") if row in one.passage]
            if one.answer:
                said = one.answer.of(one.passage)
                before = one.passage[: one.answer.start]
                after = one.passage[one.answer.end :]
                of_club = before.endswith(("club | ", "plays for "))
                assert of_club == ("club" in one.question) == (said in CLUBS)
                assert of_club or before.endswith("Goals: ") or after.startswith(" goals")
            elif "club" in one.question and one.kind == "pages, near":
                assert not told
    assert between == set(BETWEEN_ROWS)
