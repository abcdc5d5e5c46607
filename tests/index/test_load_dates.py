from datetime import UTC, date, datetime, timedelta

import pytest

from index.load import dates
from index.load.dates import read_date

THAT_MONDAY = date(2023, 11, 27)


@pytest.mark.parametrize(
    "value",
    [
        "2023-11-27",
        "2023/11/27",
        "2023-11-27T08:45:59+00:00",
        "2023-11-27 08:45:59.000000000Z",
        "2023-11-27T23:30:00-05:00",  # the 28th in London, but it says the 27th
        "20231127",
        20231127,
        "20231127T084559Z",
        1701074759,
        1701074759.5,
        1701074759000,
        "1701074759",
        "27 November 2023",
        "27. November 2023",
        "27-Nov-2023",
        "November 27th, 2023",
        "Nov. 27, 2023, 5:00 a.m. EST",
        "Nov. 27, 2023, 11:30 p.m. EST",
        "Monday 27 November 2023 17.00 GMT",
        "27 November 2023 at 5:00 pm",
        "Mon, 27 Nov 2023 23:45:59 -0800",
        "Mon Nov 27 08:45:59 +0000 2023",
        "27.11.2023",
        "27/11/2023 10:30",
        "11/27/2023",
        "27 novembre 2023",
        "27 ноября 2023 г.",
        "2023年11月27日",
        THAT_MONDAY,
        datetime(2023, 11, 27, 8, 45, tzinfo=UTC),
    ],
)
def test_a_date_in_any_common_form_is_the_day_it_names(value):
    assert read_date(value) == THAT_MONDAY


def test_the_day_stands_first_when_dots_stand_between():
    assert read_date("03.04.2023") == date(2023, 4, 3)


def test_a_day_and_month_of_the_same_number_cannot_be_mixed_up():
    assert read_date("05/05/2023") == date(2023, 5, 5)


def test_an_ambiguous_date_names_both_days_it_may_be():
    with pytest.raises(ValueError, match=r"'03/04/2023' may be 2023-04-03 or 2023-03-04; write"):
        read_date("03/04/2023")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("yesterday", "not understood"),
        ("2 hours ago", "not understood"),
        ("Nov 27", "not understood"),
        ("27/11/23", "not understood"),
        ("Mon 03/04/2023", "not understood"),
        ("27 November 2023 – 3 December 2023", "not understood"),
        ("30 February 2023", "not understood"),
        ("the 3 May budget of 2023", "not understood"),
        (float("nan"), "not understood"),
        (-5, "not understood"),
        ("2023", "names no day"),
        (2023, "names no day"),
        ("May 2024", "names no day"),
        ("Spring 2024", "names no day"),
        ("2023-11", "names no day"),
        ("2023-02-30", "does not exist"),
        ("31/04/2023", "does not exist"),
        ("20231327", "does not exist"),
        ("9999-01-01", "far future"),
        ("0001-01-01", "before the first newspaper"),
        (True, "no date but a bool"),
        ("x" * 500, "too long"),
    ],
)
def test_what_names_no_single_day_is_refused_with_the_remedy(value, reason):
    with pytest.raises(ValueError, match=rf"{reason}.*; write it as YYYY-MM-DD"):
        read_date(value)


def test_a_day_that_the_parser_fills_in_by_itself_is_refused(monkeypatch):
    monkeypatch.setattr(dates.dateparser, "parse", lambda *_, **__: datetime(2023, 11, 27))
    with pytest.raises(ValueError, match="not understood"):
        read_date("the last Monday of November 2023")


def test_a_magazine_dated_weeks_ahead_is_believed_and_one_dated_years_ahead_is_not():
    today = datetime.now(UTC).date()
    assert read_date(str(today + timedelta(days=45))) == today + timedelta(days=45)
    with pytest.raises(ValueError, match="far future"):
        read_date(str(today + timedelta(days=400)))
