"""People who share a last name are set against each other as others are."""

import pytest

from index.models import Span
from tests.qa.comparing.test_rivals import found, reading


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ann Beck", "Bo Beck", True),
        ("Ann Beck", "A. Beck", False),
        ("Ann Beck", "Anna Beck", False),
        ("Ann Beck", "Ann Maria Beck", False),
        ("Ann Beck", "Beck", False),
        ("Ann Beck", "Bo Ash", True),
    ],
)
def test_two_of_one_family_are_two_people(one, other, expected):
    sides = [
        reading(number, f"{name} directed the film Harbour.", name)
        for number, name in enumerate((one, other), start=1)
    ]
    assert bool(found(*sides)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They tried Dario Beck. Beck directed the film Harbour.", True),
        ("They tried Milan Beck. Beck directed the film Harbour.", False),
        ("They saw Coach Beck. Beck directed the film Harbour.", False),
        ("They tried Mr Beck. Beck directed the film Harbour.", False),
    ],
)
def test_a_bare_last_name_is_of_whom_its_article_names_in_full(text, expected):
    one = reading(1, "Milan Beck directed the film Harbour.", "Milan Beck")
    told = reading(2, text, "Beck directed")
    start = text.index("Beck directed")
    span = Span(start=start, end=start + len("Beck"))
    other = told.model_copy(update={"answer": "Beck", "span": span})
    assert bool(found(one, other)) is expected
