from datetime import date
from decimal import Decimal

import pytest

from qa.values import find_values

# (text, what is found in it: kind and words)
FOUND = [
    ("It paid $13 billion.", [("money", "$13 billion")]),
    ("It paid US$135 bn.", [("money", "US$135 bn")]),
    ("worth A$1.5m or £900k", [("money", "A$1.5m"), ("money", "£900k")]),
    ("worth 135bn dollars", [("money", "135bn dollars")]),
    ("He earned EUR 5 million.", [("money", "EUR 5 million")]),
    ("between $1 billion and $2 billion", [("money", "between $1 billion and $2 billion")]),
    ("a $1.2-1.5 billion deal", [("money", "$1.2-1.5 billion")]),
    ("billions of dollars", [("money", "billions of dollars")]),
    ("60¢ a share", [("money", "60¢")]),
    ("He lost 50 pounds.", [("count", "50 pounds")]),
    ("6 ft 9 in (2.06 metres) tall", [("count", "6 ft 9 in"), ("count", "2.06 metres")]),
    ("the 6-foot-9 forward", [("count", "6-foot-9")]),
    ("6 feet, 9 people", [("count", "6 feet"), ("count", "9 people")]),
    ("It was 40C (104F).", [("count", "40C"), ("count", "104F")]),
    ("The 5C is a phone.", []),
    ("burned 2000 acres", [("count", "2000 acres")]),
    ("a 2000 ft drop in 2000", [("count", "2000 ft"), ("date", "2000")]),
    ("the 2011 magnitude 9.0 quake", [("date", "2011"), ("count", "9.0")]),
    ("the 2011 magnitude-9.0 quake", [("date", "2011")]),
    ("45 sq km of forest", [("count", "45 sq km")]),
    ("200 nautical miles off", [("count", "200 nautical miles")]),
    ("a 27 percent stake", [("percent", "27 percent")]),
    ("3-4% of sales", [("percent", "3-4%")]),
    ("from 3 to 4 percent", [("percent", "3"), ("percent", "4 percent")]),
    ("up 50 basis points", [("percent", "50 basis points")]),
    ("two-thirds of voters", [("percent", "two-thirds")]),
    ("the second half of the game", []),
    ("a third man and half asleep", []),
    ("until 2030", [("date", "2030")]),
    ("from 2019 to 2023", [("date", "2019 to 2023")]),
    ("delayed from 2030 to 2032", [("date", "2030"), ("date", "2032")]),
    (
        "moved the last day from the 1st of May to 3 June",
        [("date", "1st of May"), ("date", "3 June")],
    ),
    ("the 2023-24 season", [("date", "2023-24")]),
    ("in the 1990s and the '80s", [("date", "1990s"), ("date", "'80s")]),
    ("On Monday, Nov. 13, 2023, it", [("date", "Nov. 13, 2023")]),
    ("On Monday 13 November 2023 it", [("date", "13 November 2023")]),
    ("On Monday the 13th of November it", [("date", "13th of November")]),
    ("On Monday (13 November) it", [("date", "13 November")]),
    ("On Monday, the third of May, it", [("date", "third of May")]),
    ("On Monday 12 people died", [("date", "Monday"), ("count", "12 people")]),
    ("on 13 November 2023", [("date", "13 November 2023")]),
    ("July to September 2024", [("date", "July to September 2024")]),
    ("by the end of 2030", [("date", "end of 2030")]),
    ("in the third quarter of 2024", [("date", "third quarter of 2024")]),
    ("an April 11-14 event", [("date", "April 11-14")]),
    ("on 4, 5 and 6 September", [("date", "4, 5 and 6 September")]),
    ("on 1st and 2nd June 2024", [("date", "1st and 2nd June 2024")]),
    ("from the first of April to 3 May", [("date", "first of April"), ("date", "3 May")]),
    ("on Christmas Eve and the 27th of May", [("date", "Christmas Eve"), ("date", "27th of May")]),
    ("until May Day and in May", [("date", "May Day"), ("date", "May")]),
    ("a second Boxing, a new year's day off, the second May", []),
    ("on St. Stephen’s Day 1972", [("date", "St. Stephen’s Day 1972")]),
    ("one in five homes, 3 in 10 flats", [("percent", "one in five"), ("percent", "3 in 10")]),
    ("won two in three days, three in 2020", [("duration", "three days"), ("date", "2020")]),
    (
        "in 2:19:44 or 2 hours, 19 minutes and 44 seconds",
        [("duration", "2:19:44"), ("duration", "2 hours, 19 minutes and 44 seconds")],
    ),
    ("from 1210 to 1130 BC, in 950 BC", []),
    (
        "2 hours and 9 minutes, 3 days",
        [("duration", "2 hours and 9 minutes"), ("duration", "3 days")],
    ),
    ("until mid-June 2020", [("date", "June 2020")]),
    ("version 2.3.4 of 3.12.2024", [("date", "3.12.2024")]),
    ("on September 4 and 5, 2024, it", [("date", "September 4 and 5, 2024")]),
    ("on March 5 and 12 people came", [("date", "March 5"), ("count", "12 people")]),
    ("a mug for 59 zł", [("money", "59 zł")]),
    ("last October and yesterday", [("date", "last October"), ("date", "yesterday")]),
    ("two years ago", [("date", "two years ago")]),
    ("more than fifty years ago", [("date", "fifty years ago")]),
    ("in 1865 and 1,865 men", [("date", "1865"), ("count", "1,865 men")]),
    ("2030 people", [("count", "2030 people")]),
    ("more than 2000 jobs", [("count", "2000 jobs")]),
    ("The 2020 Tribeca Film Festival", [("date", "2020")]),
    ("Black Friday and USA Today", []),
    ("He may march. May said so.", []),
    ("43 people died", [("count", "43 people")]),
    ("three of the five judges", [("count", "three"), ("count", "five judges")]),
    ("43 young asylum seekers", [("count", "43 young asylum seekers")]),
    ("10-15 people", [("count", "10-15 people")]),
    ("a 172-page suit", [("count", "172-page")]),
    ("its 365 products", [("count", "365 products")]),
    ("12 injured players, 12 injured", [("count", "12 injured players"), ("count", "12 injured")]),
    ("30 Democrats, four MPs", [("count", "30 Democrats"), ("count", "four MPs")]),
    ("two hundred and fifty thousand homes", [("count", "two hundred and fifty thousand homes")]),
    ("an 18-month delay of six weeks", [("duration", "18-month"), ("duration", "six weeks")]),
    ("within half an hour", [("duration", "half an hour")]),
    ("for three quarters of an hour", [("duration", "three quarters of an hour")]),
    ("nearly two hours and a half", [("duration", "two hours and a half")]),
    ("two days and a half of it", [("duration", "two days"), ("percent", "half")]),
    ("three quarters of voters", [("percent", "three quarters")]),
    ("It took a fortnight, twice a week.", [("duration", "a fortnight")]),
    ("for nearly an hour and a half", [("duration", "an hour and a half")]),
    ("a year ago, in a day's time, for a day or two", [("date", "a year ago")]),
    ("paid $5 a day for a second time", [("money", "$5")]),
    ("95 kroner, 31 billion kronor", [("money", "95 kroner"), ("money", "31 billion kronor")]),
]

# No values: names, scores, ages, times, versions, addresses, ranks, odds.
NOTHING = [
    "GPT-4 and 5G on the iPhone 15",
    "a WH-1000XM5 and COVID-19",
    "won 3-1 and lost 31-7",
    "on third-and-28",
    "the 34-year-old and the 5-year-olds",
    "Smith, 24, said",
    "he is 34 years old",
    "at 5:00 a.m. and 7 p.m.",
    "open 24/7",
    "call 555-123-4567",
    "version 2.0.1",
    "the 5th and the 21st",
    "Week 4, page 12, No. 10",
    "1600 Pennsylvania Avenue",
    "odds of -110 and +155",
    "Seven Samurai and The Three Musketeers",
    "the two agreed, one of them late",
    "192.168.0.1",
    "a 4K screen",
    "#5 @39",
    "3. Turn left",
    "a 20 W adapter in the 100 HR zone",
    "Articles 34(1) and 35(2)",
    "a midfielder. [ [9] ] He, p. 5",
    "36°44′52″N and 10^25",
    "in 2000 BCE and 230 million years ago",
    "Age: 24",
]

# (text, low, high, unit)
NUMBERS = [
    ("$13.2 billion", "13200000000", "13200000000", "USD"),
    ("135,000 million dollars", "135000000000", "135000000000", "USD"),
    ("$5 lakh crore", "5000000000000", "5000000000000", "USD"),
    ("₹1,35,00,000", "13500000", "13500000", "INR"),
    ("NIS 7 billion", "7000000000", "7000000000", "ILS"),
    ("$10 to $15 million", "10000000", "15000000", "USD"),
    ("$500 to $1 million", "500", "1000000", "USD"),
    ("tens of millions of dollars", "10000000", "100000000", "USD"),
    ("60 cents", "0.60", "0.60", "USD"),
    ("twenty-seven percent", "27", "27", "%"),
    ("25 basis points", "0.25", "0.25", "percentage point"),
    ("three quarters of them", "75", "75", "%"),
    ("one and a half million people", "1500000", "1500000", "person"),
    ("half a dozen ships", "6", "6", "ship"),
    ("three and a quarter million ships", "3250000", "3250000", "ship"),
    ("8½ innings", "8.5", "8.5", "inning"),
    ("two million and three hundred thousand people", "2000000", "2000000", None),
    ("dozens of cities", "24", "100", "city"),
    ("1,000 COVID-19 deaths", "1000", "1000", "death"),
    ("15 F-16s", "15", "15", "f-16"),
    ("26 km", "26", "26", "kilometre"),
    ("90 minutes", "5400", "5400", "second"),
    ("two hours and 20 minutes", "8400", "8400", "second"),
    ("27m viewers", "27000000", "27000000", "viewer"),
    ("over a quarter million homes", "250000", "250000", "home"),
    ("Rs 1.5 Cr", "15000000", "15000000", "INR"),
    ("3 to 4 weeks", "1814400", "2419200", "second"),
]

# (text, first day, last day)
DAYS = [
    ("in 2030", date(2030, 1, 1), date(2030, 12, 31)),
    ("in February 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-11-13", date(2023, 11, 13), date(2023, 11, 13)),
    ("13/11/2023", date(2023, 11, 13), date(2023, 11, 13)),
    ("4.3.2023", date(2023, 3, 4), date(2023, 3, 4)),
    ("the twenty-second of May 2023", date(2023, 5, 22), date(2023, 5, 22)),
    ("New Year's Eve, 2023", date(2023, 12, 31), date(2023, 12, 31)),
    ("in mid-June 2020", date(2020, 6, 1), date(2020, 6, 30)),
    ("in Q3 2024", date(2024, 7, 1), date(2024, 9, 30)),
    ("the first half of 2024", date(2024, 1, 1), date(2024, 6, 30)),
    ("the late 1990s", date(1996, 1, 1), date(1999, 12, 31)),
    ("the 19th century", date(1801, 1, 1), date(1900, 12, 31)),
    ("on April 11-14, 2024", date(2024, 4, 11), date(2024, 4, 14)),
    ("5/6/2024", None, None),
    ("on February 30, 2024", None, None),
]

HEDGES = [
    ("No one may be paid less than $21.", "at_least"),
    ("Nobody is to wait for more than 90 days.", "at_most"),
    ("It cannot cost more than $5 million.", "at_most"),
    ("The fee will not exceed $5 million.", "at_most"),
    ("It is not allowed to weigh over 50 kilograms.", "at_most"),
    ("It was not until more than 50 people died.", "at_least"),
    ("It may not close: more than 50 people work there.", "at_least"),
    ("over $135 billion", "at_least"),
    ("was told to hand over $135 billion", "exact"),
    ("estimated to exceed $135 billion", "at_least"),
    ("no fewer than 40 people", "at_least"),
    ("It took over three years.", "at_least"),
    ("It pays for yearly audits over three years.", "exact"),
    ("40+ ships", "at_least"),
    ("over their two children", "exact"),
    ("nearly 3 percent", "nearly"),
    ("just under 3 percent", "nearly"),
    ("slightly more than 3 percent", "just_over"),
    ("some 40 people", "about"),
    ("~40 people", "about"),
    ("up to 40 people", "at_most"),
    ("less than 3%", "at_most"),
    ("hundreds of people", "vague"),
    ("2030", "exact"),
    ("until the end of 2030", "until"),
    ("through 2032", "until"),
    ("since early 2019", "since"),
    ("by 2030", "by"),
    ("before 2030", "before"),
    ("until at least 2030", "after"),
    ("a photo from 2021", "exact"),
    ("it was not until May 1966", "exact"),
    ("30 times higher than two months", "exact"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_values_are_found_with_their_own_words(text, expected):
    assert [(value.kind, value.text) for value in find_values(text)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_names_scores_ages_and_times_are_no_values(text):
    assert [value.text for value in find_values(text)] == []


@pytest.mark.parametrize(("text", "low", "high", "unit"), NUMBERS)
def test_numbers_are_read_in_their_unit(text, low, high, unit):
    value = find_values(text)[0]
    assert (value.low, value.high, value.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_dates_are_read_to_the_day(text, first, last):
    values = find_values(text) or [None]
    assert (values[0] and values[0].low, values[0] and values[0].high) == (first, last)


@pytest.mark.parametrize(("text", "hedge"), HEDGES)
def test_the_words_around_a_value_say_how_it_is_meant(text, hedge):
    assert find_values(text)[-1].hedge == hedge


def test_the_hedge_is_not_part_of_the_words():
    text = "Microsoft maintains its stake, valued at over $135 billion, until at least 2030."
    assert [value.span.of(text) for value in find_values(text)] == ["$135 billion", "2030"]


def test_a_toll_counts_deaths_whatever_the_words():
    told = [
        "43 people were killed",
        "killing at least 43 people",
        "the death toll rose to 43",
        "43 dead",
        "43 fatalities",
        "claimed the lives of 43 people",
    ]
    assert {find_values(text)[0].unit for text in told} == {"death"}
