"""Files of stories -> facts with their tellings."""

import re
from pathlib import Path

import pytest

from qa.datasets.written import LineError
from qa.training.story import FOLDER, PAGES, SLOT, YES, parse, stories

STORY = """# warehouse fire
TOWN: town
HURT: count 3 40
WHY: a heater | fireworks

title: Blaze guts depot in {TOWN}

- {HURT} people were injured in {TOWN}.
- In {TOWN}, {HURT} were hurt.
? How many people were injured in {TOWN}? = HURT
~ Nobody counted the firefighters.

- The owner will rebuild.
! The owner gives up.
? Will the owner of the depot in {TOWN} rebuild? = yes
+ It was cold.
"""


def test_a_story_is_read() -> None:
    (story,) = parse(STORY)
    first, second = story.facts
    assert story.name == "warehouse fire"
    assert story.things == {
        "TOWN": "town",
        "HURT": "count 3 40",
        "WHY": "a heater | fireworks",
    }
    assert story.titles == ["Blaze guts depot in {TOWN}"]
    assert first.tellings == [
        "{HURT} people were injured in {TOWN}.",
        "In {TOWN}, {HURT} were hurt.",
    ]
    assert first.questions == [("How many people were injured in {TOWN}?", "HURT")]
    assert first.near == ["Nobody counted the firefighters."]
    assert second.denials == ["The owner gives up."]
    assert second.questions == [("Will the owner of the depot in {TOWN} rebuild?", YES)]
    assert story.background == ["It was cold."]


def test_every_story_begins_with_its_name() -> None:
    assert [story.name for story in parse(STORY + "\n" + STORY.replace("warehouse", "mill"))] == [
        "warehouse fire",
        "mill fire",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("TOWN: town\n", "a story begins with '# ': 'TOWN: town'"),
        (STORY + "\n* what", "not understood: '* what'"),
        (STORY + "\n- In {CITY}.", "warehouse fire: no such thing: CITY"),
        (STORY.replace("= HURT", "= DEAD"), "warehouse fire: no such thing: DEAD"),
        (STORY + "\n? Who? = yes", "warehouse fire: a fact without a telling"),
    ],
)
def test_what_cannot_be_understood_is_said(text: str, message: str) -> None:
    with pytest.raises(LineError, match=re.escape(message)):
        list(parse(text))


def test_a_file_that_is_wrong_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(STORY + "\n* what", encoding="utf-8")
    with pytest.raises(LineError, match=r"b\.txt: not understood"):
        stories(tmp_path)


def test_what_stands_in_the_folder_of_pages_is_a_page(tmp_path: Path) -> None:
    for name in ("pages", "stories"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(STORY, encoding="utf-8")
    (page,), (story,) = stories(tmp_path / "pages"), stories(tmp_path / "stories")
    assert (page.page, page.source) == (True, "pages")
    assert (story.page, story.source) == (False, "stories")


@pytest.mark.parametrize("folder", [FOLDER, PAGES])
def test_the_stories_that_are_shipped_can_be_told(folder: Path) -> None:
    shipped = stories(folder)
    assert len({story.name for story in shipped}) == len(shipped)
    held = sum(story.held_out for story in shipped)
    assert 0.05 * len(shipped) < held < 0.15 * len(shipped)
    for story in shipped:
        assert story.titles, story.name
        assert any(fact.near for fact in story.facts), story.name
        for fact in story.facts:
            for _, thing in fact.questions:
                untold = [
                    telling
                    for telling in fact.tellings
                    if thing not in {YES, *(slot[1] for slot in SLOT.finditer(telling))}
                ]
                assert not untold, f"{story.name}: {untold} without {thing}"
