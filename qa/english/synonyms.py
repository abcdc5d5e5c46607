"""Words that newspapers use for one thing: a clause of a contract is also its language.

Alone they say little: "the language" is many things. With what they are said of, they do: "the
language on overtime", "the overtime clause". A word may stand in two lines: a tax and a toll are
two things, a levy may be either.
"""

from collections.abc import Iterable

from qa.english.terms import stem

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
dividend payout
series show programme
barrier fence wall
close shut
shut switch deactivate
aboard board
arrest custody detain apprehend
found establish start launch
begin began begun start
build built construct erect
kill die dead death fatality
buy bought acquire purchase takeover
sell sold fetch auction
pay paid cost price
attend attendance visit visitor come came crowd
employ employee work worker staff job
win won victory winner
weigh weight heavy
hold own stake
main key
house home
injure hurt wound
inhabitant resident population live reside
laid lay layoff sack axe
resign quit leave left step
"""
_COUNTED_LINES = """
restaurant eatery outlet location branch site
store shop outlet location branch site
cafe outlet location branch site
home house dwelling
building structure
car vehicle
lorry truck vehicle
plane aircraft jet
helicopter aircraft
boat vessel
ship vessel
company firm business
job position role post worker employee staff person
flat apartment
pub bar
fire blaze
bullet round shot
film movie
town municipality
university college
home house household property dwelling flat
charge count offence
"""
"""What counts the same, told by either name, where both answer one question."""

_PHRASES = tuple(
    (frozenset(map(stem, phrase.split())), stem(word))
    for phrase, word in (("lose lives", "die"), ("lose life", "die"), ("loss life", "death"))
)
_COUNTED = tuple(frozenset(line.split()) for line in _COUNTED_LINES.strip().splitlines())
_SORTS = tuple(frozenset(map(stem, line.split())) for line in _LINES.strip().splitlines())


def synonyms(stems: Iterable[str]) -> frozenset[str]:
    """Return stems, and those of the words that may stand for one of them.

    >>> sorted(synonyms({"truce", "toll"}))
    ['armistic', 'ceasefir', 'charg', 'fee', 'levi', 'surcharg', 'toll', 'truce']
    """
    given = frozenset(stems)
    given |= {stem for phrase, stem in _PHRASES if phrase <= given}
    return given.union(*(sort for sort in _SORTS if sort & given))


def are_of_one_sort(one: str, other: str) -> bool:
    """Return whether two stems are of words that may stand for one another.

    >>> are_of_one_sort(stem("clause"), stem("wording")), are_of_one_sort("toll", "tax")
    (True, False)
    """
    return one == other or any({one, other} <= sort for sort in _SORTS)


def count_alike(one: str | None, other: str | None) -> bool:
    """Return whether two units may count the same things: restaurants of a chain are its locations.

    >>> count_alike("restaurant", "location"), count_alike("restaurant", "shop")
    (True, False)
    """
    return one == other or any({one, other} <= sort for sort in _COUNTED)
