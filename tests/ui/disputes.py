"""Conflicts of the newspapers of stories.py, as a comparer would find them."""

from datetime import date

from index.models import Article
from qa.models import Conflict, Support
from tests.ui import stories

NINE = stories.quote(stories.COAST, "Nine passengers were injured")
TWELVE = stories.quote(stories.HARBOUR, "Twelve passengers were injured, the coast guard said.")
AGAIN = stories.quote(stories.WIRE, "Twelve passengers were injured, the coast guard said.")
BUILT = stories.quote(stories.WIRE, "The ferry was built in 1998.")
YARD = Article(
    id="yard",
    title="From the yard",
    published=date(2026, 5, 1),
    text="The ferry was built in 1989.",
)
LAUNCHED = stories.quote(YARD, YARD.text)


def conflict(
    *sides,
    about="Astrid: Nine passengers, or Twelve passengers",
    subject=("Astrid",),
    kind="contradiction",
    confidence=0.9,
) -> Conflict:
    return Conflict.model_validate(
        {
            "kind": kind,
            "about": about,
            "subject": subject,
            "confidence": confidence,
            "sides": sides or (NINE, TWELVE),
        }
    )


INJURED = conflict()
BOTH = INJURED.model_copy(
    update={
        "support": (Support(citations=(TWELVE, AGAIN), origins=1), INJURED.support[1]),
    }
)
"""As INJURED, and the wire says the same: a copy."""
ALSO = conflict(NINE, AGAIN, confidence=0.8)
AGE = conflict(
    BUILT,
    LAUNCHED,
    about="Ferry: 1989, or 1998",
    subject=("Ferry",),
    kind="estimate",
    confidence=0.7,
)
