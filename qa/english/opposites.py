"""Words that mean the reverse of others, and words of denial."""

import re
from collections.abc import Iterable

from qa.english.terms import stem

_PAIRS = """
first last; earliest latest; before after; began ended; begin end; start finish; started finished;
increase decrease; increased decreased; rise fall; rose fell; gain loss; gained lost; win lose;
won lost; largest smallest; biggest smallest; larger smaller; bigger smaller; highest lowest;
higher lower; high low; most least; more fewer; more less; best worst; better worse; longest
shortest; longer shorter; long short; old new; older newer; older younger; oldest youngest;
oldest newest; north south; northern southern; east west; eastern western; left right; above
below; inside outside; internal external; domestic foreign; public private; male female; men
women; man woman; boys girls; father mother; son daughter; brother sister; husband wife; king
queen; buy sell; bought sold; buys sells; import export; imported exported; accept reject;
accepted rejected; approved rejected; support oppose; supported opposed; agreed disagreed;
agree disagree; allowed banned; allow ban; allowed prohibited; legal illegal; possible impossible;
common rare; commonly rarely; often seldom; always never; strong weak; stronger weaker; strongest
weakest; fast slow; faster slower; hot cold; warm cold; wet dry; light dark; light heavy; hard
soft; hard easy; rich poor; major minor; maximum minimum; minimum maximum; positive negative;
success failure; successful unsuccessful; love hate; loved hated;
friend enemy; ally enemy; attack defend; attacked defended; victory defeat; defeated rescued;
open close; opened closed; opening closing; join leave; joined left; arrive depart; arrived left;
enter leave; entered left; hire fire; hired fired; appointed dismissed; built destroyed; build
destroy; created destroyed; create destroy; founded dissolved; founded closed; born died; birth
death; alive dead; morning evening; day night; summer winter; spring autumn; early late; earlier
later; upper lower; top bottom; front back; near far; urban rural; modern ancient; primary
secondary; major minor; majority minority; expensive cheap; cost earn; spent earned; borrow lend;
paid owed; teacher student; employer employee; buyer seller; doctor patient; winner loser;
advantage disadvantage; advantages disadvantages; benefit harm; good bad; safe dangerous; true
false; similar different; same different; include exclude; included excluded; including excluding;
with without; for against; direct indirect; directly indirectly; formal informal; permanent
temporary; full partial; complete partial; simple complex; raise lower; raised lowered; expand
shrink; expanded shrank; grew shrank; grow shrink; encourage discourage; encouraged discouraged;
praise criticize; praised criticized; cause prevent; caused prevented; create prevent; help hinder;
helped hindered; protect endanger; protected endangered; release withhold; released withheld;
remember forget; succeed fail; succeeded failed; add remove; added removed; extend shorten;
extended shortened; delay advance; delayed advanced; confirm deny; confirmed denied; admitted
denied; acquire divest; acquired divested; gave took; give take; given taken; sent received; send
receive; pushed pulled; only also; everyone nobody; all none; exclusive shared; decline growth;
"""

_TURNS = """
allow forbid; allow bar; allow ban; allow prohibit; permit forbid; permit ban; permit bar; permit
prohibit; hold collapse; hold break; stay leave; remain leave; stay quit; remain quit; continue end;
continue stop; continue cease; keep lose; keep drop; keep scrap; keep abandon; keep leave; impose
lift; start stop; launch cancel; exist abolish; legal ban; approve reject; approve refuse; win
lose; convict acquit; convict clear; guilty acquit; guilty innocent; suspend resume; open shut;
survive die
"""
"""What holds against what does not any more. `can_oppose` was measured without these."""

_WORD = re.compile(r"[a-z]+")
_DENIAL = re.compile(
    r"\b(?:no(?!\.? ?[0-9])|not|never|neither|nor|none|nobody|nothing|without|cannot|unable|false"
    r"|lacks?|den(?:y|ies|ied)|refus(?:es?|ed)|reject(?:s|ed)?|fail(?:s|ed)?"
    r"|declin(?:es?|ed) (?:to|that|it|an?|the))\b|n['’]t\b",
    re.IGNORECASE,
)


def can_oppose(one: str, other: str) -> bool:
    """Return whether two sentences have what it takes to contradict each other without figures.

    Only one denies something, or they differ in words that mean the reverse.

    >>> can_oppose("The dam held.", "The dam did not hold."), can_oppose("It rose.", "It fell.")
    (True, True)
    >>> can_oppose("It shared a long border.", "It shared a massive border.")
    False
    """
    if bool(_DENIAL.search(one)) != bool(_DENIAL.search(other)):
        return True
    words, others = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return any(not (words - others).isdisjoint(OPPOSITES.get(word, ())) for word in others - words)


def reversible(found: Iterable[str]) -> frozenset[str]:
    """Return the stems of words that mean the reverse of one of these stems.

    >>> sorted(reversible(["ban"]))
    ['allow', 'legal', 'permit']
    """
    return frozenset(other for one in found for other in _REVERSE.get(one, ()))


def _table(pairs: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for pair in pairs.split(";"):
        words = pair.split()
        if len(words) == 2:
            table.setdefault(words[0], []).append(words[1])
            table.setdefault(words[1], []).append(words[0])
    return {word: tuple(dict.fromkeys(others)) for word, others in table.items()}


OPPOSITES = _table(_PAIRS)
"""For each word, in lower case, those that mean the reverse."""

_REVERSE = _table(
    ";".join(" ".join(map(stem, pair.split())) for pair in f"{_PAIRS};{_TURNS}".split(";"))
)
