"""Nobody has to take a measure on trust."""

import inspect
import re

import pytest

from qa import measures

NAMES = [name for name in measures.__all__ if inspect.isfunction(getattr(measures, name))]


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_says_where_it_comes_from_and_shows_a_value(name):
    told = inspect.getdoc(getattr(measures, name))
    assert "Source: " in told
    assert re.search(rf">>> .*\b{name}\(", told)
