"""Values in a text, and whether two of them can both hold.

numbers, plurals, nouns -> money, percents, durations, counts, vague -> quantities -> find
dates -> periods, relative ----------------------------------------------------------> find
hedges, ranges ----------------------------------------------------------------------> find
"""

from qa.values.bounds import Bounds, bounds
from qa.values.compare import compare
from qa.values.find import find_values
from qa.values.models import Hedge, Relation, Value, ValueKind

__all__ = ["Bounds", "Hedge", "Relation", "Value", "ValueKind", "bounds", "compare", "find_values"]
