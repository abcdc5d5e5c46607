"""Which side of what one source reports as changed is the older one.

By the days of publication where they are known and differ; else by the language of change, and by
the years that are told.
"""

from collections.abc import Sequence
from typing import Literal

from qa.english.times import YEAR
from qa.models import Citation
from qa.telling.change import stance

Age = Literal["", "older", "possibly older"]


def ages(sides: Sequence[Sequence[Citation]]) -> list[Age]:
    """Return of each side whether it is older than another; nothing where it cannot be told.

    Args:
        sides: What each side cites, in order.
    """
    days = [max((one.published for one in side if one.published), default=None) for side in sides]
    known = [day for day in days if day]
    if len(known) == len(sides) and len(set(known)) > 1:
        return ["older" if day != max(known) else "" for day in known]
    stances = [stance(side[0].quote) for side in sides]
    if {"change", "continuity"} <= set(stances):
        return ["possibly older" if one == "continuity" else "" for one in stances]
    years = [max(map(int, YEAR.findall(side[0].quote)), default=0) for side in sides]
    if all(years):
        return ["possibly older" if year != max(years) else "" for year in years]
    return [""] * len(sides)
