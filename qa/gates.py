"""May two positions be set against each other? What they must share, whatever they answer."""

from qa.positions import Held
from qa.question import Question
from qa.terms import stems

ENOUGH_NAMES = 3  # Shared by two passages; passages about different events share one or two.
SHARED_NAMES = 0.3  # Of the fewer names of two passages, where they have few.
MOST_NAMES = 0.5  # Of the question's names: a sentence without them may be about anybody.


def tell_of_the_same(a: Held, b: Held) -> bool:
    """Return whether two passages can be about one event: they share names, or one has none.

    "How many died in the earthquake?" finds every earthquake, and each has its own toll.
    """
    fewer = min(len(a.around), len(b.around))
    shared = len(a.around & b.around)
    return shared >= ENOUGH_NAMES or shared >= SHARED_NAMES * fewer


def names_its_subject(question: Question, held: Held) -> bool:
    """Return whether most names of the question stand in the sentence, or above it."""
    passage = held.readings[0].passage
    told = stems(f"{passage.article.title} {passage.heading or ''} {held.sentence}")
    return len(question.names & set(told)) >= MOST_NAMES * len(question.names)
