"""Words that newspapers use for one sort of thing: a clause of a contract is also its language.

Alone they say little: "the language" is many things. With what they are said of, they do: "the
language on overtime", "the overtime clause". What is meant by one word is no sort here: a tax and a
toll are two things, a levy may be either.
"""

from collections.abc import Iterable

from qa.terms import stem

_LINES = """
clause provision language wording definition term stipulation section paragraph passage condition
ban prohibition restriction embargo moratorium
fee charge levy toll surcharge
levy tax duty
tariff duty levy
layoff cut redundancy dismissal
subsidy aid support grant handout benefit payment
deal agreement pact accord contract treaty arrangement
stake holding shareholding interest
rule regulation requirement obligation mandate provision
law act statute legislation
bonus premium supplement allowance
wage salary pay
limit cap ceiling threshold
service line route link connection
talk negotiation discussion
truce ceasefire armistice
programme scheme project initiative
strike walkout stoppage
partnership alliance cooperation collaboration
right entitlement privilege
post job position role
exemption waiver exception
guarantee warranty assurance pledge
department division unit arm
factory plant works
discount rebate reduction
curfew lockdown
barrier fence wall
"""
_SORTS = tuple(frozenset(map(stem, line.split())) for line in _LINES.strip().splitlines())


def synonyms(stems: Iterable[str]) -> frozenset[str]:
    """Return stems, and those of the words that may stand for one of them.

    >>> sorted(synonyms({"truce", "toll"}))
    ['armistic', 'ceasefir', 'charg', 'fee', 'levi', 'surcharg', 'toll', 'truce']
    """
    given = frozenset(stems)
    return given.union(*(sort for sort in _SORTS if sort & given))


def are_of_one_sort(one: str, other: str) -> bool:
    """Return whether two stems are of words that may stand for one another.

    >>> are_of_one_sort(stem("clause"), stem("wording")), are_of_one_sort("toll", "tax")
    (True, False)
    """
    return one == other or any({one, other} <= sort for sort in _SORTS)
