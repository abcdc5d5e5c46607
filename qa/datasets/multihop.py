"""MultiHop-RAG: questions whose evidence lies in several news articles.

Source: Tang and Yang, COLM 2024, arXiv 2401.15391.
"""

import json
from pathlib import Path

from pydantic import Field

from index.models import Record

UNANSWERABLE = "null_query"


class MultiHop(Record):
    """A question with the sentences that answer it together."""

    question: str = Field(min_length=1)
    kind: str = Field(description="As the set names it, for example comparison_query.")
    evidence: tuple[str, ...] = Field(
        description="Whole sentences of articles; none if the kind is null_query."
    )


def read_multihop(path: Path) -> list[MultiHop]:
    """Read the questions of a queries.json.

    Raises:
        ValueError: it is no JSON, or a question is none.
        LookupError: a question lacks something.
        TypeError: it has another form.
    """
    return [
        MultiHop(
            question=one["query"],
            kind=one["question_type"],
            evidence=tuple(evidence["fact"] for evidence in one["evidence_list"]),
        )
        for one in json.loads(path.read_text(encoding="utf-8"))
    ]


def read_titles(path: Path) -> set[str]:
    """Read the titles of the articles in a corpus.json; raises as `read_multihop` does."""
    return {" ".join(one["title"].split()) for one in json.loads(path.read_text(encoding="utf-8"))}
