"""Questions that a passage answers, and that it only seems to."""

import random
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from qa.datasets.written import LineError
from qa.training.traps import (
    DIGITS,
    FOLDER,
    Block,
    Question,
    blocks,
    one_round,
    parse,
    traps,
)
from tests.qa.training.town import PARAGRAPHS

TOLD = """== Ferry arm sold
Ash Marine sold its ferries to Birk Lines for 24 million. Birk paid 9 million. The fleet has 24.

+ Who bought the ferries of Ash Marine? | Birk Lines
- How many sailors work for Birk Lines? | 24
- What did Ash Marine pay at once? | 9 million
"""


def test_a_passage_is_read_with_its_questions() -> None:
    (block,) = parse(TOLD)
    assert (block.title, block.text[:10]) == ("Ferry arm sold", "Ash Marine")
    assert block.questions[0] == Question(
        "Who bought the ferries of Ash Marine?", "Birk Lines", answered=True
    )
    assert [question.answered for question in block.questions] == [True, False, False]


def test_a_paragraph_of_the_data_is_found_by_its_checksum() -> None:
    paragraph = PARAGRAPHS[0]
    word = paragraph.text.split()[0]
    checksum = sha256(paragraph.text.encode()).hexdigest()[:DIGITS]
    found = traps(
        parse(f"= {checksum}\n+ Who? | {word}\n= 0123456789\n+ What? | {word}"), PARAGRAPHS
    )
    assert [(trap.question.text, trap.passage) for trap in found] == [("Who?", paragraph)]
    assert found[0].place.of(paragraph.text) == word


def test_words_are_those_of_the_sentence_that_is_most_like_the_question() -> None:
    found = traps(parse(TOLD), [])
    text = found[1].passage.text
    assert text[found[1].place.end :].startswith(" million")  # The fleet is not asked about.
    boats = Block(text=text, questions=[Question("How large is the fleet?", "24", answered=True)])
    (trap,) = traps([boats], [])
    assert text[trap.place.start :] == "24."


def test_words_that_are_not_there_are_left_out() -> None:
    assert not traps([Block(text="Ash sold it.", questions=[Question("Who?", "As", True)])], [])


def test_all_are_asked_once_and_only_what_is_answered_has_an_answer() -> None:
    found = traps(parse(TOLD), [])
    rounds = [one for seed in range(40) for one in one_round(found, random.Random(seed))]
    assert Counter(one.question.casefold().rstrip("?") for one in rounds) == {
        question.text.casefold().rstrip("?"): 40 for question in next(parse(TOLD)).questions
    }
    for one in rounds:
        answered = one.question.casefold().startswith("who")
        assert (one.answer and one.answer.of(one.passage)) == ("Birk Lines" if answered else None)
        words = "Birk Lines" if answered else "24" if "sail" in one.question else "9 million"
        assert words in one.passage  # What only looks right stays, like what is right.


@pytest.mark.parametrize(
    "wrong", ["+ Who? | Ash", "== Title", "= 12\n* Who? | Ash", "= 12\n- Who? Ash", "Ash"]
)
def test_what_is_not_understood_is_named(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(f"{wrong}\n", encoding="utf-8")
    with pytest.raises(LineError, match=r"^bad\.txt: not understood: "):
        blocks(tmp_path)


def test_the_files_that_are_shipped() -> None:
    found = blocks(FOLDER)
    asked = [question for block in found for question in block.questions]
    assert len({block.title or block.checksum for block in found}) == len(found)
    assert sum(question.answered for question in asked) == pytest.approx(len(asked) / 2, rel=0.01)
    told = [block for block in found if block.text]
    assert len(traps(told, [])) == sum(len(block.questions) for block in told)
    assert 0.05 < sum(block.held_out for block in found) / len(found) < 0.15
