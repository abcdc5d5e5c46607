"""What the articles of a library say against each other, ranked and grouped."""

import json
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from index.library import Library
from index.models import Article, Finding, Place, Span
from qa.cite import cite
from qa.models import Conflict, Support
from qa.unasked.conflicts import by_subject, conflicts, matching
from tests.index.fakes import WordHashEncoder, YearComparer, write
from tests.qa.newsroom import COURIER, GAZETTE, HERALD
from tests.qa.years import TellingYears

DAM = "The Arden dam opened in 1931."
GUIDE = "The Arden dam opened in 1934, a guide says."
FERRY = "The ferry Astrid was built in 1998."
WRECK = "The Astrid was built in 1999 or so."
DATES = """
[dam]
publisher = "Arden Post"
published = 2024-03-04
[guide]
published = 2025-01-01
"""

DEAD = cite(HERALD, Span(start=37, end=67))
KILLED = cite(COURIER, Span(start=0, end=26))
LEFT = cite(GAZETTE, Span(start=50, end=81))


@pytest.fixture
def folder(tmp_path):
    for name, text in (("dam", DAM), ("guide", GUIDE), ("ferry", FERRY), ("wreck", WRECK)):
        write(tmp_path / "news" / f"{name}.txt", text)
    write(tmp_path / "news" / "sources.toml", DATES)
    return tmp_path / "news"


@pytest.fixture
def library(tmp_path, folder):
    with Library.open(
        tmp_path / "index", encoder=WordHashEncoder(), comparer=TellingYears()
    ) as library:
        library.sync(folder)
        yield library


def conflict(*subject: str, confidence: float = 0.5, sides=(DEAD, KILLED), kind="contradiction"):
    return Conflict.model_validate(
        {
            "kind": kind,
            "about": f"{subject}",
            "subject": subject,
            "confidence": confidence,
            "sides": sides,
        }
    )


def test_warnings_stand_before_notes_however_sure_these_are(library, folder):
    write(folder / "wreck.txt", WRECK.replace("The Astrid", "The ferry Astrid"))
    library.sync(folder)
    dam, ferry = conflicts(library)
    assert (dam.warns, ferry.warns) == (True, False)
    assert ferry.confidence > dam.confidence


def test_conflicts_quote_both_articles_the_newest_first(library):
    dam, ferry = conflicts(library)
    assert (dam.kind, dam.about, dam.subject) == (
        "contradiction", "Arden: 1931 or 1934", ("Arden",),
    )  # fmt: skip
    assert [(side.article_id, side.quote) for side in dam.sides] == [("guide", GUIDE), ("dam", DAM)]
    assert [side.published for side in dam.sides] == [date(2025, 1, 1), date(2024, 3, 4)]
    assert dam.sides[1].publisher == "Arden Post"
    assert {side.quote for side in ferry.sides} == {FERRY, WRECK}
    assert (ferry.kind, ferry.warns, dam.warns) == ("estimate", False, True)
    assert [dam.confidence, ferry.confidence] == [
        finding.confidence for finding in library.findings()
    ]
    assert dam.confidence > ferry.confidence


def test_only_the_findings_that_are_asked_for_are_shown(library, folder):
    write(folder / "map.txt", "The Arden dam opened in 1932, a map says.")
    report = library.sync(folder)
    new = conflicts(library, among=report.findings)
    assert [one.about for one in new] == ["Arden: 1932 or 1934", "Arden: 1931 or 1932"]
    assert conflicts(library, among=()) == []
    assert len(conflicts(library)) == 4


def test_what_changed_meanwhile_is_left_out(library, folder):
    before = library.findings()
    write(folder / "guide.txt", "It rained. " + GUIDE)
    (folder / "wreck.txt").unlink()
    library.sync(folder)
    assert conflicts(library, among=before) == []
    (dam,) = conflicts(library)
    assert dam.sides[0].quote == GUIDE


def test_a_library_without_a_comparer_has_no_conflicts(library):
    with Library.open(library.folder, encoder=WordHashEncoder()) as other:
        assert conflicts(other) == []
        assert conflicts(other, among=library.findings()) == []


def test_what_another_program_wrote_is_left_out(tmp_path, folder):
    with Library.open(
        tmp_path / "other", encoder=WordHashEncoder(), comparer=YearComparer()
    ) as library:
        assert len(library.sync(folder).findings) == 2
        assert conflicts(library) == []


@pytest.mark.parametrize(
    "record",
    [
        "",
        "[]",
        '{"kind": "quarrel", "about": "x"}',
        '{"kind": "scope", "about": ""}',
        '{"kind": "scope"}',
        '{"kind": "scope", "about": "x", "mood": "bad"}',
    ],
)
def test_a_record_that_is_none_is_left_out(library, record):
    sides = tuple(Place(article_id=id_, span=Span(start=0, end=9)) for id_ in ("dam", "wreck"))
    with library.store.writing() as transaction:
        odd = Finding(sides=sides, confidence=1, record=record)
        transaction.note_compared("dam", "years", [(b"odd", odd)])
    assert library.findings()[0] == odd
    assert len(conflicts(library)) == 2


def test_a_conflict_survives_json_and_is_checked_against_the_articles(library):
    saved = [one.model_dump_json() for one in conflicts(library)]
    context = {"articles": library.article}
    loaded = [Conflict.model_validate_json(one, context=context) for one in saved]
    assert loaded == conflicts(library)
    assert json.loads(saved[0])["sides"][1]["quote"] == DAM
    older = json.loads(saved[0])
    del older["support"]  # As it was saved before there was any.
    assert Conflict.model_validate_json(json.dumps(older), context=context) == loaded[0]
    with pytest.raises(ValidationError, match="quote is not at dam:0-29"):
        Conflict.model_validate_json(saved[0].replace("in 1931.", "in 1913."), context=context)


def test_sides_are_the_newest_first_and_the_undated_last():
    assert conflict(sides=(DEAD, KILLED)).sides == (KILLED, DEAD)
    assert conflict(sides=(LEFT, DEAD)).sides == (DEAD, LEFT)
    other = cite(GAZETTE, Span(start=0, end=10))
    assert conflict(sides=(other, LEFT)).sides == (other, LEFT)
    with pytest.raises(ValidationError, match="at most 2 items"):
        conflict(sides=(DEAD, KILLED, LEFT))


def test_who_supports_a_side_is_told_in_the_order_of_the_sides():
    dead, killed = (
        Support(citations=(DEAD, LEFT), origins=2),
        Support(citations=(KILLED,), origins=1),
    )
    given = {"kind": "contradiction", "about": "deaths", "confidence": 0.5, "sides": (DEAD, KILLED)}
    found = Conflict(**given, support=(dead, killed))
    assert (found.sides, found.support) == ((KILLED, DEAD), (killed, dead))
    assert found.citations == (KILLED, DEAD, LEFT)
    assert [side.origins for side in Conflict(**given).support] == [1, 1]
    assert [side.citations for side in Conflict(**given).support] == [(KILLED,), (DEAD,)]
    other = Support(citations=(LEFT, DEAD), origins=2)
    with pytest.raises(ValidationError, match="each side is the first citation of its support"):
        Conflict(**given, support=(other, killed))


def test_conflicts_of_the_same_names_stand_together_after_their_most_confident():
    arden = conflict("Arden", "Birch", confidence=0.9)
    corley = conflict("Corley", confidence=0.8)
    again = conflict("BIRCH", "Arden", confidence=0.7)
    nameless = conflict(confidence=0.6)
    one = conflict("Birch", confidence=0.5)
    nobody = conflict(confidence=0.4)
    ranked = [arden, corley, again, nameless, one, nobody]
    assert by_subject(ranked) == [[arden, again, one], [corley], [nameless, nobody]]
    assert by_subject([]) == []


def test_one_name_of_many_does_not_put_conflicts_together():
    stake = conflict("OpenAI", "Microsoft")
    cloud = conflict("OpenAI", "Amazon")
    deal = conflict("OpenAI", "Microsoft", "Nadella")
    assert by_subject([stake, cloud, deal]) == [[stake, deal], [cloud]]


def test_conflicts_are_chosen_by_kind_and_by_words(library):
    dam, ferry = found = conflicts(library)
    assert matching(found) == found
    assert matching(found, kinds=["estimate", "scope"]) == [ferry]
    assert matching(found, about="the ARDEN dam") == [dam]
    assert matching(found, about="guide dam") == [dam]
    assert matching(found, about="built 1998") == [ferry]
    assert matching(found, about="dam ferry") == []
    assert matching(found, kinds=["opinion"]) == []


def test_they_are_chosen_by_publisher_and_title_too_whatever_the_case_and_the_accents():
    about = {"kind": "contradiction", "about": "Astrid: 9, or 12", "confidence": 0.5}
    first, second, third = (
        cite(Article(id=name, title=title, publisher=publisher, text="12."), Span(start=0, end=3))
        for name, title, publisher in (
            ("a", "Über die Fähre", "Göteborgs-Posten"),
            ("b", "What we know", "Le Monde"),
            ("c", "Ferry aground", "Zaměstnanec"),
        )
    )
    one = Conflict(**about, sides=(first, second))
    sides = (Support(citations=(second, third), origins=1), Support(citations=(first,), origins=1))
    joined = Conflict(**about, sides=(second, first), support=sides)
    assert matching([one, joined], about="GOTEBORGS monde") == [one, joined]
    assert matching([one, joined], about="Monde FÄHRE") == [one, joined]
    assert matching([one, joined], about="fahre über") == [one, joined]
    assert matching([one, joined], about="zamestnanec") == [joined]  # Who only says the same.
    assert matching([one, joined], about="Herald") == []


def test_every_field_of_a_conflict_is_described():
    document = (Path(__file__).parents[3] / "docs" / "conflicts.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1].strip() for line in document.splitlines() if line.startswith("| `")]
    assert rows == [f"`{name}`" for name in Conflict.model_fields]
