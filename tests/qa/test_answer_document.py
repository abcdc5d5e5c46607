"""docs/answer.md describes the answer as it is."""

from pathlib import Path

from index.filters import Filter
from qa.models import KINDS, Answer, Citation, Disagreement, Position

DOCUMENT = (Path(__file__).parents[2] / "docs" / "answer.md").read_text(encoding="utf-8")


def test_every_field_of_an_answer_is_described():
    rows = [line.split("|")[1].strip() for line in DOCUMENT.splitlines() if line.startswith("| `")]
    kinds = [f"`{kind}`" for kind in KINDS]
    assert rows == [*(f"`{name}`" for name in Answer.model_fields), "`kind`", *kinds]


def test_the_parts_of_an_answer_are_described():
    for record in (Citation, Position, Disagreement, Filter):
        assert ", ".join(f"`{name}`" for name in record.model_fields) in DOCUMENT
