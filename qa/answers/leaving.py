"""Does a sentence say that somebody whose role is asked about has given it up?"""

import re

from qa.answers.roles import names_a_role
from qa.english.names import find_names
from qa.english.terms import stems
from qa.questions.question import Question
from qa.telling.sentences import Sentence

_ASKS_NOW = re.compile(r"(?:is|are|does|do|has|have)\b", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:step(?:s|ped) (?:down|aside)|resign(?:s|ed)|quit|retire[sd]|(?:has|have|had) left"
    r"|left (?:the|his|her|their) (?:post|job|role|office)"
    r"|(?:was|were|has been|have been|had been)"
    r" (?:fired|sacked|ousted|dismissed|removed|replaced|succeeded))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"(?:\b(?:not|never|may|might|could|would|should|will|shall|if|unless|whether|until|to)"
    r"|n['’]t)\b[^,;.]{0,25}$",
    re.IGNORECASE,
)


def gave_up(question: Question, sentence: Sentence) -> bool:
    """Return whether a sentence says that whoever is asked about gave up what they hold.

    "Bo Birk, who stepped down as head of Ash on Monday" tells whether he still is that.
    """
    if not (_ASKS_NOW.match(question.text) and names_a_role(question.text)):
        return False
    text = sentence.text
    names = [(name.end, set(stems(name.of(text)))) for name in find_names(text)]
    for left in _LEFT.finditer(text):
        before = [name for end, name in names if end <= left.start()]
        others = [name for end, name in names if end > left.start()]
        of_it = not others or any(name & question.names for name in others)
        if not before or _NOT_YET.search(text, 0, left.start()):
            continue
        if before[-1] <= question.names and of_it:
            return True
    return False
