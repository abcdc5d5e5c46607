"""Readings that are given, however a reader reads: what comparing is timed with.

Every passage answers with words that the passages before it do not answer with, where it has any,
so that there is as much to compare as the texts allow.
"""

from collections.abc import Callable, Iterable, Sequence

from index.models import Passage, Span
from qa.english.names import find_names
from qa.read import Reading
from qa.telling.sentences import Sentence, sentences_of
from qa.values import find_values

SURE = 1.0  # Probability of each: none is left out.

Candidates = Callable[[str], Iterable[Span]]
"""Returns what may answer in a sentence."""


def _names(sentence: str) -> Iterable[Span]:
    return find_names(sentence)


def _values(sentence: str) -> Iterable[Span]:
    return (value.span for value in find_values(sentence))


def _whole(sentence: str) -> Iterable[Span]:
    return [Span(start=0, end=len(sentence))]


QUESTIONS: dict[str, Candidates] = {
    "Who said that the agreement would end?": _names,
    "When did officials say that the agreement would end?": _values,
    "Did officials say that the agreement would end?": _whole,
}
"""One of each kind that is compared in its own way: by words, by values, with the question."""


def never_seen(passages: Iterable[Passage], time: int) -> list[Passage]:
    """Return each passage as of an article of its own, which is another one each `time`.

    Nothing is known of it from the time before, as of the articles of a new question.
    """
    return [
        passage.model_copy(
            update={
                "article": passage.article.model_copy(
                    update={
                        "id": f"{number} of {time}",
                        "text": f"{passage.article.text}\n\n{number} of {time}",
                    }
                )
            }
        )
        for number, passage in enumerate(passages)
    ]


def readings(question: str, passages: Sequence[Passage]) -> list[Reading]:
    """Return one reading for each passage that has a sentence, with another answer where it can."""
    given: list[Reading] = []
    seen: set[str] = set()
    for passage in passages:
        sentences = [one for one in sentences_of(passage) if not one.is_heading]
        found = [
            _reading(sentence, span)
            for sentence in sentences
            for span in QUESTIONS[question](sentence.text)
        ]
        found += [
            _reading(sentence, span) for sentence in sentences for span in _whole(sentence.text)
        ]
        if found:
            given.append(next((one for one in found if one.answer not in seen), found[0]))
            seen.add(given[-1].answer)
    return given


def _reading(sentence: Sentence, span: Span) -> Reading:
    first = sentence.span.start
    return Reading(
        passage=sentence.passage,
        answer=span.of(sentence.text),
        span=Span(start=first + span.start, end=first + span.end),
        sentence=sentence.span,
        probability=SURE,
    )
