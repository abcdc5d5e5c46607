"""The order of the steps from passages to an answer, and nothing else."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.asked import Asked
from index.models import Passage
from qa.answers.fitting import of_the_kind
from qa.answers.nowadays import of_now
from qa.answers.objections import objections
from qa.answers.roles import of_the_role
from qa.answers.subject import of_the_names, speaks_of
from qa.answers.threshold import sought
from qa.comparing.at_odds import at_odds
from qa.comparing.gather import can_gather, gather
from qa.comparing.positions import Held, best_by_article, hold, in_other_words, standing
from qa.comparing.rivals import rivals
from qa.deciding.against import against_each_other
from qa.deciding.alternatives import Offer, offer, to_ask
from qa.deciding.chosen import disagreements_on, meant, narrowed, opposed, positions_on
from qa.deciding.confirmed import Told, confirmations, read_for
from qa.deciding.yes_no import decided
from qa.disagree import disagreements
from qa.entail import Entailment
from qa.models import Answer, Citation, Disagreement, Position, Statement
from qa.questions.lists import asks_for_list
from qa.questions.question import understand
from qa.read import Reader, Reading
from qa.write import Writer

WEAK = 0.5  # Of the threshold: answers as weak as that count where articles give the same one.
NEAREST = 3  # To show when the articles do not say.


class Heard(NamedTuple):
    """A question with what was read for it."""

    question: str
    readings: Sequence[Reading]
    told: Sequence[Told]
    """What was read for what it names; see `qa.deciding.confirmed`."""


class Responder:
    """Answers a question from passages, wherever they come from, in the sources' own words.

    Args:
        reader: Finds the answers in the passages.
        entailment: Compares sentences; None leaves that out.
        writer: Words the answer.
        threshold: The probability from which a reading is an answer; None takes the reader's.
    """

    def __init__(
        self,
        reader: Reader,
        entailment: Entailment | None,
        writer: Writer,
        *,
        threshold: float | None = None,
    ) -> None:
        self._reader = reader
        self._threshold = reader.threshold if threshold is None else threshold
        self._entailment = entailment
        self._writer = writer

    def respond(self, question: str, passages: Sequence[Passage]) -> Answer:
        """Answer a question.

        Args:
            question: It stands alone.
            passages: All that is read, best first.
        """
        question = to_ask(question)
        return self.answer(question, passages, self.read(question, passages))

    def read(self, question: str, passages: Sequence[Passage]) -> list[Heard]:
        """Read passages for a question, and for each of the alternatives that it offers.

        Args:
            question: It stands alone; see `qa.deciding.alternatives.to_ask`.
            passages: All that is to be read, best first.
        """
        offered = offer(question)
        if offered is None:
            return [self._heard(question, passages)]
        first = self._heard(offered.asked, passages)
        if offered.kind == "value" or self._names(offered, first):
            return [first]
        return [first, *(self._heard(one.question, passages) for one in offered.alternatives)]

    def _heard(self, question: str, passages: Sequence[Passage]) -> Heard:
        readings = self._reader.read(sought(question), passages)
        return Heard(question, readings, read_for(self._reader, question, passages))

    def _names(self, offered: Offer, heard: Heard) -> bool:
        """Return whether a name that is offered was read as an answer."""
        return offered.kind == "name" and any(
            one.is_named_by(reading.answer) and reading.probability >= self._threshold
            for reading in heard.readings
            for one in offered.alternatives
        )

    def answer(self, question: str, passages: Sequence[Passage], heard: Sequence[Heard]) -> Answer:
        """Answer a question with what was read for it: the steps after reading.

        Args:
            question: It stands alone.
            passages: All that was read, best first.
            heard: What was found in them; see `read`.
        """
        first, *others = heard
        offered = offer(question)
        if offered and others:
            answer = self._chosen(question, offered, passages, first, others)
            if answer.answered or offered.kind == "words":
                return answer
        answer = self.compare(first.question, passages, first.readings, first.told, offered=offered)
        if offered is None or not answer.answered:
            return answer
        positions, raised = narrowed(offered, answer)
        return self._answered(question, passages, positions, raised)

    def _chosen(
        self,
        question: str,
        offered: Offer,
        passages: Sequence[Passage],
        first: Heard,
        others: Sequence[Heard],
    ) -> Answer:
        """Answer with which of the alternatives are so."""
        read = [reading for one in (first, *others) for reading in one.readings]
        said = meant(offered, read, self._entailment) if self._entailment else {}
        answers = [
            self.compare(one.question, passages, one.readings, one.told, said.get(alternative, ()))
            for alternative, one in zip(offered.alternatives, others, strict=True)
        ]
        on_each = positions_on(offered, answers)
        positions = [position for told in on_each.values() for position in told]
        if not positions:
            return self.decline(question, passages)
        positions.sort(key=lambda position: -position.origins)
        raised = disagreements_on(question, on_each, answers)
        return self._answered(question, passages, positions, raised)

    def compare(
        self,
        question: str,
        passages: Sequence[Passage],
        readings: Sequence[Reading],
        told: Sequence[Told] = (),
        said: Sequence[Reading] = (),
        *,
        offered: Offer | None = None,
    ) -> Answer:
        """Answer one question with what the reader found.

        Args:
            question: It stands alone.
            passages: All that was read, best first.
            readings: What was found in them for `sought(question)`, at most one a passage.
            told: What was found in them for what the question names; see `qa.deciding.confirmed`.
            said: What says yes or no to it where nothing surer is heard of an article.
            offered: What it asks for, where it offers values or names.
        """
        asked, wanted = understand(question), understand(sought(question))
        for fitting in (of_the_kind, of_the_role, of_the_names, of_now):
            readings = fitting(wanted, readings)
        if self._entailment:
            readings = decided(asked, readings, passages, self._entailment)
            readings = confirmations(question, told, self._entailment, beside=readings)
        heard = {reading.passage.article.id for reading in readings} if said else set()
        readings = [*readings, *(one for one in said if one.passage.article.id not in heard)]
        weak = best_by_article(readings, threshold=WEAK * self._threshold)
        answers = standing(asked, weak, threshold=self._threshold)
        if not answers:
            return self.decline(question, passages)
        if self._entailment and asked.kinds[0] == "yes_no" and sought(question) == question:
            answers = against_each_other(answers, self._entailment)
        answered = frozenset(reading.passage.article.id for reading in answers)
        found = [*answers, *objections(asked, passages, answered=answered)]
        compared = [*hold(asked, found), *in_other_words(asked, found)]
        if asked.kinds[0] == "text":
            compared += _unheard(compared, at_odds(asked, passages))
        speaking = sum(speaks_of(asked, passage) for passage in passages)
        against = rivals(asked, compared, self._entailment, read=speaking)
        if offered and self._entailment and not asks_for_list(asked):
            denied = opposed(offered, compared, self._entailment)
            against = denied if offered.kind == "name" else against | denied
        raised = disagreements(asked, compared, against)
        held = _shown(compared, raised)
        return self._answered(question, passages, [one.position for one in held], raised)

    def gather(self, asked: Asked, passages: Sequence[Passage]) -> Answer:
        """Answer with what each source says to its part of a question; decline one without parts.

        Args:
            asked: The question, taken apart.
            passages: All that was read, best first.
        """
        parts = gather(asked, passages) if can_gather(asked) else []
        about = understand(asked.topic)
        open_question = about.model_copy(update={"kinds": ("text",)})
        if not about.wants_value:
            parts += _not_among(parts, at_odds(open_question, passages))
        positions = tuple(dict.fromkeys(one.position for part in parts for one in part))
        if not positions:
            return self.decline(asked.text, passages)
        found = (disagreements(open_question, part, said=asked.text) for part in parts)
        statements = self._writer.write(asked.text, positions)
        return Answer(
            question=asked.text,
            answered=True,
            gathered=True,
            statements=statements,
            positions=positions,
            disagreements=tuple(one for some in found for one in some),
            citations=_numbered(statements, positions),
            silent=_silent(passages, positions),
        )

    def _answered(
        self,
        question: str,
        passages: Sequence[Passage],
        positions: Sequence[Position],
        raised: tuple[Disagreement, ...],
    ) -> Answer:
        statements = self._writer.write(question, positions)
        return Answer(
            question=question,
            answered=True,
            headline=_headline(positions),
            statements=statements,
            positions=tuple(positions),
            disagreements=raised,
            citations=_numbered(statements, positions),
            silent=_silent(passages, positions),
        )

    def decline(self, question: str, passages: Sequence[Passage]) -> Answer:
        """Say that the articles do not say, and show what is nearest."""
        return Answer(
            question=question,
            answered=False,
            silent=_silent(passages, ()),
            nearest=tuple(passages[:NEAREST]),
        )


def _unheard(held: Iterable[Held], pairs: Iterable[tuple[Held, Held]]) -> list[Held]:
    """Return those sides that are no positions yet."""
    heard = {citation for one in held for citation in one.position.citations}
    return [one for pair in pairs for one in pair if one.position.citations[0] not in heard]


def _not_among(
    parts: Iterable[Iterable[Held]], pairs: Iterable[tuple[Held, Held]]
) -> list[list[Held]]:
    """Return the pairs of which a part does not hold both sides already."""
    quotes = [{citation for one in part for citation in one.position.citations} for part in parts]
    return [
        list(pair)
        for pair in pairs
        if not any({one.position.citations[0] for one in pair} <= held for held in quotes)
    ]


def _shown(compared: Iterable[Held], raised: Iterable[Disagreement]) -> list[Held]:
    """Return the positions to show: those in other words only where they are a side."""
    sides = [side for one in raised for side in one.sides]
    return [one for one in compared if not one.in_other_words or one.position in sides]


def _headline(positions: Sequence[Position]) -> str | None:
    """Return the answer that most origins give; None when two lead together."""
    leads = len(positions) == 1 or positions[0].origins > positions[1].origins
    return positions[0].answer if leads else None


def _numbered(
    statements: Iterable[Statement], positions: Iterable[Position]
) -> tuple[Citation, ...]:
    """Return every citation once, in order of appearance."""
    shown = [c for statement in statements for c in statement.citations]
    shown += [c for position in positions for c in position.citations]
    return tuple(dict.fromkeys(shown))


def _silent(passages: Sequence[Passage], positions: Sequence[Position]) -> tuple[str, ...]:
    """Return the ids of the articles that were read and cited by no position."""
    cited = {citation.article_id for position in positions for citation in position.citations}
    read = dict.fromkeys(passage.article.id for passage in passages)
    return tuple(article_id for article_id in read if article_id not in cited)
