from datetime import date

import pytest

from qa.values import compare, find_values

EQUAL = [
    ("1.1 tonnes", "1,100 kilograms"),
    ("3 cubic meters", "3,000 litres"),
    ("1,342[1] km", "1,342 km"),
    # money
    ("$135 billion", "135bn dollars"),
    ("$135 billion", "US$135 bn"),
    ("$135 billion", "135,000 million dollars"),
    ("$135 billion", "USD 135 billion"),
    ("over $135 billion", "more than $135bn"),
    ("over $135 billion", "an investment estimated to exceed $135 billion"),
    ("£2.5m", "2.5 million pounds"),
    ("€40 million", "40 million euros"),
    ("60¢", "60 cents"),
    ("$1.2-1.5 billion", "between $1.2 billion and $1.5 billion"),
    ("Rs 5 crore", "50 million rupees"),
    ("billions of dollars", "billions of dollars"),
    ("half a million dollars", "$500,000"),
    # percent
    ("27 percent", "27%"),
    ("27 percent", "27 per cent"),
    ("27 percent", "twenty-seven percent"),
    ("half of the voters", "50 percent"),
    ("50 basis points", "0.5 percentage points"),
    ("3-4%", "3 to 4 percent"),
    ("3-4%", "between 3% and 4%"),
    # dates
    ("2030", "until 2030"),
    ("through 2032", "until 2032"),
    ("in 2019", "since 2019"),
    ("July 2024", "7/2024"),
    ("13 Nov 2023", "November 13, 2023"),
    ("13 Nov 2023", "2023-11-13"),
    ("13 Nov 2023", "the 13th of November 2023"),
    ("on November 13", "on Nov. 13th"),
    ("the third quarter of 2024", "Q3 2024"),
    ("2019-2023", "from 2019 to 2023"),
    ("between 2019 and 2023", "2019–23"),
    ("FY2024", "fiscal year 2024"),
    ("it closed on Monday", "it closed Monday"),
    # counts and durations
    ("a dozen people", "12 people"),
    ("43 people", "forty-three people"),
    ("43 people", "43 persons"),
    ("43 people were killed", "43 dead"),
    ("killing at least 43 people", "at least 43 people died"),
    ("2,300 jobs", "2300 jobs"),
    # measures
    ("60 miles", "97 km"),
    ("30 miles", "50 kilometres"),
    ("8,000 acres", "3,200 hectares"),
    ("45 sq km", "17 square miles"),
    ("6 ft 9 in", "6'9\""),
    ("the 6-foot-9 forward", "2.06 metres"),
    ("about 120 mph", "about 193 km/h"),
    ("temperatures of 40C", "104 degrees Fahrenheit"),
    ("a 7.8-magnitude quake", "a quake of magnitude 7.8"),
    ("1.5 million passengers", "1,500,000 passengers"),
    ("two hundred and fifty thousand homes", "250,000 homes"),
    ("three of the five judges", "three judges"),
    ("18 months", "one and a half years"),
    ("18 months", "a year and a half"),
    ("two weeks", "a fortnight"),
    ("30 minutes", "half an hour"),
    ("a three-year deal", "for three years"),
    ("48 hours", "two days"),
]

COMPATIBLE = [
    ("over $135 billion", "$137 billion"),
    ("over $135 billion", "$135 billion"),
    ("$13 billion", "$13.2 billion"),
    ("$1.2-1.5 billion", "$1.4 billion"),
    ("billions of dollars", "$13 billion"),
    ("up to $300", "$250"),
    ("nearly 3 percent", "2.9 percent"),
    ("nearly 3 percent", "3 percent"),
    ("a third of voters", "33 percent"),
    ("just over 50%", "52%"),
    ("July 2024", "2024"),
    ("early 2024", "March 2024"),
    ("Q3 2024", "August 2024"),
    ("the 1990s", "1994"),
    ("spring 2024", "April 2024"),
    ("by 2030", "2028"),
    ("after 2019", "2021"),
    ("before 2019", "before 2021"),
    ("until at least 2030", "until 2030"),
    ("November 13, 2023", "on November 13"),
    ("in November", "on November 13"),
    ("around 2030", "2031"),
    ("at least 40 people", "43 people"),
    ("at least 40 people", "at least 31 people"),
    ("about 100 people", "97 people"),
    ("some 2,300 jobs", "2,287 jobs"),
    ("2,300 jobs", "2,287 jobs"),
    ("$19 a share", "$18.70 a share"),
    ("hundreds of people", "340 people"),
    ("40 or more ships", "52 ships"),
    ("fewer than 20 deaths", "17 deaths"),
    ("18 months", "two years"),
    ("over 60 miles", "97 km"),
    ("about 30 miles", "50 km"),
    ("about 43 miles", "about 80 km"),
    ("winds of up to 120 mph", "winds of 180 km/h"),
]

DIFFERENT = [
    ("three weeks", "for a week"),
    ("three hours", "an hour and a half"),
    ("1.1 tonnes", "640 kg"),
    ("1,342[1] km", "1,337 km"),
    ("2030", "2032"),
    ("until 2030", "until 2032"),
    ("until 2030", "2032"),
    ("since 2019", "since 2021"),
    ("by 2040", "by 2050"),
    ("by 2030", "2032"),
    ("after 2019", "2017"),
    ("July 2024", "August 2024"),
    ("July 2024", "2025"),
    ("Q3 2024", "Q4 2024"),
    ("the 1980s", "1994"),
    ("November 13, 2023", "November 14, 2023"),
    ("on November 13", "on November 14"),
    ("on November 13", "in December"),
    ("November 13, 2023", "on November 14"),
    ("FY2024", "FY2025"),
    ("FY2024", "in 2022"),
    ("spring 2026", "November 2025"),
    ("winter 2025", "March 2027"),
    ("no one may be paid less than $21", "$20"),
    ("on 4, 5 and 6 September", "14 to 16 August 2026"),
    ("$13 billion", "$135 billion"),
    ("$13 billion", "$14 billion"),
    ("a toll of $3", "a toll of $2.50"),
    ("$13.2 billion", "$13.4 billion"),
    ("over $135 billion", "$13 billion"),
    ("up to $300", "$450"),
    ("between $1 billion and $2 billion", "$3 billion"),
    ("billions of dollars", "$5,000"),
    ("3 percent", "27 percent"),
    ("3 percent", "4 percent"),
    ("nearly 3 percent", "27 percent"),
    ("half of voters", "two-thirds of voters"),
    ("at least 40 people", "31 people"),
    ("43 people", "40 people"),
    ("43 people were killed", "31 dead"),
    ("about 100 people", "140 people"),
    ("around 2030", "2034"),
    ("10-15 people", "16 people"),
    ("2,300 jobs", "3,200 jobs"),
    ("hundreds of people", "two people"),
    ("three years", "four years"),
    ("a three-year deal", "a five-year deal"),
    ("six weeks", "six months"),
    ("60 miles", "60 km"),
    ("6'8\"", "6 ft 9 in"),
    ("5,000 acres", "3,200 hectares"),
    ("a magnitude 6.3 quake", "a 7.8-magnitude quake"),
    ("temperatures of 40C", "temperatures of 40F"),
]

INCOMPARABLE = [
    ("FY2024", "March 2023"),
    ("spring 2026", "September 2026"),
    ("winter 2025", "January 2026"),
    ("summer 2024", "December 2023"),
    ("$13 billion", "€13 billion"),
    ("$5 million", "A$5 million"),
    ("27%", "5 percentage points"),
    ("27%", "$27"),
    ("43 people", "43 ships"),
    ("43 people", "43 people were killed"),
    ("12 injured", "12 dead"),
    ("since 2019", "until 2030"),
    ("since 2019", "until 2019"),
    ("until 2030", "by 2030"),
    ("since 2019", "six years"),
    ("it closed on Monday", "it closed on Tuesday"),
    ("last year", "2023"),
    ("FY2024", "March 2025"),
    ("spring 2024", "October 2024"),
    ("about 100 people", "124 people"),
    ("around 2030", "2032"),
    ("nearly 3 percent", "3.1 percent"),
    ("hundreds of people", "1,200 people"),
    ("5/6/2024", "2024-06-05"),
    ("10 square kilometres", "10 kilometres"),
    ("10 square kilometres", "6 miles"),
    ("30 tons", "30 tonnes"),
]

CASES = [
    (first, second, relation)
    for relation, pairs in (
        ("equal", EQUAL),
        ("compatible", COMPATIBLE),
        ("different", DIFFERENT),
        ("incomparable", INCOMPARABLE),
    )
    for first, second in pairs
]


def only(text, published=None):
    values = find_values(text, published)
    assert len(values) == 1, f"{text!r} holds {[value.text for value in values]}"
    return values[0]


@pytest.mark.parametrize(("first", "second", "relation"), CASES)
def test_two_statements_relate_as_a_reader_would_say(first, second, relation):
    assert compare(first_of(first), first_of(second)) == relation
    assert compare(first_of(second), first_of(first)) == relation


def first_of(text):
    """Return the value a pair is about; "three of the five judges" holds another behind it."""
    return find_values(text)[0]


def test_last_year_is_a_year_once_the_day_of_publication_is_known():
    told = only("last year", published=date(2024, 3, 1))
    assert compare(told, only("2023")) == "equal"
    assert compare(told, only("2022")) == "different"


def test_the_same_weekday_of_two_weeks_differs_once_both_are_known():
    first = only("The deal, announced Monday", published=date(2024, 3, 5))
    second = only("The deal, announced Monday", published=date(2024, 3, 12))
    assert (first.low, second.low) == (date(2024, 3, 4), date(2024, 3, 11))
    assert compare(first, second) == "different"
