"""Questions are read with their documents, and these become articles like any other."""

import json
from datetime import date

import pytest

from qa.datasets.conflicts import read_conflicts
from qa.datasets.documents import article, article_of
from qa.datasets.wikicontradict import read_wikicontradict
from tests.qa.flood import document, question, write


def test_a_question_is_read_with_its_two_answers_and_passages(tmp_path):
    row = question("conflict", document("12 died."), document("31 died."), answers=["12", "31"])
    (one,) = read_wikicontradict(write(tmp_path / "w.jsonl", row))
    assert one.reference_answers == ("12", "31")
    assert [each.content for each in one.documents] == ["12 died.", "31 died."]


def test_a_page_has_the_label_of_its_question_and_many_pages_are_read(tmp_path):
    row = question("temporal", *[document(f"{n} died.") for n in range(9)])
    (one,) = read_conflicts(write(tmp_path / "c.jsonl", row))
    assert (one.conflict_type, len(one.documents)) == ("temporal", 9)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2025-02-21 00:00:00", date(2025, 2, 21)),
        ("Mar 10, 2024", date(2024, 3, 10)),
        ("5 days ago", None),
        ("NA", None),
        (None, None),
    ],
)
def test_a_date_that_names_no_day_is_left_out(tmp_path, stated, day):
    row = question("temporal", document("12 died.", date=stated))
    (one,) = read_conflicts(write(tmp_path / "c.jsonl", row))
    assert article_of(one.documents[0]).published == day


def test_a_document_becomes_an_article_with_all_that_is_known_of_it(tmp_path):
    page = document("12 died.", title="The flood", url="https://example.org/flood")
    (one,) = read_conflicts(write(tmp_path / "c.jsonl", question("temporal", page)))
    made = article_of(one.documents[0], publisher="The Herald")
    assert (made.id, made.text, made.title) == (page["doc_id"], "12 died.", "The flood")
    assert (made.publisher, str(made.url)) == ("The Herald", "https://example.org/flood")
    assert article_of(one.documents[0]).publisher == "unknown"


def test_a_text_without_a_title_takes_its_first_line():
    assert article("The dam broke.\nIt rained.", id="1", said={}).title == "The dam broke."


def test_a_text_that_is_too_long_for_an_article_is_refused_by_its_name():
    with pytest.raises(ValueError, match=r"document 1-2 holds 2,000,001 characters"):
        article("a" * 2_000_001, id="1-2", said={})


FLOOD = question("conflict", document("12 died."), document("31 died."))


@pytest.mark.parametrize(
    ("read", "row", "message"),
    [
        (read_wikicontradict, "{oops", "line 2: it: Invalid JSON"),
        (read_wikicontradict, FLOOD | {"conflict_type": "temporal"}, "should be 'conflict'"),
        (read_wikicontradict, FLOOD | {"reference_answers": ["12"]}, "reference_answers.1: Field"),
        (
            read_wikicontradict,
            FLOOD | {"documents": [document("12 died.")]},
            "line 2: documents.1: Field required",
        ),
        (read_conflicts, FLOOD | {"conflict_type": "rumour"}, "should be 'no_conflict', 'temp"),
        (read_conflicts, FLOOD | {"documents": [document(" ")]}, "line 2: documents.0.content: "),
        (read_conflicts, FLOOD | {"question": ""}, "line 2: question: "),
        (read_conflicts, FLOOD | {"documents": []}, "line 2: documents: "),
        (read_conflicts, FLOOD | {"documents": [document("12 died.")] * 2}, "the same doc_id"),
    ],
)
def test_a_line_that_is_no_question_is_named(tmp_path, read, row, message):
    good = FLOOD if read is read_wikicontradict else FLOOD | {"conflict_type": "no_conflict"}
    if isinstance(row, dict) and row["conflict_type"] == "conflict":
        row = row | {"conflict_type": good["conflict_type"]}
    path = write(tmp_path / "broken.jsonl", good)
    line = row if isinstance(row, str) else json.dumps(row)
    path.write_text(path.read_text() + "\n" + line, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read(path)
