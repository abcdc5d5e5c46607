"""RAMDocs is read as it is published, and a broken line is named."""

import json

import pytest

from qa.datasets.ramdocs import read_ramdocs

ISLAND = {
    "question": "What is the capital of Saint Martin?",
    "documents": [
        {"text": "Its capital is Marigot.", "type": "correct", "answer": "Marigot"},
        {"text": "The island is small.", "type": "noise", "answer": "unknown"},
    ],
    "disambig_entity": ["Collectivity of Saint Martin"],
    "gold_answers": ["Marigot"],
    "wrong_answers": [],
}


def write(path, *rows):
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_document_that_gives_no_answer_expects_none(tmp_path):
    (island,) = read_ramdocs(write(tmp_path / "island.jsonl", json.dumps(ISLAND), ""))
    assert island.gold_answers == ("Marigot",)
    assert [document.expected for document in island.documents] == [("Marigot",), ()]


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path):
    document = ISLAND["documents"][0] | {"text": "Its capital\u2028is Marigot."}
    row = json.dumps(ISLAND | {"documents": [document]}, ensure_ascii=False)
    (island,) = read_ramdocs(write(tmp_path / "island.jsonl", row))
    assert island.documents[0].text == "Its capital\u2028is Marigot."


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{oops", "line 2: it: Invalid JSON"),
        ('{"question": "Why?"}', "line 2: documents: Field required"),
        (
            json.dumps(ISLAND | {"documents": [{"text": "x", "type": "rumour", "answer": "y"}]}),
            "line 2: documents.0.type: Input should be 'correct', 'misinfo' or 'noise'",
        ),
    ],
)
def test_a_line_that_is_no_question_is_named(tmp_path, row, message):
    with pytest.raises(ValueError, match=message):
        read_ramdocs(write(tmp_path / "broken.jsonl", json.dumps(ISLAND), row))
