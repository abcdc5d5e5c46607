"""The gates: of one subject, alike, and with values that cannot both hold."""

from datetime import date

import pytest

from index.models import Article, Span
from qa.unasked.alignment import (
    any_differ,
    differing,
    differing_in_precision,
    have_words_in_common,
    likeness,
    share_a_subject,
)
from qa.unasked.claims import Claim


def claim(text: str, number: int = 0) -> Claim:
    article = Article(id=str(number), title="T", text=text, published=date(2026, 3, 3))
    return Claim(article, Span(start=0, end=len(text)))


def test_one_subject_may_name_more_than_the_other():
    short = claim("The chief of Acme Steel earned 3 million dollars.")
    long = claim("The chief of Acme Steel in Turin earned 4 million dollars.")
    assert share_a_subject(short, long)
    assert share_a_subject(long, short)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Today the Jets of York meet the Bears.", "Today the Jets of York meet the Lions."),
        ("The mill earned 3 million dollars.", "The mill earned 4 million dollars."),
        ("The Jets lost Week 14 by 3 points.", "The Jets lost Week 15 by 4 points."),
    ],
)
def test_other_names_no_names_and_other_numbers_are_other_subjects(a, b):
    assert not share_a_subject(claim(a), claim(b))


def test_likeness_is_of_what_is_said_and_not_of_names_and_values():
    one = claim("The mill of Acme earned 3 million dollars.")
    same = claim("The mill of Acme earned 9 million dollars.")
    other = claim("Acme dismissed its chief and 3 clerks.")
    assert likeness(one, same) == 1
    assert likeness(one, other) == 0


def test_words_in_common_are_few_in_most_pairs():
    one = claim("The old mill of Acme earned 3 million dollars.")
    assert have_words_in_common(one, claim("The old mill of Acme earned nothing at all."))
    assert not have_words_in_common(one, claim("Acme had a mill."))
    long = claim("An old mill " + " ".join(f"word{n}" for n in range(200)) + " of Acme.")
    assert not have_words_in_common(one, long)


def test_the_values_that_differ_are_those_that_stand_among_the_same_words():
    a = claim("Acme sold 40 mills and its chief earned $3 million last year.")
    b = claim("Acme sold 50 mills and its chief earned $4 million last year.")
    differ = differing(a, b)
    assert differ is not None
    assert (differ.a.text, differ.b.text) in {
        ("40 mills", "50 mills"),
        ("$3 million", "$4 million"),
    }
    assert differ.likeness == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Acme earned $3 million.", "Acme earned about $3 million."),
        ("Acme earned $3 million.", "Acme earned more than $2 million."),
        ("Acme earned $3 million of $9 million.", "Acme earned $3 million of $8 million."),
        ("Acme earned $3 million in 2019.", "Acme earned $4 million in 2020."),
        ("Acme earned $3 million.", "Acme has 4 mills."),
        ("Gas costs $4.87 at Acme.", "Gas costs more at Acme, up 25 cents."),
        ("Gas costs $4.87 at Acme.", "Gas at Acme rose about $1."),
        ("Gas costs $4.87 at Acme.", "Gas at Acme is down from $5.20."),
        ("Of Acme's workers 3 were ill.", "Of Acme's workers 94 were ill."),
        ("Acme paid people 12 and older.", "Acme paid people 50 and older."),
    ],
)
def test_values_that_can_both_hold_or_are_of_other_times_do_not_differ(a, b):
    found = differing(claim(a), claim(b))
    if "9 million" in a:  # Another value differs, beside one that is the same.
        assert found is not None
        assert found.a.text == "$9 million"
    else:
        assert found is None


def test_dates_differ_where_nothing_else_does():
    differ = differing(claim("Acme was founded in 1932."), claim("Acme was founded in 1934."))
    assert differ is not None
    assert (differ.a.text, differ.b.text) == ("1932", "1934")


def test_any_value_that_could_not_hold_beside_another_is_seen():
    assert any_differ(claim("Acme has 4 mills."), claim("Acme has 5 mills."))
    assert not any_differ(claim("Acme has 4 mills."), claim("Acme has 4 mills and 3 clerks."))


def test_figures_that_can_both_hold_differ_in_precision():
    found = differing_in_precision(
        claim("Acme earned nearly $3 million."), claim("Acme earned $2.9 million.")
    )
    assert found is not None
    assert (found.a.text, found.b.text) == ("$3 million", "$2.9 million")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Acme earned $3 million.", "Acme earned $3 million."),
        ("Acme earned $3 million in 2019.", "Acme earned $3 million in May 2019."),
        ("Acme earned nearly $3 million of $4.", "Acme earned $2.9 million of $5."),
        ("Acme earned over $1 million.", "Acme earned over $7.9 million."),
    ],
)
def test_what_is_stated_alike_or_cannot_hold_does_not_differ_in_precision(a, b):
    assert differing_in_precision(claim(a), claim(b)) is None


def test_shares_of_one_whole_do_not_differ():
    one = claim("The mill in Turin says that 5% of its looms are broken today.")
    rest, other = (
        claim(f"The mill in Turin says that {share}% of its looms are sound today.")
        for share in (95, 80)
    )
    assert differing(one, rest) is None
    assert differing(one, other) is not None
