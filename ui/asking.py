"""The commands that ask: chat, ask, search, disagreements."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from ui import options

if TYPE_CHECKING:
    from qa.models import Answer

SILENT = 3  # The exit status when the articles do not say.
HOST = "127.0.0.1"  # Only this machine: nothing leaves it.
PORT = 7860  # Gradio's own.
MOST_SHOWN = 20  # Disagreements: a few screens of them, and warnings come first.


def _not_blank(text: str) -> str:
    if not text.strip():
        raise typer.BadParameter("it is empty; ask something")
    return text


def chat(
    *,
    articles: options.Articles = None,
    index: options.Index = options.INDEX,
    sync: options.Sync = True,
    encoder: options.Encoder = None,
    reader: options.Reader = None,
    entailment: options.Entailment = None,
    strictness: options.Strictness = None,
    host: Annotated[str, typer.Option(help="The address to serve at.")] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = PORT,
    mcp: Annotated[
        bool, typer.Option("--mcp", help="Let assistants on this machine ask and search, too.")
    ] = False,
) -> None:
    """Ask in the browser, with the articles beside the answers."""
    screen = Console(stderr=True)
    screen.print("Starting Crosscheck")
    from index.load import example_questions
    from ui.mcp import PATH, require_mcp
    from ui.opening import OWN, assistant, default_articles, opened, sync_first
    from ui.serve import serve

    def announce(address: str) -> None:
        screen.print(f"Crosscheck is at {address}; Ctrl-C ends it")
        if mcp:
            screen.print(f"Assistants reach it over MCP at {address.rstrip('/')}{PATH}/")

    if mcp:
        require_mcp()  # Before the work of indexing.
    folder = articles or default_articles()
    with opened(index, encoder=encoder, models=(reader, entailment), compare=True) as library:
        if sync and folder:
            sync_first(library, folder, compare=False, console=screen)  # The page does it later.
        serve(
            library,
            assistant(library, reader=reader, entailment=entailment, strictness=strictness),
            articles=folder or OWN,
            host=host,
            port=port,
            mcp=mcp,
            examples=example_questions(folder or OWN),
            announce=announce,
        )


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
    reader: options.Reader = None,
    entailment: options.Entailment = None,
    strictness: options.Strictness = None,
    filters: Annotated[
        bool,
        typer.Option(
            "--filters/--no-filters",
            help="Search only the sources and days of publication that the question asks for.",
        ),
    ] = True,
    json: options.Json = False,
) -> None:
    """Answer a question in the sources' own words. Each answer is one line of JSON with --json.

    The exit status is that of the last question.
    """
    from ui.opening import assistant, ready
    from ui.printing import answer_lines, put

    with ready(
        index,
        articles,
        sync=sync,
        encoder=encoder,
        models=(reader, entailment),
        console=Console(stderr=True),
    ) as found:
        helper = assistant(found, reader=reader, entailment=entailment, strictness=strictness)
        answers: list[Answer] = []
        for asked in [question, *(then or [])]:
            answer = helper.ask(asked, history=answers, filtered=filters)
            put(answer_lines(answer, asked=asked), answer if json else None)
            answers.append(answer)
    if not answers[-1].answered:
        raise typer.Exit(SILENT)


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

    with ready(index, articles, sync=sync, encoder=encoder, console=Console(stderr=True)) as found:
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


def disagreements(
    *,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="contradiction, superseded, estimate, scope or opinion; may be repeated.",
        ),
    ] = None,
    about: Annotated[
        str,
        typer.Option(
            metavar="WORDS",
            help="Only those that hold all of these words, quoted or in a source's name or title.",
        ),
    ] = "",
    limit: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help=f"How many.  [default: {MOST_SHOWN}; all with --json]"
        ),
    ] = None,
    articles: options.Articles = None,
    index: options.Index = options.INDEX,
    sync: options.Sync = True,
    encoder: options.Encoder = None,
    json: options.Json = False,
) -> None:
    """List what the articles say against each other, by subject: warnings, then notes."""
    from index import CrosscheckError
    from qa.models import KINDS
    from qa.unasked.conflicts import conflicts, matching
    from ui.conflicts import conflict_lines
    from ui.opening import ready
    from ui.printing import put

    if unknown := [one for one in kind or () if one not in KINDS]:
        raise typer.BadParameter(f"no kind {unknown[0]!r}; choose from {', '.join(KINDS)}")
    kinds = [one for one in KINDS if one in (kind or ())]
    screen = Console(stderr=True)
    with ready(index, articles, sync=sync, encoder=encoder, compare=True, console=screen) as found:
        if found.comparer is None:
            raise CrosscheckError(
                "nothing here compares articles: the weights for it are missing; "
                "install Crosscheck again"
            )
        all_of_them = conflicts(found)
        waiting = len(found.uncompared())
        compared = len(found.sources()) - waiting
    chosen = matching(all_of_them, kinds=kinds, about=about)
    shown = limit or (len(chosen) if json else MOST_SHOWN)
    lines = conflict_lines(
        chosen, most=shown, of=len(all_of_them), compared=compared, waiting=waiting
    )
    put(lines, chosen[:shown] if json else None)
