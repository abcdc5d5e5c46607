"""Which sentences could be stated otherwise, and what they name and state."""

from datetime import date

import pytest

from index.models import Article, Span
from qa.unasked.claims import Claim, claims_in, is_claim, is_statement

TEXT = (
    "The bridge over the Arno opened in 1932.\n\n"
    "Is the bridge over the Arno still safe today?\n\n"
    "The Herald and Acme Steel said that Acme Steel sold 40,000 tonnes for $3 million.\n\n"
    "Share your comments below.\n"
)
LINES = TEXT.split("\n\n")


def article(text: str = TEXT, publisher: str = "The Herald") -> Article:
    return Article(id="a", title="T", text=text, publisher=publisher, published=date(2026, 3, 3))


def claim(text: str, **more: str) -> Claim:
    return Claim(article(text, **more), Span(start=0, end=len(text)))


def test_claims_are_statements_with_their_places():
    one = article()
    claims = claims_in(one, Span(start=0, end=len(TEXT)))
    assert [c.text for c in claims] == [LINES[0], LINES[2]]
    assert [one.text[c.span.start : c.span.end] for c in claims] == [c.text for c in claims]


def test_a_part_of_an_article_gives_the_claims_inside_it_at_their_places():
    start = TEXT.index("The Herald")
    (only,) = claims_in(article(), Span(start=start, end=len(TEXT)))
    assert only.span.start == start
    assert only.text.startswith("The Herald and Acme")


def test_what_tells_the_reader_to_do_something_states_nothing():
    told = "Your friend gets a free $10 deposit when you use the code of the league."
    assert is_statement(told)
    assert not is_statement(told.replace("Your friend gets", "Get"))
    assert not is_claim("Join the league in Turin today with a free deposit of $10.")
    assert is_claim("Share prices in Turin fell by 3 percent on the news of the day.")


@pytest.mark.parametrize(
    ("begins", "named"),
    [
        ("CANBERRA, Australia — ", False),
        ("WASHINGTON – ", False),
        ("HONOLULU (AP) — ", False),
        ("Canberra (CNN Business) ", False),
        ("Canberra Works (CW) knows that ", True),
    ],
)
def test_where_a_report_was_written_is_not_what_it_names(begins, named):
    one = claim(f"{begins}Acme Steel sold 40,000 tonnes.")
    assert [name.of(one.text) for name in one.named][-1] == "Acme Steel"
    assert (len(one.named) > 1) is named


def test_what_tells_of_a_picture_states_nothing():
    told = "A security guard was seen outside of the plant on August 31."
    assert is_statement(told)
    assert not is_statement(told.replace("was", "is"))
    assert not is_statement(f"Hide Caption 9 of 37 Photos: {told}")
    assert not is_statement("The plant in Turin, seen here on March 24, is an old one.")


def test_the_figures_of_a_ratio_are_no_counts():
    said = "About 1 in 5 people in Turin saw 5 people on Sunday."
    assert [value.span.start for value in claim(said).values] == [said.rindex("5")]


def test_names_values_and_what_is_said_of_them_are_kept_apart():
    one = claim("On Monday The Herald wrote that Acme Steel sold 40,000 tonnes for $3 million.")
    assert one.names == {"acm", "steel"}  # The publisher is nobody a claim is about.
    assert [value.text for value in one.values] == ["40,000 tonnes", "$3 million"]
    assert {"sell", "write"} <= one.attribute
    assert not one.attribute & (one.names | one.in_values)
    assert "monday" in one.in_values  # A day that is only pointed at is no value, and no word.


def test_a_first_word_that_the_article_has_in_small_letters_is_no_name():
    text = "Tickets are $15 at the Arno. Buy tickets in Florence. Where are Tickets sold?"
    span = Span(start=0, end=text.index(" Buy"))
    assert Claim(article(text), span).names == {"arno"}
    assert "ticket" in Claim(article(text.replace("Buy tickets", "Buy them")), span).names


def test_a_publisher_that_is_unknown_takes_no_name_away():
    one = claim("People say that the Unknown Soldier lies here.", publisher="unknown")
    assert {"unknown", "soldier"} <= one.names


def test_a_name_with_a_number_is_another_name():
    one, other = (claim(f"The Jets were beaten in Week {n} by the Bears.") for n in (14, 15))
    assert one.numbered == {"week 14"} != other.numbered


@pytest.mark.parametrize(
    "text",
    [
        "Is the old bridge over the Arno safe?",
        "Too short to say.",
        "Age: 31 • Experience: 9 years at the Arno.",
        "Sunday, Oct. 1 Start time: 8:20 at the Arno.",
        "19:20 And the Arno rises again in Florence.",
        "He said the bridge over the Arno is safe.",
        "While it lasted, the bridge over the Arno was loved.",
        "$18 at Amazon with a coupon on the page.",
        "The bridge over the Arno and the road",
        "word " * 70 + "ends.",
        "In Florence the average score at the school is 1430 points.",
        "These bridges fail to comply with Standard 111 of Florence.",
        "In 2003 the company sold 40 bridges to Florence.",
        "Those who cross the Arno pay $3 if they live in Florence.",
        "Arno Center for the Arts, 250 N. Arizona Ave. $38-$58.",
    ],
)
def test_what_leans_on_what_is_around_it_is_no_claim(text):
    assert not is_claim(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme Steel said that the company sold 40,000 tonnes in May.",
        "The city of Florence sold 40 bridges over the Arno.",
        "This year Florence sold 40 bridges over the Arno.",
    ],
)
def test_what_names_it_itself_is_a_claim(text):
    assert is_claim(text)


def test_the_age_of_people_is_no_value():
    one = claim("In Florence 44% of people 12 and older crossed the Arno.")
    assert [value.text for value in one.values] == ["44%"]
