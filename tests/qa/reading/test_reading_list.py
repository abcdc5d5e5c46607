"""A dissenting article is read even when others have more and better passages."""

from index.models import Article, Passage, Span
from qa.reading.reading_list import reading_list


def found(*ids: str) -> list[Passage]:
    """One passage for each letter, best first: "a" is an article found twice in "aa"."""
    return [
        Passage(
            article=Article(id=id_, title="t", text="The toll ends in 2027."),
            span=Span(start=0, end=3),
            text="The",
            score=1 / rank,
            rank=rank,
        )
        for rank, id_ in enumerate(ids, start=1)
    ]


def test_every_article_has_its_turn_before_any_has_a_third():
    chosen = reading_list(found(*"aaaabbbbc"), most=5)
    assert [(p.article.id, p.rank) for p in chosen] == [
        ("a", 1),
        ("a", 2),
        ("b", 5),
        ("b", 6),
        ("c", 9),
    ]


def test_what_is_left_is_filled_with_the_best_of_the_rest():
    chosen = reading_list(found(*"aaaabbc"), most=6)
    assert [p.rank for p in chosen] == [1, 2, 3, 5, 6, 7]
    assert reading_list(found(*"ab"), most=6) == found(*"ab")
