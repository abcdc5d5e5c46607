"""Which side is the older one, by days, by language and by the years that are told."""

from datetime import date

import pytest

from index.models import Article, Span
from qa.cite import cite
from qa.comparing.ages import ages
from qa.models import Citation

EARLY, LATE = date(2021, 4, 9), date(2024, 7, 26)
ENDS, STAYS = "The fee is no longer paid.", "The fee remains in place."


def said(text: str, on: date | None = None) -> list[Citation]:
    article = Article(id=text, title="t", text=text, published=on)
    return [cite(article, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (said("£17", LATE), said("£14", EARLY), ["", "older"]),
        (said("£14", EARLY), said("£17", LATE), ["older", ""]),
        (said(ENDS, EARLY), said(STAYS, LATE), ["older", ""]),
        (said(ENDS), said(STAYS, LATE), ["", "possibly older"]),
        (said(STAYS, LATE), said(ENDS, LATE), ["possibly older", ""]),
        (said("£14 in 2021"), said("£17 as of 2024"), ["possibly older", ""]),
        (said("£14 in 2021"), said("£17"), ["", ""]),
        (said("£14", LATE), said("£17", LATE), ["", ""]),
    ],
)
def test_the_older_side_is_told_by_days_then_by_words_of_change_then_by_years(one, other, expected):
    assert ages([one, other]) == expected


def test_a_side_is_as_old_as_its_latest_article():
    both = [*said("£14", EARLY), *said("£14 still", LATE)]
    assert ages([both, said("£17", date(2023, 1, 1))]) == ["", "older"]
