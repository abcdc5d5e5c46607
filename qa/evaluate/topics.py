"""Pages that a search finds on one topic: which of them answer, and is the reader warned?

Most of them are on the topic and do not answer; of those that do, some say the same in other words
and some say otherwise. The data is invented: `tests/benchmarks/README.md`.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from qa.datasets.documents import article
from qa.datasets.topics import Question, Topic, read_topics
from qa.evaluate.documents import Answered, Given
from qa.evaluate.material import material
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Row
from qa.evaluate.warned import DocumentsReport, measured, share, warning, warnings

KIND = "a file of topics"
DIFFER, SAME, TOGETHER, ONE, NONE = "differ", "same", "right together", "one page", "no page"
LABELS = (DIFFER, SAME, TOGETHER, ONE, NONE)
"""What the pages that answer say: otherwise, the same, what is right together; or hardly any."""


def evaluate_topics(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> DocumentsReport:
    """Measure which pages of a topic are heard, and whether the reader is warned of them rightly.

    Args:
        parts: Of which `spans` and `entailment` are measured.
        path: A file of topics, each with its pages and questions.
        limit: How many questions to draw; None takes all.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the file cannot be read, or is something else.
    """
    topics = material(read_topics, path, kind=KIND)
    asked = {
        f"{place}-{number}": (topic, question)
        for place, topic in enumerate(topics, start=1)
        for number, question in enumerate(topic.questions, start=1)
    }
    return measured(
        "topics",
        parts,
        path,
        [_given(id_, *each) for id_, each in asked.items()],
        rows=partial(_rows, {id_: question for id_, (_, question) in asked.items()}),
        labels=LABELS,
        limit=limit,
        progress=progress,
    )


def _given(id_: str, topic: Topic, question: Question) -> Given:
    return Given(
        id=id_,
        question=question.text,
        articles=tuple(
            article(page.text, id=str(number), said={"title": page.title} if page.title else {})
            for number, page in topic.pages.items()
        ),
        label=_label(question),
        differ=question.differs,
        expected=tuple(question.answers.values()),
    )


def _label(question: Question) -> str:
    if question.differs:
        return DIFFER
    if len(question.answers) > 1:
        return TOGETHER if question.signs else SAME
    return ONE if question.answers else NONE


def _rows(asked: Mapping[str, Question], answered: Sequence[Answered]) -> list[Row]:
    return [
        *warning(answered),
        *(_warned(answered, label) for label in LABELS),
        share("differ: sides that say otherwise are shown", _sided(asked, answered)),
        *_heard(asked, answered),
    ]


def _warned(answered: Sequence[Answered], label: str) -> Row:
    warned = [bool(warnings(answer)) for given, answer in answered if given.label == label]
    return share(f"{label}: warned", warned)


def _sided(asked: Mapping[str, Question], answered: Sequence[Answered]) -> list[bool]:
    """Return of what is rightly warned of, whether two sides have pages that say otherwise."""
    return [
        any(
            asked[given.id].relation(one, other) == "differ"
            for raised in warnings(answer)
            for side in raised.sides
            for against in raised.sides
            if side != against
            for one in (int(citation.article_id) for citation in side.citations)
            for other in (int(citation.article_id) for citation in against.citations)
        )
        for given, answer in answered
        if given.differ and warnings(answer)
    ]


def _heard(asked: Mapping[str, Question], answered: Sequence[Answered]) -> list[Row]:
    """Return precision and recall of the pages that are taken to answer."""
    right = cited = answering = 0
    for given, answer in answered:
        heard = {int(c.article_id) for position in answer.positions for c in position.citations}
        right += len(heard & set(asked[given.id].answers))
        cited += len(heard)
        answering += len(asked[given.id].answers)
    return [
        ("pages that are heard: precision", right / cited if cited else None, cited),
        ("pages that answer: recall", right / answering if answering else None, answering),
    ]
