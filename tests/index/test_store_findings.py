"""What every store must do with what a comparer finds; `store` is each of them in turn."""

import pytest

from index.models import Finding, Place, Span
from tests.index.test_store import DAM, FERRY, MILL, filled, put

LATER = "later"


def finding(one: str, other: str, *, at: int = 0, confidence: float = 0.5, record: str = "{}"):
    return Finding(
        sides=(
            Place(article_id=one, span=Span(start=at, end=at + 3)),
            Place(article_id=other, span=Span(start=2, end=5)),
        ),
        confidence=confidence,
        record=record,
    )


def note(store, article_id, *findings, name="years"):
    """Note findings under digests that say who says something."""
    with store.writing() as transaction:
        noted = [
            ("|".join(side.article_id for side in one.sides).encode(), one) for one in findings
        ]
        transaction.note_compared(article_id, name, noted)


def read(store, method, *arguments, **options):
    with store.reading() as snapshot:
        return getattr(snapshot, method)(*arguments, **options)


def test_the_chunks_of_an_article_come_in_reading_order(store):
    with filled(store).reading() as snapshot:
        chunks = snapshot.chunks_of("dam")
        assert [chunk.span.of(DAM.text) for chunk in chunks] == [
            "The dam at Arden held.",
            "What next\nRepairs begin on Monday.",
        ]
        assert chunks == snapshot.chunks([chunk.key for chunk in chunks])
        assert snapshot.chunks_of("moon") == []


def test_nothing_is_compared_to_begin_with(store):
    filled(store)
    assert read(store, "uncompared", "years") == ("dam", "ferry", "mill")
    assert read(store, "findings", "years") == ()
    assert read(store, "finding_digests") == set()


def test_what_was_compared_is_known_with_what_was_found_the_most_confident_first(store):
    low, high = finding("ferry", "dam", confidence=0.25), finding("ferry", "mill", confidence=0.75)
    note(filled(store), "ferry", low, high)
    assert read(store, "uncompared", "years") == ("dam", "mill")
    assert read(store, "findings", "years") == (high, low)
    assert read(store, "finding_digests") == {b"dam|ferry", b"ferry|mill"}


def test_findings_as_sure_as_each_other_are_ordered_by_their_places(store):
    found = [finding("dam", "mill", at=4), finding("dam", "mill"), finding("dam", "ferry", at=1)]
    note(filled(store), "dam", *found)
    assert read(store, "findings", "years") == (found[1], found[2], found[0])


def test_findings_are_asked_for_by_article_on_either_side(store):
    first, second = finding("dam", "ferry"), finding("mill", "dam", confidence=0.25)
    note(filled(store), "dam", first, second)
    assert read(store, "findings", "years", articles=["ferry"]) == (first,)
    assert read(store, "findings", "years", articles={"mill", "moon"}) == (second,)
    assert read(store, "findings", "years", articles=("dam", "mill")) == (first, second)
    assert read(store, "findings", "years", articles=[]) == ()
    assert read(store, "findings", "years", articles=[f"a{n}" for n in range(1200)]) == ()


def test_a_pair_found_from_both_sides_is_kept_once_with_the_higher_confidence(store):
    first = finding("dam", "ferry", confidence=0.5, record='{"from": "dam"}')
    note(filled(store), "dam", first)
    sides = tuple(reversed(first.sides))
    less = Finding(sides=sides, confidence=0.25, record='{"from": "ferry"}')
    note(store, "ferry", less)
    assert read(store, "findings", "years") == (first,)
    more = Finding(sides=sides, confidence=0.75, record='{"from": "mill"}')
    note(store, "mill", more)
    assert read(store, "findings", "years") == (more,)
    assert read(store, "finding_digests") == {b"dam|ferry"}


@pytest.mark.parametrize("gone", ["dam", "ferry"])
def test_a_removed_article_takes_its_findings_and_its_mark_along(store, gone):
    note(filled(store), "dam", finding("dam", "ferry"), finding("dam", "mill"))
    note(store, "ferry", finding("ferry", "mill"))
    with store.writing() as transaction:
        transaction.remove(gone)
    (left,) = read(store, "findings", "years")[-1:]
    assert gone not in {side.article_id for side in left.sides}
    assert len(read(store, "findings", "years")) == 1
    with store.writing() as transaction:
        put(transaction, {"dam": DAM, "ferry": FERRY}[gone])
    assert set(read(store, "uncompared", "years")) == {gone, "mill"}


def test_a_replaced_article_is_uncompared_and_the_others_keep_what_was_found_in_them(store):
    note(filled(store), "dam", finding("dam", "ferry"))
    note(store, "mill", finding("mill", "ferry"))
    with store.writing() as transaction:
        put(transaction, DAM.model_copy(update={"text": "The dam broke."}), digest="2")
    assert set(read(store, "uncompared", "years")) == {"dam", "ferry"}
    assert read(store, "findings", "years") == (finding("mill", "ferry"),)


def test_it_is_known_with_which_others_something_was_found_before_one_changed(store):
    note(filled(store), "dam", finding("dam", "ferry"), finding("mill", "dam", at=1))
    assert read(store, "once_found_with", "dam") == ()
    for digest in ("2", "3"):
        with store.writing() as transaction:
            put(transaction, DAM.model_copy(update={"text": "The dam broke."}), digest=digest)
        assert read(store, "once_found_with", "dam") == ("ferry", "mill")
        assert read(store, "once_found_with", "ferry") == ("dam",)
        assert read(store, "findings", "years") == ()
    assert read(store, "finding_digests") == {b"dam|ferry", b"dam|mill"}
    with store.writing() as transaction:
        put(transaction, FERRY.model_copy(update={"text": "The ferry was saved."}), digest="2")
    assert read(store, "once_found_with", "dam") == ("mill", "ferry")
    note(store, "ferry", finding("dam", "ferry"))
    assert read(store, "findings", "years") == (finding("dam", "ferry"),)
    assert read(store, "once_found_with", "dam") == ("mill",)
    with store.writing() as transaction:
        transaction.remove("mill")
    assert read(store, "once_found_with", "dam") == ()
    assert read(store, "finding_digests") == {b"dam|ferry"}


def test_forgetting_a_folder_forgets_what_was_found_in_it(store):
    with filled(store).writing() as transaction:
        put(transaction, MILL.model_copy(update={"id": "wires/mill"}), folder="wires")
    note(store, "dam", finding("dam", "wires/mill"), finding("dam", "ferry"))
    with store.writing() as transaction:
        transaction.forget_folder("wires")
    assert read(store, "findings", "years") == (finding("dam", "ferry"),)
    assert read(store, "uncompared", "years") == ("ferry", "mill")


def test_another_comparer_begins_anew_and_takes_over_article_by_article(store):
    note(filled(store), "dam", finding("dam", "ferry"))
    note(store, "mill", finding("mill", "ferry"))
    assert read(store, "uncompared", LATER) == ("dam", "ferry", "mill")
    assert read(store, "findings", LATER) == ()
    again = finding("dam", "ferry", confidence=0.1)
    note(store, "dam", again, name=LATER)
    assert read(store, "findings", LATER) == (again,)
    assert read(store, "findings", "years") == (finding("mill", "ferry"),)
    assert read(store, "uncompared", LATER) == ("ferry", "mill")
    assert read(store, "uncompared", "years") == ("dam", "ferry")
    note(store, "mill", name=LATER)
    assert read(store, "findings", "years") == ()
    assert read(store, "findings", LATER) == (again,)


def test_what_is_found_in_an_article_that_is_gone_is_passed_over(store):
    note(filled(store), "dam", finding("dam", "moon"), finding("dam", "ferry"))
    note(store, "moon", finding("moon", "sun"))
    assert read(store, "findings", "years") == (finding("dam", "ferry"),)
    assert read(store, "uncompared", "years") == ("ferry", "mill")


def test_comparing_is_a_change_that_readers_see(store):
    before = read(filled(store), "findings", "years")
    with store.reading() as snapshot:
        generation = snapshot.generation
        note(store, "dam", finding("dam", "ferry"))
        assert snapshot.findings("years") == before == ()
    with store.reading() as snapshot:
        assert snapshot.generation == generation + 1
