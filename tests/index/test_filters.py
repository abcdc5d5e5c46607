"""A question's filters, and what they leave to search."""

from datetime import date

from index import Library, Retriever
from index.filters import Filter, find_filters, where
from index.publishers import Publishers
from index.store import Where
from tests.index.fakes import WordHashEncoder, write

KNOWN = Publishers(["The Post - Travel", "The Post - Sports", "Ferry News"])


def found(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.value, one.words) for one in find_filters(text, KNOWN)]


def test_a_name_that_several_go_by_is_a_filter_for_each():
    assert found("What does the Post say about the dam?") == [
        ("publisher", "The Post - Sports", "the Post"),
        ("publisher", "The Post - Travel", "the Post"),
    ]


def test_who_is_named_twice_counts_once_by_the_first_words():
    asked = "Does Ferry News say that it held, and did the Ferry News report say when?"
    assert found(asked) == [("publisher", "Ferry News", "Ferry News")]


def test_a_month_is_two_filters_of_the_same_words():
    assert found("What did Ferry News report in May 2024?") == [
        ("publisher", "Ferry News", "Ferry News"),
        ("since", "2024-05-01", "in May 2024"),
        ("until", "2024-05-31", "in May 2024"),
    ]


def test_only_what_is_applied_restricts():
    filters = find_filters("What did Ferry News report in May 2024?", KNOWN)
    may = {"since": date(2024, 5, 1), "until": date(2024, 5, 31)}
    assert where(filters) == Where(publishers=("Ferry News",), **may)
    unmatched = Filter(kind="publisher", value="Ferry News", words="x", state="unmatched")
    removed = Filter(kind="since", value="2024-05-01", words="x", state="removed")
    assert where([unmatched, removed, filters[2]]) == Where(until=date(2024, 5, 31))


def test_a_retriever_knows_publishers_and_who_published_first(tmp_path):
    write(
        tmp_path / "news" / "all.jsonl",
        '{"id": "dam", "title": "Dam", "text": "The dam held.", "publisher": "Arden Post"}\n'
        '{"id": "wire", "title": "Wire", "text": "The dam broke.", "origin": "Bloomberg"}\n',
    )
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(tmp_path / "news")
        retriever = Retriever(library)
        (by,) = retriever.filters("Did the dam hold, according to Bloomberg?")
        assert (by.value, by.words) == ("Bloomberg", "Bloomberg")
        passages = retriever.search("Did the dam hold?", publishers=where([by]).publishers)
        assert [passage.article.id for passage in passages] == ["wire"]
        assert retriever.filters("Did the dam hold, according to Reuters?") == ()
