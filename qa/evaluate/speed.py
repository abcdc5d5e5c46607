"""How long indexing, searching, reading, comparing and a whole answer take on this machine."""

import hashlib
import shutil
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle, islice, pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from index import Library, Retriever, SentenceEncoder
from index.chunk import MAX_TOKENS, split
from index.load import find_files, read_file
from index.models import Passage
from index.segment import segment
from index.tokens import count_tokens
from qa.ask import Assistant
from qa.evaluate.conditions import conditions
from qa.evaluate.given import QUESTIONS, never_seen, readings
from qa.evaluate.material import EvaluationError
from qa.evaluate.parts import Parts, Progress
from qa.evaluate.report import Report, Row
from qa.read import SpanReader
from qa.reading.spans import Text
from qa.respond import Responder
from qa.weights import DIGITS
from qa.write import QuoteWriter

PASSAGES = 20  # About as many are read for one answer.
WARM_UPS, RUNS = 3, 15
FILES = 200  # of a large folder: there are passages enough in them
QUESTION = "When did officials say that the agreement would end?"

COLUMNS = ("task", "median ms", "worst ms", "runs")

Task = Callable[[], object]


def evaluate_speed(
    parts: Parts, path: Path, *, limit: int | None = None, progress: Progress | None = None
) -> Report:
    """Measure how long it takes to index and search articles, to read passages, and to answer.

    The articles are indexed anew, in a folder that is removed; a search and an answer take turns
    with the questions of `qa.evaluate.given`. Comparing is all that an answer takes after reading:
    from what is found in each passage to the positions and what they disagree on. It is given
    something to find in each, all of it different.

    Args:
        parts: Of which `spans` and `entailment` are measured.
        path: A folder of articles, to take passages of about 200 tokens from as well. Of a large
            one, only the first files are taken.
        limit: How many passages, and pairs; None takes 20.
        progress: Called as it goes on.

    Raises:
        EvaluationError: the folder holds no articles.
        LoadError: there is no such folder.
    """
    count = limit or PASSAGES
    files = find_files(path).files[:FILES]
    passages = _passages(path, files, count)
    texts = [_text(passage) for passage in passages]
    pairs = _pairs(texts, count)
    tasks: dict[str, Task] = {
        f"read {count} passages": lambda: parts.spans.find(QUESTION, texts),
        f"judge {count} pairs": lambda: parts.entailment.judge(pairs),
    }
    for question in QUESTIONS:
        first_word = question.split()[0].lower()
        tasks[f"compare {count} answers: {first_word}"] = _comparing(parts, question, passages)
    first = [
        lambda: parts.spans.find(QUESTION, texts[:1]),
        lambda: parts.entailment.judge(pairs[:1]),
    ]
    loading = sum(_loading(task) for task in first)
    with _indexed(path, files, parts.encoder) as (library, sync):
        first_sync = next(_times(sync))
        timed = tuple(_timed(tasks | _asking(parts, library), progress))
        encoder, articles = library.encoder, len(library.sources())
    checksum = hashlib.sha256("\0".join(text.text for text in texts).encode()).hexdigest()
    tokens = median(count_tokens(text.text) for text in texts)
    found = conditions(
        encoder, parts.spans, parts.entailment, data=path, checksum=checksum[:DIGITS], n=count
    )
    return Report(
        suite="speed",
        conditions=found | {"tokens of a passage (median)": tokens},
        columns=COLUMNS,
        rows=(
            ("load the models", loading, loading, 1),
            (f"index {articles} articles", first_sync, first_sync, 1),
            *timed,
        ),
    )


def _timed(tasks: Mapping[str, Task], progress: Progress | None) -> Iterator[Row]:
    """Yield how long each task takes when it is warm."""
    done, total = 0, len(tasks) * (WARM_UPS + RUNS)
    for name, task in tasks.items():
        times = []
        for taken in islice(_times(task), WARM_UPS + RUNS):
            times.append(taken)
            done += 1
            if progress:
                progress(done, total)
        yield name, median(times[WARM_UPS:]), max(times[WARM_UPS:]), RUNS


def _loading(task: Task) -> float:
    """Return how many milliseconds longer a task takes the first time than the second.

    That is what loading takes, libraries and all; nothing where the part is loaded already.
    """
    first, second = islice(_times(task), 2)
    return max(0.0, first - second)


def _times(task: Task) -> Iterator[float]:
    """Yield how many milliseconds a task takes, without end."""
    while True:
        began = perf_counter()
        task()
        yield (perf_counter() - began) * 1000


@contextmanager
def _indexed(folder: Path, files: Sequence[Path], encoder: str) -> Iterator[tuple[Library, Task]]:
    """Yield a library that is empty, its encoder loaded, and what indexes copies of the files."""
    with TemporaryDirectory() as made:
        articles = Path(made) / "articles"
        for file in files:
            copy = articles / file.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
        model = SentenceEncoder(encoder) if encoder else None
        with Library.open(Path(made) / "index", encoder=model) as library:
            library.encoder.encode([QUESTION])
            yield library, lambda: library.sync(articles)


def _asking(parts: Parts, library: Library) -> dict[str, Task]:
    """Return what searches a library, and what answers from it: another question each time."""
    retriever = Retriever(library)
    assistant = Assistant(retriever, reader=SpanReader(parts.spans), entailment=parts.entailment)
    searched, asked = cycle(QUESTIONS), cycle(QUESTIONS)
    return {
        "search the articles": lambda: retriever.search(next(searched)),
        "answer a question": lambda: assistant.ask(next(asked)),
    }


def _comparing(parts: Parts, question: str, passages: Sequence[Passage]) -> Task:
    """Return what answers a question from other articles each time, when they have been read."""
    responder = Responder(SpanReader(parts.spans), parts.entailment, QuoteWriter())
    times = (never_seen(passages, time) for time in range(WARM_UPS + RUNS))
    waiting = deque((found, readings(question, found)) for found in times)
    return lambda: responder.compare(question, *waiting.popleft())


def _passages(folder: Path, files: Sequence[Path], count: int) -> list[Passage]:
    """Return passages of about 200 tokens, some of them again where there are too few."""
    found = [
        Passage(article=article, span=chunk.span, text=chunk.text, score=1.0, rank=1)
        for file in files
        for article in read_file(file, folder=folder).articles
        for chunk in split(article)
    ]
    found = [passage for passage in found if _text(passage).within]
    if not found:
        raise EvaluationError(f"{folder} holds no articles; name a folder of articles")
    found.sort(key=lambda passage: abs(count_tokens(passage.text) - MAX_TOKENS))
    return list(islice(cycle(found), count))


def _text(passage: Passage) -> Text:
    pieces = segment(passage.text)
    spans = [piece.span for piece in pieces if piece.kind != "furniture"]
    return Text(passage.article.title, passage.text, spans)


def _pairs(texts: Sequence[Text], count: int) -> list[tuple[str, str]]:
    """Return sentences that stand beside each other."""
    sentences = [span.of(text.text) for text in texts for span in text.within]
    return list(islice(cycle(pairwise([*sentences, sentences[0]])), count))
