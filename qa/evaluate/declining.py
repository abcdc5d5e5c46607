"""Does an assistant decline what the articles do not say, and only that?"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from qa.ask import Assistant
from qa.datasets.multihop import UNANSWERABLE, MultiHop
from qa.evaluate.report import Row, Table
from qa.measures import all_found, area_under_curve, calibration_error, reliability


class Decision(NamedTuple):
    """What was decided on one question."""

    kind: str
    probability: float
    """That the articles say, as the assistant sees it."""
    declined: bool
    gathered: bool
    """Answered with what the sources say to its parts, without a short answer."""
    found: bool
    """Whether some of its evidence is in the first passages."""
    all_found: bool
    """Whether all of it is; not if it has none."""

    @property
    def answerable(self) -> bool:
        """Whether the articles say."""
        return self.kind != UNANSWERABLE


def decided(
    assistant: Assistant, question: MultiHop, found: Sequence[AbstractSet[str]]
) -> Decision:
    """Ask one question.

    Args:
        assistant: Over the articles.
        question: With its evidence.
        found: Which of the evidence each of the first passages holds.
    """
    answer = assistant.ask(question.question)
    return Decision(
        kind=question.kind,
        probability=answer.probability or 0.0,
        declined=not answer.answered,
        gathered=answer.gathered,
        found=any(found),
        all_found=question.kind != UNANSWERABLE
        and bool(all_found(found, question.evidence, len(found))),
    )


def declines(decisions: Sequence[Decision]) -> list[Row]:
    """Return how many are declined of those that the articles do not answer, and of the others."""
    null = [one for one in decisions if not one.answerable]
    rest = [one for one in decisions if one.answerable]
    said = [one.probability for one in decisions]
    true = [one.answerable for one in decisions]
    return [
        _share("declined, of those without an answer", null),
        _share("declined, of the others", rest),
        _share("declined, of the others with evidence found", [o for o in rest if o.found]),
        _share("declined, of the others with all evidence found", [o for o in rest if o.all_found]),
        ("that the articles say: area under the curve", area_under_curve(said, true), len(said)),
        (
            "that the articles say: calibration error",
            calibration_error(reliability(said, true)),
            len(said),
        ),
    ]


def takings_apart(decisions: Sequence[Decision]) -> Mapping[str, Table]:
    """Return the declines by kind of question, and the reliability table of the decision."""
    kinds = sorted({one.kind for one in decisions})
    bins = reliability([one.probability for one in decisions], [o.answerable for o in decisions])
    return {
        "declined by kind of question": Table(
            columns=("kind", "declined", "answered by parts", "n"),
            rows=tuple(_of_kind(kind, decisions) for kind in kinds),
        ),
        "that the articles say: reliability": Table(
            columns=("from", "to", "probability", "share", "n"),
            rows=tuple((one.low, one.high, one.probability, one.share, one.n) for one in bins),
        ),
    }


def _share(name: str, of: Sequence[Decision]) -> Row:
    return name, _mean(one.declined for one in of), len(of)


def _of_kind(kind: str, decisions: Iterable[Decision]) -> Row:
    of = [one for one in decisions if one.kind == kind]
    return kind, _mean(one.declined for one in of), _mean(one.gathered for one in of), len(of)


def _mean(of: Iterable[bool]) -> float | None:
    listed = list(of)
    return sum(listed) / len(listed) if listed else None
