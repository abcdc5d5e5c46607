"""A small body of articles about one flood, and the means to read it without a model."""

from collections.abc import Sequence
from datetime import date

from index.models import Article, Passage, Span
from qa.questions.question import understand
from qa.read import Reading

HERALD = Article(
    id="herald",
    title="River bursts its banks",
    publisher="The Herald",
    published=date(2026, 3, 1),
    text="The river burst its banks on Sunday. Officials said 12 people died. Schools are shut.",
)
COURIER = Article(
    id="courier",
    title="Flood kills dozens",
    publisher="The Courier",
    published=date(2026, 3, 3),
    text="The flood killed 31 people, the governor said on Tuesday. The bridge toll is unaffected.",
)
GAZETTE = Article(
    id="gazette",
    title="After the flood",
    publisher="The Gazette",
    text="The bridge toll ends in 2027, the council decided. The flood left 12 people dead.",
)


def passage(article: Article, *, rank: int = 1) -> Passage:
    """The whole article as one passage."""
    return Passage(
        article=article,
        span=Span(start=0, end=len(article.text)),
        text=article.text,
        score=1.0,
        rank=rank,
    )


def reading(article: Article, sentence: str, answer: str, *, probability: float = 0.96) -> Reading:
    """A reading of `answer` in a sentence of the article; "yes" and "no" stand for all of it."""
    start = article.text.index(sentence)
    whole = Span(start=start, end=start + len(sentence))
    span = whole
    if answer in sentence:
        first = start + sentence.index(answer)
        span = Span(start=first, end=first + len(answer))
    return Reading(
        passage=passage(article),
        answer=answer,
        span=span,
        sentence=whole,
        probability=probability,
    )


def reading_in(sentence: str, answer: str, *, probability: float = 0.96) -> Reading:
    """A reading of `answer` in an article of one sentence."""
    article = Article(id="note", title="Note", publisher="Post", published=None, text=sentence)
    return reading(article, sentence, answer, probability=probability)


class TableReader:
    """Answers what its table says, and nothing else: (article id, sentence, answer)."""

    threshold = 0.5

    def __init__(self, *rows: tuple[str, str, str]) -> None:
        self._rows = rows
        self.asked: list[str] = []

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        self.asked.append(question)
        return [
            reading(found.article, sentence, answer).model_copy(update={"passage": found})
            for found in passages
            for article_id, sentence, answer in self._rows
            if article_id == found.article.id and sentence in found.text
        ]


TOLL = understand("How many people died in the flood?")
DEATHS = (
    reading(HERALD, "Officials said 12 people died.", "12"),
    reading(COURIER, "The flood killed 31 people, the governor said on Tuesday.", "31"),
    reading(GAZETTE, "The flood left 12 people dead.", "12"),
)
