"""The small words of English: what helps a verb, opens a noun, or joins one to another."""

import re

_BE_WORDS = "is are was were am"
_DO_WORDS = "do does did"
_HAVE_WORDS = "has have had"
_MODAL_WORDS = "can could will would shall should may might must"
_OPENER_WORDS = """
the a an this that these those its his her their our your my any all some both each every no most
many several two three
"""
_PREPOSITION_WORDS = """
on at to from by with without under in over for of about against between after before during since
until into near among behind across along beyond within inside outside above below through despite
"""

BE = frozenset(_BE_WORDS.split())
DO = frozenset(_DO_WORDS.split())
HAVE = frozenset(_HAVE_WORDS.split())
MODALS = frozenset(_MODAL_WORDS.split())
AUXILIARIES = "|".join(sorted(BE | DO | HAVE | MODALS))
OPENERS = frozenset(_OPENER_WORDS.split())
PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())


def bare(word: str) -> str:
    """Return a word in lower case, without marks and without "'s"."""
    return re.sub(r"['’]s?$", "", word.casefold().strip(",.;:\"'“”"))
