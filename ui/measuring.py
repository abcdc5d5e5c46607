"""The command that measures: evaluate."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ui import options

if TYPE_CHECKING:
    from index import Retriever
    from qa.evaluate import Parts, Report
    from qa.evaluate import Progress as Callback


def evaluate(
    suite: Annotated[
        str,
        typer.Argument(
            help="seeds, reading, entailment, ramdocs, ramdocs-sets, wikicontradict, conflicts, "
            "contradict, multihop, followups or speed."
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
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar="FOLDER", help="Write the JSON to FOLDER/SUITE.json too."),
    ] = None,
    articles: options.Articles = None,
    index: options.Index = options.INDEX,
    sync: options.Sync = True,
    encoder: options.Encoder = None,
    reader: options.Reader = None,
    entailment: options.Entailment = None,
    json: options.Json = False,
) -> None:
    """Measure with questions whose answers are known; seeds and followups ask the articles."""
    from index import Retriever
    from qa.evaluate import OF_A_CORPUS, OF_ARTICLES, SUITES, WITH_ARTICLES
    from ui.opening import assistant, default_articles, ready
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
    if suite in OF_ARTICLES:
        with ready(
            index,
            articles,
            sync=sync,
            encoder=encoder,
            models=(reader, entailment),
            console=screen,
        ) as library:
            helper = assistant(library, reader=reader, entailment=entailment)
            parts = replace(
                parts,
                assistant=helper,
                retriever=Retriever(library),
                encoder=library.encoder.name,
            )
            with _bar(suite, screen) as progress:
                report = SUITES[suite](parts, data, limit=limit, progress=progress)
    elif suite in OF_A_CORPUS:
        corpus = data / OF_A_CORPUS[suite]
        with _over(corpus, index, sync=sync, encoder=encoder, console=screen) as retriever:
            parts = replace(parts, retriever=retriever)
            with _bar(suite, screen) as progress:
                report = SUITES[suite](parts, data, limit=limit, progress=progress)
    else:
        with _bar(suite, screen) as progress:
            report = SUITES[suite](parts, data, limit=limit, progress=progress)
    if save:
        _write(report, save)
    put(score_lines(report), report if json else None)


def _parts(reader: str | None, entailment: str | None) -> "Parts":
    """Return the parts that are named, and the trained ones for the others."""
    from qa import NamedEntailment, NamedSpans, TrainedEntailment
    from qa.evaluate import Parts
    from qa.spans import TrainedSpans

    return Parts(
        spans=NamedSpans(reader) if reader else TrainedSpans(),
        entailment=NamedEntailment(entailment) if entailment else TrainedEntailment(),
    )


@contextmanager
def _over(
    corpus: Path, index: Path, *, sync: bool, encoder: str | None, console: Console
) -> "Iterator[Retriever]":
    """Open what searches a corpus; an index that holds nothing is given it, and keeps a copy."""
    from index import Retriever
    from ui.opening import opened, sync_first

    with opened(index, encoder=encoder, create=sync) as library:
        if sync and corpus.is_file() and not library.sources():
            copy = index / "corpus" / corpus.name
            copy.parent.mkdir(exist_ok=True)
            shutil.copyfile(corpus, copy)
            sync_first(library, copy.parent, compare=False, console=console)
        yield Retriever(library)


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


def _write(report: "Report", folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{report.suite}.json"
    file.write_text(report.model_dump_json(indent=2) + "\n", encoding="utf-8")
