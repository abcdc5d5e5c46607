"""Days and months with a year are found in any common form."""

from datetime import date

import pytest

from index.days import Period, find_periods

DAY = (date(2024, 3, 5), date(2024, 3, 5))
MARCH = (date(2024, 3, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on March 5, 2024,", [DAY]),
        ("on Mar. 5th, 2024", [DAY]),
        ("on march 5 2024", [DAY]),
        ("the 5th of March 2024", [DAY]),
        ("on 5 March, 2024", [DAY]),
        ("on 05 Mar 2024", [DAY]),
        ("on 5. March 2024", [DAY]),
        ("on 2024-03-05", [DAY]),
        ("at 2024-03-05T10:00", []),  # Hours are nobody's question.
        ("on 5.3.2024", [DAY]),
        ("on 25/3/2024", [(date(2024, 3, 25), date(2024, 3, 25))]),
        ("on 3/5/2024", [DAY, (date(2024, 5, 3), date(2024, 5, 3))]),
        ("on 5/5/2024", [(date(2024, 5, 5), date(2024, 5, 5))]),
        ("in March 2024", [MARCH]),
        ("in March of 2024", [MARCH]),
        ("in February 2024", [(date(2024, 2, 1), date(2024, 2, 29))]),
        ("between March 5, 2024 and March 2024", [MARCH, DAY]),
        ("on February 30, 2024", []),
        ("on 45 March 2024", [MARCH]),
        ("in 2024", []),
        ("on March 5", []),
        ("the mayor 2024", []),
        ("7 of 2024 dams", []),
    ],
)
def test_what_is_named_is_found(text, days):
    assert sorted((p.since, p.until) for p in find_periods(text)) == sorted(days)


def test_its_place_is_told():
    (found,) = find_periods("Between 5 March 2024 and now")
    assert "Between 5 March 2024 and now"[found.start : found.end] == "5 March 2024"


def test_a_period_holds_its_days_and_no_undated_article():
    march = Period(0, 10, *MARCH)
    days = (date(2024, 2, 29), date(2024, 3, 1), date(2024, 3, 31), date(2024, 4, 1), None)
    assert [march.holds(day) for day in days] == [False, True, True, False, False]
