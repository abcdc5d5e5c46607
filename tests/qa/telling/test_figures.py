"""Figures and dates, read roughly, and which is more."""

import pytest

from qa.telling.figures import LONGEST, against, figures


def read(text):
    return [(f.sort, f.date if f.sort == "date" else f.size) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 13 May 2019 it opened.", [("date", (2019, 5, 13))]),
        ("On May 5, 2003, and the 21st of June", [("date", (2003, 5, 5)), ("date", (None, 6, 21))]),
        ("in Sept. 2018 and the 1990s", [("date", (2018, 9, None)), ("date", (1990, None, None))]),
        ("It may march on.", []),
        ("Mayor Augustus marched.", []),
        ("55.41 crore of 80 crore", [("count", 554_100_000), ("count", 800_000_000)]),
        ("US$304.4 million and £5m", [("money", 304_400_000), ("money", 5_000_000)]),
        ("53% or 5 per cent", [("percent", 53), ("percent", 5)]),
        ("the 5th of twenty ships", [("ordinal", 5), ("count", 20)]),
        ("1,245 cases; 2,010 places", [("count", 1245), ("count", 2010)]),
        ("B52 and v2.1 are names.", []),
    ],
)
def test_figures_and_dates_are_found(text, found):
    assert read(text) == pytest.approx(found) if not found else read(text) == found


def test_they_are_where_they_stand():
    text = "It paid $1.5 million on 3 May."
    assert [text[f.start : f.end] for f in figures(text)] == ["$1.5 million", "3 May"]


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("fewer than 50 reviews", "53% of 71 critics gave 5.32 of 10", -1),
        ("more than $16.4 million", "sales of 16.42 million", -1),
        ("before October 2018", "as of September 2018", 1),
        ("on 14 March", "on 14 March 2020", 0),
        ("in 2016", "July 2016, and July 1949", 0),
        ("8 percent", "7 to 9 of 12 firms", None),
        ("in 2016", "2,016 ships", None),
        ("on 3 May", "in 2019", None),
    ],
)
def test_a_figure_is_compared_with_the_nearest_of_its_sort(one, other, sign):
    gap = against(figures(one)[0], figures(other))
    assert gap is None if sign is None else (gap > 0) - (gap < 0) == sign


def test_of_a_text_without_end_only_the_beginning_is_read():
    found = figures("in 1990 it sold 5, " * 100_000)
    assert 200 < len(found) < 220
    assert found[-1].end <= LONGEST
