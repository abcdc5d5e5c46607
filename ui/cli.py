"""The `crosscheck` command.

Exit status: 0 answered, 3 the sources do not say, 2 a usage error, 1 any other error, 130 Ctrl-C.
Commands import what is slow when they run, so that `--help` answers at once.
"""

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

from ui import asking, keeping, measuring
from ui.complaint import TRACEBACK, complain
from ui.saving import Saving

ERROR = 1

app = typer.Typer(
    help="Ask news articles a question: exact quotes, and where the sources disagree.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (
    asking.chat,
    asking.ask,
    asking.search,
    asking.disagreements,
    keeping.sync,
    keeping.watch,
    keeping.sources,
):
    app.command()(command)
app.command(cls=Saving)(measuring.evaluate)


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
        complain(error)
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
