"""Questions about a flood that come with their documents, as the data sets keep them."""

import json
from itertools import count
from pathlib import Path
from typing import Any

from qa.evaluate import Parts
from tests.qa.deciding.test_yes_no import TableEntailment
from tests.qa.evaluate.test_reading import CueSpans

TWELVE = "Officials said 12 people died in the flood."
THIRTY_ONE = "The flood killed 31 people, the governor said."
AT_LEAST = "At least 10 people died in the flood, said the mayor."
DRY = "Snow fell on the hills."
RISEN = "The flood has now killed 31 people, the governor said."
FOUND = {TWELVE: ("12", 0.9), THIRTY_ONE: ("31", 0.8), RISEN: ("31", 0.8), AT_LEAST: ("10", 0.9)}

_numbers = count(1)


def parts() -> Parts:
    """A reader that knows who says how many, and an entailment model that knows nothing."""
    return Parts(spans=CueSpans(FOUND), entailment=TableEntailment(supports={}, denies={}))


def document(
    content: str, *, title: str = "Flood", date: str | None = None, url: str | None = None
) -> dict[str, Any]:
    return {
        "doc_id": f"D{next(_numbers)}",
        "title": title,
        "author": None,
        "date": date,
        "source": "Wikipedia",
        "url": url,
        "content": content,
    }


def question(
    label: str, *documents: dict[str, Any], answers: tuple[str, ...] = ("12", "31")
) -> dict[str, Any]:
    return {
        "id": f"Q{next(_numbers)}",
        "question": "How many people died in the flood?",
        "conflict_type": label,
        "reference_answers": answers,
        "documents": documents,
    }


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path
