"""The `crosscheck` command.

Exit status: 0 answered, 3 the sources do not say, 2 a usage error, 1 any other error, 130 Ctrl-C.
Slow modules are imported where they are needed, so that `--help` answers at once.
"""

import os
import sys
from datetime import datetime
from importlib.metadata import version
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated

import typer

from ui import options

if TYPE_CHECKING:
    from rich.console import Console

    from index import SyncReport
    from qa.models import Answer

ERROR, SILENT = 1, 3
HOST = "127.0.0.1"  # Only this machine: nothing leaves it.
PORT = 7860  # Gradio's own.
TRACEBACK = "CROSSCHECK_TRACEBACK"  # Set in the environment, it lets an error through as it is.

app = typer.Typer(
    help="Ask news articles a question: exact quotes, and where the sources disagree.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise typer.BadParameter("it is empty; ask something")
    return text


@app.command()
def chat(
    *,
    articles: options.Articles = None,
    index: options.Index = options.INDEX,
    sync: options.Sync = True,
    encoder: options.Encoder = None,
    host: Annotated[str, typer.Option(help="The address to serve at.")] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = PORT,
) -> None:
    """Ask in the browser, with the articles beside the answers."""
    screen = _console(stderr=True)
    screen.print("Starting Crosscheck")
    from index import Retriever
    from qa import Assistant
    from ui.opening import OWN, default_articles, opened, sync_first
    from ui.serve import serve

    folder = articles or default_articles()
    with opened(index, encoder=encoder) as library:
        if sync and folder:
            sync_first(library, folder, console=screen)
        assistant = Assistant(Retriever(library))
        serve(
            library,
            assistant,
            articles=folder or OWN,
            host=host,
            port=port,
            announce=lambda address: screen.print(f"Crosscheck is at {address}; Ctrl-C ends it"),
        )


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question, in quotes.", callback=_not_blank)],
    *,
    then: Annotated[
        list[str] | None, typer.Option("--then", help="A follow-up; may be repeated.")
    ] = None,
    articles: options.Articles = None,
    index: options.Index = options.INDEX,
    sync: options.Sync = True,
    encoder: options.Encoder = None,
    json: options.Json = False,
) -> None:
    """Answer a question in the sources' own words. Each answer is one line of JSON with --json.

    The exit status is that of the last question.
    """
    from index import Retriever
    from qa import Assistant
    from ui.opening import ready
    from ui.printing import answer_lines, put

    with ready(index, articles, sync=sync, encoder=encoder, console=_console(stderr=True)) as found:
        assistant = Assistant(Retriever(found))
        answers: list[Answer] = []
        for asked in [question, *(then or [])]:
            answer = assistant.ask(asked, history=answers)
            put(answer_lines(answer, asked=asked), answer if json else None)
            answers.append(answer)
    if not answers[-1].answered:
        raise typer.Exit(SILENT)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="A question, or some words.")],
    *,
    k: Annotated[int, typer.Option("-k", min=1, help="How many passages.")] = 5,
    publisher: Annotated[
        list[str] | None,
        typer.Option("--publisher", metavar="NAME", help="Only its articles; may be repeated."),
    ] = None,
    since: options.Day = None,
    until: options.Day = None,
    articles: options.Articles = None,
    index: options.Index = options.INDEX,
    sync: options.Sync = True,
    encoder: options.Encoder = None,
    json: options.Json = False,
) -> None:
    """Find the passages that may answer a question. Undated articles are outside every date."""
    from index import Retriever
    from ui.opening import ready
    from ui.printing import passage_lines, put

    with ready(index, articles, sync=sync, encoder=encoder, console=_console(stderr=True)) as found:
        passages = Retriever(found).search(
            query,
            k,
            publishers=publisher or None,
            since=since.date() if since else None,
            until=until.date() if until else None,
        )
    put(passage_lines(passages), passages if json else None)
    if not passages:
        raise typer.Exit(SILENT)


@app.command()
def sync(
    folder: options.Folder = None,
    *,
    index: options.Index = options.INDEX,
    encoder: options.Encoder = None,
    json: options.Json = False,
) -> None:
    """Index what is new or changed in a folder of articles, and forget what is gone."""
    from ui.opening import named_or_default, opened
    from ui.printing import put, report_lines
    from ui.progress import SyncProgress

    articles = named_or_default(folder)
    waiting = SyncProgress(articles, console=_console(stderr=True))
    with opened(index, encoder=encoder) as library, waiting as progress:
        report = library.sync(articles, progress=progress)
    put(report_lines(report), report if json else None)
    if report.failed and not (report.added or report.changed or report.unchanged):
        raise typer.Exit(ERROR)


@app.command()
def watch(
    folder: options.Folder = None,
    *,
    index: options.Index = options.INDEX,
    encoder: options.Encoder = None,
    json: options.Json = False,
) -> None:
    """Index a folder, and again whenever something in it changes. Ctrl-C ends it."""
    from index.watch import watch as watch_folder
    from ui.opening import named_or_default, news, opened
    from ui.printing import put, report_lines

    articles = named_or_default(folder)
    screen = _console(stderr=True)

    def tell(report: "SyncReport") -> None:
        if news(report):
            screen.print(f"{datetime.now():%H:%M:%S}")
            put(report_lines(report), report if json else None)

    with opened(index, encoder=encoder) as library:
        screen.print(f"Watching {articles}; Ctrl-C ends it", markup=False, highlight=False)
        watch_folder(library, articles, tell, on_error=_complain)


@app.command()
def sources(index: options.Index = options.INDEX, json: options.Json = False) -> None:
    """List the articles of the index, and what could not be read."""
    from ui.opening import opened
    from ui.printing import put, source_lines

    with opened(index, create=False) as library:
        found = library.sources()
        put(source_lines(found, library.failures()), found if json else None)


@app.callback(invoke_without_command=True)
def start(
    show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Take the options that stand before the command."""
    if show_version:
        print(f"crosscheck {version('crosscheck')}")
        raise typer.Exit


def main() -> None:
    """Run the command; turn an error into one line and an exit status."""
    _quiet_libraries()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # A curly quote is no reason to give up.
    try:
        app()
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        _complain(error)
        sys.exit(ERROR)


def _quiet_libraries() -> None:
    """Keep what is for developers off a reader's terminal, and measure nobody."""
    for name, value in {
        "GRADIO_ANALYTICS_ENABLED": "False",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "TRANSFORMERS_VERBOSITY": "error",
    }.items():
        os.environ.setdefault(name, value)


def _complain(error: Exception) -> None:
    from index import CrosscheckError

    line = " ".join(str(error).split()) or type(error).__name__
    if not isinstance(error, CrosscheckError | OSError):
        line = f"{type(error).__name__}: {line}; {TRACEBACK}=1 shows where"
    print(f"crosscheck: {line}", file=sys.stderr)


def _console(*, stderr: bool = False) -> "Console":
    from rich.console import Console

    return Console(stderr=stderr)
