"""Values in a text, and whether two of them can both hold.

numbers, nouns, hedges -> money, percents, durations, vague, dates, periods, relative -> quantities -> find
"""

from qa.values.compare import compare
from qa.values.find import find_values
from qa.values.models import Hedge, Relation, Value, ValueKind

__all__ = ["Hedge", "Relation", "Value", "ValueKind", "compare", "find_values"]
