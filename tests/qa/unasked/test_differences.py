"""The kind of a difference, by what two claims say of time."""

from datetime import date

import pytest

from index.models import Article, Span
from qa.unasked.claims import Claim
from qa.unasked.differences import SAME_TIME, kind_of_difference, kind_of_precision, moves_along
from qa.values import find_values


def claim(text: str, day: int | None) -> Claim:
    published = date(2026, 3, day) if day else None
    article = Article(id="a", title="T", text=text, published=published)
    return Claim(article, Span(start=0, end=len(text)))


def kind(a: str, b: str, days: tuple[int | None, int | None]) -> str | None:
    return kind_of_difference(claim(a, days[0]), claim(b, days[1]))


FOUNDED = ("Acme was founded in 1932.", "Acme was founded in 1934.")
COSTS = ("The phone costs $300.", "The phone costs $250.")
CLOSED = ("Acme fell to $30 a share.", "Acme rose to $35 a share.")
PRICES = ("A gallon was $2.18 on Tuesday.", "A gallon was $4.98 on Monday.")
SEASONS = ("Ash scored 17 last season.", "Ash scored 12 points this past season.")


@pytest.mark.parametrize(
    ("texts", "days", "expected"),
    [
        (COSTS, (1, 1), "contradiction"),
        (COSTS, (1, 1 + SAME_TIME), "contradiction"),
        (COSTS, (1, 2 + SAME_TIME), "superseded"),
        (COSTS, (9, 1), "superseded"),
        (COSTS, (None, 1), "contradiction"),
        (COSTS, (None, None), "contradiction"),
        (FOUNDED, (1, 20), "contradiction"),  # What was does not change.
        (PRICES, (1, 20), "superseded"),  # Each says of which day it is.
        (PRICES, (1, 2), "scope"),
        (PRICES, (None, None), "scope"),
        (("Gas now costs $4.", "Gas stands at $5."), (1, 2), "superseded"),
        (("Gas now costs $4.", "Gas stands at $5."), (1, 1), "contradiction"),
        (("The toll has reached 8.", "The toll has reached 9."), (1, 2), "superseded"),
        ((PRICES[0], "A gallon was $4.98 on Tuesday."), (1, 2), "contradiction"),
        (SEASONS, (1, 20), "scope"),
        (("It will last 37 days.", "It will last 42 days."), (1, 20), "superseded"),
        (SEASONS, (1, 1), "contradiction"),
        (CLOSED, (1, 20), None),  # Every day has its own.
        (CLOSED, (1, 2), None),
        (("A month ago, gas was $3.", "Gas is at $4."), (1, 1), None),
        (("A year ago, gas was $3.", "A year ago, gas was $4."), (1, 2), None),
        (("A year ago, gas was $3.", "A year ago, gas was $4."), (1, 1), "contradiction"),
        (CLOSED, (1, 1), "contradiction"),
        (("Acme could earn $3.", "Acme might earn $4."), (1, 1), None),
        (("Acme's staff asked 9 of us.", "Acme's staff asked 8 of us."), (1, 20), "contradiction"),
        (("Acme could earn $3.", "Acme earned $4."), (1, 1), None),
        (("Acme could earn $3.", "Acme earned $4."), (1, 20), "superseded"),
        (("Acme earned $3.", "Acme could earn $4."), (1, 20), None),  # Nothing came of it, yet.
    ],
)
def test_kinds(texts, days, expected):
    assert kind(*texts, days) == expected


def test_a_change_and_its_denial_are_of_different_times_whatever_the_days():
    texts = "The fee of Acme is no longer paid.", "The fee of Acme remains in place."
    assert kind(*texts, (None, None)) == "superseded"
    assert kind(*texts, (1, 1)) == "superseded"


@pytest.mark.parametrize(
    ("texts", "days", "expected"),
    [
        (("Acme owes nearly $3.", "Acme owes $2.90."), (1, 20), "estimate"),
        (("Acme could owe $3.", "Acme might owe $2.90."), (1, 1), None),
        (("Acme fell to nearly $30.", "Acme rose to $29."), (1, 20), None),
        (("Acme owed $3 on Monday.", "Acme owed over $2 on Friday."), (1, 1), None),
    ],
)
def test_figures_that_can_both_hold_are_estimates_of_one_time(texts, days, expected):
    one, other = (claim(text, day) for text, day in zip(texts, days, strict=True))
    assert kind_of_precision(one, other) == expected


@pytest.mark.parametrize(
    ("years", "published", "along"),
    [
        ((2022, 2023), (2022, 2023), True),
        ((2021, 2023), (2021, 2022), True),  # To a year.
        ((1932, 1934), (2022, 2022), False),
        ((1932, 1934), (2022, 2026), False),
        ((2023, 2022), (2022, 2024), False),
    ],
)
def test_dates_that_move_along_with_their_articles(years, published, along):
    told = []
    for year, day in zip(years, published, strict=True):
        text = f"It is of {year}."
        article = Article(id="a", title="T", text=text, published=date(day, 3, 1))
        told += [Claim(article, Span(start=0, end=len(text))), find_values(text)[0]]
    assert moves_along(*told) is along


@pytest.mark.parametrize(
    ("text", "along"),
    [("Today is the {} of May.", True), ("It was on the {} of May.", False)],
    ids=["of its day", "of another"],
)
def test_dates_of_undated_articles_move_along_where_they_are_of_their_own_day(text, along):
    told = []
    for day in ("3rd", "4th"):
        said = text.format(day)
        article = Article(id="a", title="T", text=said, published=None)
        told += [Claim(article, Span(start=0, end=len(said))), find_values(said)[0]]
    assert moves_along(*told) is along
