"""The order of the steps from a question to an answer: `respond` has those after reading."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from index.asked import Asked
from index.filters import Filter, where
from index.load.fields import storable
from index.models import Passage
from index.search import Retriever
from qa.answers.answerability import STRICTNESS, probability, signs
from qa.comparing.gather import asks_what_is_said, said_by_anybody
from qa.deciding.alternatives import to_ask
from qa.defaults import default_entailment, default_reader
from qa.entail import Entailment
from qa.followups.followup import stand_alone
from qa.models import Answer
from qa.questions.narrowing import narrowings, unattributed
from qa.questions.question import understand
from qa.read import Reader, Reading
from qa.reading.reading_list import reading_list
from qa.respond import Heard, Responder
from qa.write import QuoteWriter, Writer

PASSAGES = 24  # To read for one answer: evidence is rarely further down, and reading takes time.
FOUND = 72  # To choose those from: room for a dozen articles of six passages each.


class Considered(NamedTuple):
    """A question with what was found and read, before an answer is made of it."""

    asked: Asked
    read: str
    """What was read for: the question without the sources that it names by the way."""
    passages: Sequence[Passage]
    heard: Sequence[Heard]
    """What was read for that, or for each of what it offers."""
    probability: float
    """That the articles answer it."""


class Assistant:
    """Answers questions over the articles of a retriever, in the sources' own words.

    Args:
        retriever: Finds what is read.
        reader: Finds the answers in it.
        entailment: Compares sentences.
        writer: Words the answer.
        strictness: From 0 to 1, how probable it must be that the articles say, and that a passage
            answers. Higher declines more; None takes what was measured to be best.

    Raises:
        ValueError: `strictness` is not from 0 to 1.
    """

    def __init__(
        self,
        retriever: Retriever,
        *,
        reader: Reader | None = None,
        entailment: Entailment | None = None,
        writer: Writer | None = None,
        strictness: float | None = None,
    ) -> None:
        if strictness is not None and not 0 <= strictness <= 1:
            raise ValueError(f"strictness is from 0 to 1, not {strictness}")
        self._retriever = retriever
        self._reader = reader or default_reader(retriever.library.encoder)
        self._strictness = STRICTNESS if strictness is None else strictness
        self._responder = Responder(
            self._reader,
            entailment or default_entailment(),
            writer or QuoteWriter(),
            threshold=strictness,
        )

    def ask(
        self,
        question: str,
        history: Sequence[Answer] = (),
        *,
        without: Collection[str] = (),
        filtered: bool = True,
    ) -> Answer:
        """Answer a question.

        Args:
            question: In plain words; a follow-up may lean on the turns before it.
            history: The earlier answers of this chat, oldest first.
            without: The words of filters (`answer.filters`) that are to be none.
            filtered: False takes no words as filters.

        Raises:
            ValueError: the question is blank.
        """
        if not question.strip():
            raise ValueError("the question is empty; ask something")
        text = stand_alone(" ".join(storable(question).split()), history)
        named = self._retriever.filters(text)
        for filters in narrowings(named, without=without, filtered=filtered):
            considered = self.consider(text, filters)
            answer = self.conclude(considered)
            if answer.answered:
                break
        # The copy is not validated and need not be: the words of the filters stand in the text.
        seen = {"question": text, "filters": filters, "probability": considered.probability}
        return answer.model_copy(update=seen)

    def consider(self, question: str, filters: Sequence[Filter] = ()) -> Considered:
        """Find and read what may answer a question that stands alone, as far as the filters go."""
        question = said_by_anybody(question)
        asked = self._retriever.understand(question)
        only = where(filters)
        found = self._retriever.search(
            question, k=FOUND, publishers=only.publishers, since=only.since, until=only.until
        )
        passages = reading_list(found, most=PASSAGES)
        bare = to_ask(unattributed(question, filters))
        heard = self._responder.read(bare, passages)
        says = max(self._heard(asked, bare, passages, one) for one in heard)
        return Considered(asked, bare, passages, heard, says)

    def _heard(self, asked: Asked, read: str, passages: Sequence[Passage], heard: Heard) -> float:
        """Return how probable it is that the articles answer what they were read for."""
        topic = None if heard.question == read else heard.question
        says = self._says(asked, passages, heard.readings, topic)
        if not heard.told:
            return says
        best = max(heard.told, key=lambda one: one.reading.probability)
        return max(says, self._says(asked, passages, [best.reading], best.focus.question))

    def _says(
        self,
        asked: Asked,
        passages: Sequence[Passage],
        readings: Sequence[Reading],
        topic: str | None = None,
    ) -> float:
        """Return how probable it is that the articles answer what was read for."""
        threshold = self._reader.threshold
        return probability(signs(asked, passages, readings, threshold=threshold, topic=topic))

    def conclude(self, considered: Considered) -> Answer:
        """Answer with what was found and read, or say that the articles do not say."""
        asked, bare, passages, heard, says = considered
        if says < self._strictness or not understand(bare).terms:  # "If?" asks nothing.
            return self._responder.decline(asked.text, passages)
        if not asks_what_is_said(asked):
            answer = self._responder.answer(bare, passages, heard)
            if answer.answered:
                return answer
        return self._responder.gather(asked, passages)
