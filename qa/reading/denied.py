"""What a sentence says that something is not, "not in Ash but in Elm": no answer stands there."""

import re
from collections.abc import Sequence

from index.models import Span
from qa.english.grammar import AUXILIARIES
from qa.english.terms import stems
from qa.questions.question import Question

_ENDS = (
    r"(?=[,;:()–—“”\"]|[.!?](?:\W|$)|$|\s(?:but|that|who|whom|whose|which|when|where|because|since"
    r"|until|till|before|after|if|unless|whether|(?<!rather\s)than|although|though|while|as|and|so|for)\b)"
)
"""Where what is denied ends; what comes behind may well be so."""

_AFFIRMS = (
    r"(?: (?:only|just|merely|simply|solely|necessarily|always|until|till|before|after|since|less"
    r"|fewer|more|later|earlier|yet|even|much|all|every|den(?:y|ie)\w*|disput\w+|doubt\w*|rul\w+"
    r"|(?:to )?be (?:confused|mistaken|mixed)|forget|forgotten|stop\w*|fail\w*|mind|long|far|quite"
    r"|surpris\w+|least|unlike\w*)\b)"
)
"""Behind "not", it is no denial of what follows: "not only Ash", "not until May"."""

_NOT = rf"(?:\bnot\b|\w*n['’]t\b|\bcannot\b|\bnever\b|\bno longer\b)(?!{_AFFIRMS})"
_OF_VERB = re.compile(
    rf"(?:\b(?:{AUXILIARIES})(?: \w+ly)? |\b(?=\w+n['’]t\b|cannot\b))(?P<denied>{_NOT} .*?){_ENDS}",
    re.IGNORECASE,
)
_OPENS = (
    r"(?: (?:in|at|by|from|of|on|with|to|for|under|near|because of|due to))?"
    r"(?: (?:the|an?|any|his|her|its|their))?"
)
_BEFORE_NOUN = re.compile(
    rf"(?P<denied>(?:\bnot|\brather than|\binstead of|\bno longer)\b(?!{_AFFIRMS}){_OPENS}"
    rf" (?=[A-Z0-9$£€]).*?){_ENDS}"
    rf"|(?:, |\band )(?P<besides>(?:not|rather than|instead of){_OPENS} (?!\w+ing\b)[^,;:()]*?)"
    rf"{_ENDS}"
)
"""What is not said of a verb: "in Elm, not in Ash"."""

_OTHERWISE = re.compile(
    r"\b(?:not|n['’]t|never|no longer|instead|rather|replac\w+|succe\w+|previous\w*|former\w*|why"
    r"|how come|den(?:y|ie[sd]|ial)|refus\w+|reject\w+|fail\w*|without|used to|say|says|said"
    r"|clos\w+|shut\w*|absent|miss\w*|bann?\w*|prohibit\w*|forbid\w*|exempt\w*|exclu\w+)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""Questions that what is not so may answer."""


def denied_in(question: Question, sentence: str) -> Sequence[Span]:
    """Return the stretches of a sentence in which it says what is not so, in order.

    A number behind a verb that is denied may still be the answer, "could not save 12 people", and
    so may a clause where one is asked for, "the lease will not be renewed", unless the question
    has its verb: "What did she die of?".

    >>> from qa.questions.question import understand
    >>> asked, said = understand("Where did it end?"), "It did not end in Ash, but in Elm."
    >>> [span.of(said) for span in denied_in(asked, said)]
    ['not end in Ash']
    """
    if question.kinds[0] == "yes_no" or _OTHERWISE.search(question.text):
        return ()
    found = [match.span(match.lastgroup or 0) for match in _BEFORE_NOUN.finditer(sentence)]
    of_verbs = (match.span("denied") for match in _OF_VERB.finditer(sentence))
    if question.kinds[0] == "text":
        known = question.terms - question.names
        found += (at for at in of_verbs if known & set(_first_stem(sentence[slice(*at)])))
    elif question.kinds[0] in {"name", "date"}:
        found += of_verbs
    return [Span(start=start, end=end) for start, end in _apart(sorted(found))]


def _first_stem(denied: str) -> Sequence[str]:
    """Return the stem of the verb that is denied: "die" of "not die of pneumonia"."""
    return [one for word in denied.split()[1:] for one in stems(word)][:1]


def _apart(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches of which none meets another: of those that do, all that they cover."""
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept
