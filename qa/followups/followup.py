"""A follow-up and the turns before it -> a question that stands alone.

By rule: what the follow-up leaves out is taken from the question before it, and what it calls "it",
"she" or "that deal" is what the turns before call by its name. What no rule is sure of is left.
"""

import re
from collections.abc import Sequence

from qa.followups.again import asked_again
from qa.followups.asking import taken_apart
from qa.followups.instead import asked_instead
from qa.followups.referring import referred
from qa.models import Answer

_OPENING = re.compile(r"^(?:and|but|so|then|also|ok(?:ay)?|well)\b[,\s]*", re.IGNORECASE)
_TELLING = re.compile(r"(?:tell|explain|show|give|list|describe|summari[sz]e)\b", re.IGNORECASE)
LONGEST_FOLLOW_UP = 25  # words; who writes more leaves nothing out


def stand_alone(question: str, history: Sequence[Answer]) -> str:
    """Return `question` with what it leaves to the turns before it filled in.

    A question that says all by itself is returned as it is, and so is one that nothing helps.
    """
    if not history or len(question.split()) > LONGEST_FOLLOW_UP:
        return question
    plain = " ".join(question.split()).rstrip(" ?!.")
    bare = _OPENING.sub("", plain)
    if again := asked_again(bare, history):
        return again
    if instead := asked_instead(plain, history[-1].question):
        return instead
    if not (question.endswith("?") or _TELLING.match(bare) or taken_apart(bare)):
        return question  # It asks nothing: "Thanks, that helps".
    filled = referred(bare, history)
    if filled == bare:
        return question
    end = "." if _TELLING.match(bare) else "?"
    return f"{filled[0].upper()}{filled[1:]}{end}"
