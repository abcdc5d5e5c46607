"""Files in the SQuAD format -> paragraphs with their questions."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.models import Span
from index.segment import segment

SHINGLE = 8  # words: two paragraphs that share as many in a row are of one text


@dataclass(frozen=True)
class Question:
    """A question on a paragraph; without an answer where the paragraph does not say.

    `answers` are all that annotators gave; `span` is the first of them.
    """

    text: str
    answers: tuple[str, ...]
    span: Span | None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an article, with the questions asked about it."""

    source: str
    title: str
    text: str
    questions: tuple[Question, ...]
    sentences: tuple[Span, ...] = field(default=(), compare=False)


def read_squad(path: Path) -> list[Paragraph]:
    """Read a .json.gz file in the format of SQuAD 1.1 or 2.0."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        articles = json.load(file)["data"]
    source = path.name.split("-v")[0].split("_v")[0]
    return [
        _paragraph(source, article.get("title", ""), paragraph)
        for article in articles
        for paragraph in article["paragraphs"]
    ]


def without_overlap(
    paragraphs: Iterable[Paragraph], held_out: Iterable[Paragraph]
) -> list[Paragraph]:
    """Leave out what is in the held-out paragraphs too: the same article, or eight words in a row.

    A third of XQuAD's paragraphs are paragraphs of SQuAD 2.0's development set.
    """
    titles: set[str] = set()
    shingles: set[str] = set()
    for paragraph in held_out:
        titles.add(_plain(paragraph.title))
        shingles.update(_shingles(paragraph.text))
    titles.discard("")  # Articles without a title are not one article.
    return [
        paragraph
        for paragraph in paragraphs
        if _plain(paragraph.title) not in titles and shingles.isdisjoint(_shingles(paragraph.text))
    ]


def _paragraph(source: str, title: str, paragraph: dict[str, object]) -> Paragraph:
    text = str(paragraph["context"])
    rows = paragraph["qas"]
    assert isinstance(rows, list)
    spans = tuple(part.span for part in segment(text))
    return Paragraph(
        source=source,
        title="" if re.match(r"Amazon_|Filtered_", title) else title.replace("_", " "),
        text=text,
        questions=tuple(_question(row) for row in rows),
        sentences=spans,
    )


def _question(row: dict[str, object]) -> Question:
    answers = row["answers"]
    assert isinstance(answers, list)
    texts = tuple(str(answer["text"]) for answer in answers)
    span = None
    if texts:
        start = int(answers[0]["answer_start"])
        span = Span(start=start, end=start + len(texts[0]))
    return Question(text=" ".join(str(row["question"]).split()), answers=texts, span=span)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _shingles(text: str) -> Iterator[str]:
    words: Sequence[str] = _plain(text).split()
    for start in range(len(words) - SHINGLE + 1):
        yield " ".join(words[start : start + SHINGLE])
