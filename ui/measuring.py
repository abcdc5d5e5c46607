"""The command that measures: evaluate."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ui import options
from ui.saving import Save, save_report

if TYPE_CHECKING:
    from qa.evaluate import Parts
    from qa.evaluate import Progress as Callback


def evaluate(
    suite: Annotated[
        str,
        typer.Argument(
            help="seeds, reading, entailment, ramdocs, ramdocs-sets, wikicontradict, conflicts, "
            "contradict, topics, multihop, followups, robust or speed."
        ),
    ],
    path: Annotated[
        Path | None,
        typer.Argument(
            help="The file it measures with; for contradict and multihop a folder that holds two "
            "of them, for speed one of articles.",
            show_default=False,
        ),
    ] = None,
    *,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, metavar="N", help="Draw as many, always the same."),
    ] = None,
    save: Save = None,
    articles: options.Articles = None,
    index: options.Index = options.INDEX,
    sync: options.Sync = True,
    encoder: options.Encoder = None,
    reader: options.Reader = None,
    entailment: options.Entailment = None,
    json: options.Json = False,
) -> None:
    """Measure with known answers; seeds, followups and robust ask questions of the articles."""
    from qa.evaluate import OF_A_CORPUS, OF_ARTICLES, SUITES, WITH_ARTICLES
    from ui.opening import default_articles
    from ui.printing import put
    from ui.scores import score_lines

    if suite not in SUITES:
        raise typer.BadParameter(f"no suite {suite!r}; choose from {', '.join(SUITES)}")
    data = path or (default_articles() if suite in WITH_ARTICLES else None)
    if data is None:
        raise typer.BadParameter(f"{suite} needs data; name it: crosscheck evaluate {suite} PATH")
    if suite in OF_A_CORPUS and index == options.INDEX:
        raise typer.BadParameter(
            f"{suite} needs an index of its own; name a folder: --index FOLDER"
        )
    screen = Console(stderr=True)
    parts = _parts(reader, entailment)
    opened: AbstractContextManager[Parts]
    if suite in OF_ARTICLES:
        opened = _asking(
            parts,
            articles,
            index,
            sync=sync,
            encoder=encoder,
            reader=reader,
            entailment=entailment,
            console=screen,
        )
    elif suite in OF_A_CORPUS:
        corpus = data / OF_A_CORPUS[suite]
        opened = _searching(parts, corpus, index, sync=sync, encoder=encoder, console=screen)
    else:
        opened = nullcontext(replace(parts, encoder=encoder or ""))
    with opened as given, _bar(suite, screen) as progress:
        report = SUITES[suite](given, data, limit=limit, progress=progress)
    if save:
        save_report(report, save)
    put(score_lines(report), report if json else None)


def _parts(reader: str | None, entailment: str | None) -> "Parts":
    """Return the parts that are named, and the trained ones for the others."""
    from qa import NamedEntailment, NamedSpans, TrainedEntailment
    from qa.evaluate import Parts
    from qa.reading.spans import TrainedSpans

    return Parts(
        spans=NamedSpans(reader) if reader else TrainedSpans(),
        entailment=NamedEntailment(entailment) if entailment else TrainedEntailment(),
    )


@contextmanager
def _asking(
    parts: "Parts",
    articles: Path | None,
    index: Path,
    *,
    sync: bool,
    encoder: str | None,
    reader: str | None,
    entailment: str | None,
    console: Console,
) -> "Iterator[Parts]":
    """Yield the parts with an assistant and a retriever over the articles."""
    from index import Retriever
    from qa.evaluate import corpus_checksum
    from ui.opening import assistant, ready

    models = (reader, entailment)
    with ready(
        index, articles, sync=sync, encoder=encoder, models=models, console=console
    ) as library:
        yield replace(
            parts,
            assistant=assistant(library, reader=reader, entailment=entailment),
            retriever=Retriever(library),
            encoder=library.encoder.name,
            corpus=corpus_checksum(library.article(source.id) for source in library.sources()),
        )


@contextmanager
def _searching(
    parts: "Parts",
    corpus: Path,
    index: Path,
    *,
    sync: bool,
    encoder: str | None,
    console: Console,
) -> "Iterator[Parts]":
    """Yield the parts with a retriever over a corpus.

    An index that holds nothing is given the corpus, and keeps a copy.
    """
    from index import Retriever
    from ui.opening import opened, sync_first

    with opened(index, encoder=encoder, create=sync) as library:
        if sync and corpus.is_file() and not library.sources():
            copy = index / "corpus" / corpus.name
            copy.parent.mkdir(exist_ok=True)
            shutil.copyfile(corpus, copy)
            sync_first(library, copy.parent, compare=False, console=console)
        yield replace(parts, retriever=Retriever(library))


@contextmanager
def _bar(title: str, screen: Console) -> "Iterator[Callback]":
    """Show how far it is, on a terminal; yield what is to be told."""
    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    ) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
