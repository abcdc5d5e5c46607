"""The order of the steps from a question to an answer, and nothing else."""

from collections.abc import Iterable, Sequence

from index.load.fields import storable
from index.models import Passage
from index.search import Retriever
from qa.defaults import default_entailment, default_reader
from qa.disagree import disagreements
from qa.entail import Entailment
from qa.followup import stand_alone
from qa.models import Answer, Citation, Position, Statement
from qa.objections import objections
from qa.positions import Held, best_by_article, hold, standing
from qa.question import understand
from qa.read import Reader
from qa.reading_list import reading_list
from qa.write import QuoteWriter, Writer
from qa.yes_no import decided

PASSAGES = 24  # To read for one answer: evidence is rarely further down, and reading takes time.
FOUND = 72  # To choose those from: room for a dozen articles of six passages each.
WEAK = 0.5  # Of the threshold: answers as weak as that count where articles give the same one.
NEAREST = 3  # To show when the articles do not say.


class Assistant:
    """Answers questions over the articles of a retriever, in the sources' own words."""

    def __init__(
        self,
        retriever: Retriever,
        *,
        reader: Reader | None = None,
        entailment: Entailment | None = None,
        writer: Writer | None = None,
    ) -> None:
        self._retriever = retriever
        self._reader = reader or default_reader(retriever.library.encoder)
        self._entailment = entailment or default_entailment()
        self._writer = writer or QuoteWriter()

    def ask(self, question: str, history: Sequence[Answer] = ()) -> Answer:
        """Answer a question.

        Args:
            question: In plain words; a follow-up may lean on the turns before it.
            history: The earlier answers of this chat, oldest first.

        Raises:
            ValueError: the question is blank.
        """
        if not question.strip():
            raise ValueError("the question is empty; ask something")
        text = stand_alone(" ".join(storable(question).split()), history)
        asked = understand(text)
        passages = reading_list(self._retriever.search(text, k=FOUND), most=PASSAGES)
        readings = self._reader.read(text, passages)
        if self._entailment:
            readings = decided(asked, readings, passages, self._entailment)
        threshold = self._reader.threshold
        weak = best_by_article(readings, threshold=WEAK * threshold)
        answers = standing(asked, weak, threshold=threshold)
        if not answers:
            return _declined(text, passages)
        answered = frozenset(reading.passage.article.id for reading in answers)
        held = hold(asked, [*answers, *objections(asked, passages, answered=answered)])
        positions = tuple(one.position for one in held)
        statements = self._writer.write(text, positions)
        return Answer(
            question=text,
            answered=True,
            headline=_headline(held),
            statements=statements,
            positions=positions,
            disagreements=disagreements(asked, held),
            citations=_numbered(statements, positions),
            silent=_silent(passages, positions),
        )


def _declined(question: str, passages: Sequence[Passage]) -> Answer:
    return Answer(
        question=question,
        answered=False,
        silent=_silent(passages, ()),
        nearest=tuple(passages[:NEAREST]),
    )


def _headline(held: Sequence[Held]) -> str | None:
    """Return the answer that most origins give; None when two lead together."""
    origins = [one.position.origins for one in held]
    leads = len(held) == 1 or origins[0] > origins[1]
    return held[0].position.answer if leads else None


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
