"""The options that several commands share, declared once."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

Index = Annotated[Path, typer.Option("--index", metavar="PATH", help="The folder of the index.")]
Articles = Annotated[
    Path | None,
    typer.Option(
        "--articles",
        metavar="FOLDER",
        help="The folder of articles.  [default: seeds where it exists, else articles]",
    ),
]
Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FOLDER]",
        help="The folder of articles.  [default: seeds where it exists, else articles]",
        show_default=False,
    ),
]
Sync = Annotated[
    bool, typer.Option("--sync/--no-sync", help="Index what changed first, or use it as it is.")
]
Encoder = Annotated[
    str | None,
    typer.Option(
        "--encoder",
        metavar="NAME",
        help="Another sentence-transformers model, for a new index. It may be fetched from a hub.",
    ),
]
Reader = Annotated[
    str | None,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="Another Hugging Face model that reads passages. It may be fetched from a hub.",
    ),
]
Entailment = Annotated[
    str | None,
    typer.Option(
        "--entailment",
        metavar="NAME",
        help="Another cross-encoder that compares sentences. It may be fetched from a hub.",
    ),
]
Strictness = Annotated[
    float | None,
    typer.Option(
        "--strictness",
        min=0,
        max=1,
        help="How probable an answer must be, from 0 to 1. More declines more often: the articles "
        "do not say.  [default: 0.5]",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")]

INDEX = Path(".crosscheck")  # Beside the articles, hidden: it can be thrown away.
