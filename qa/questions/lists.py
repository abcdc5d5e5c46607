"""Does a question ask for a list, so that several answers may be right together?"""

import re

from qa.english.grammar import AUXILIARIES
from qa.english.verbs import lemma_of_past, lemma_of_third
from qa.questions.question import Question
from qa.values.numbers import NUMBER_WORDS

_NO_NOUN = r"(?:is|was|has|does|of|in|news|series|business)\b"
_LISTS = re.compile(
    r"^(?:who (?:are|were|else)\b|what are\b|name\b"
    r"|who (?:invested|attended|signed|joined|funded|sued|supported|starred)\b)",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"^(?:which|what) (?:of (?:the|these|those) )?(?P<before>(?:(?!{_NO_NOUN})\w+ ){{0,2}}?)"
    rf"(?P<plural>(?!{_NO_NOUN})\w+[^s\W]s)\b(?: (?P<next>[\w'’-]+))?",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(AUXILIARIES, re.IGNORECASE)


def asks_for_list(question: Question) -> bool:
    """Return whether several answers may be right together.

    >>> from qa.questions.question import understand
    >>> [asks_for_list(understand(text)) for text in ("Which directors did it have?",
    ...  "Who invested in the round?", "What was the budget?", "What does it cost?")]
    [True, True, False, False]
    """
    which = _WHICH.match(question.text)
    return bool(_LISTS.match(question.text)) or (which is not None and not _has_verb(which))


def _has_verb(which: re.Match[str]) -> bool:
    """Return whether what looks like a plural is a verb: "Which bank advises the firm?"."""
    follows = which["next"]
    *_, before = which["before"].casefold().split() or [""]
    if not before or before in NUMBER_WORDS or lemma_of_third(which["plural"]) is None:
        return False
    return not (follows and (_AUXILIARY.fullmatch(follows) or lemma_of_past(follows)))
