import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from index.models import Span
from qa.datasets.squad import Paragraph, read_squad, without_overlap

BRIDGE = "The bridge was opened by the king in May 1932. It carries trains."


def write(path: Path, *articles: dict[str, Any]) -> Path:
    path.write_bytes(gzip.compress(json.dumps({"version": "v2.0", "data": articles}).encode()))
    return path


def article(title: str, context: str, *qas: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "paragraphs": [{"context": context, "qas": list(qas)}]}


def asked(question: str, *answers: tuple[str, int], **more: Any) -> dict[str, Any]:
    rows = [{"text": text, "answer_start": start} for text, start in answers]
    return {"question": question, "answers": rows, **more}


def paragraph(text: str, title: str = "") -> Paragraph:
    return Paragraph(source="news", title=title, text=text, questions=())


def test_a_question_has_its_first_answer_as_a_span_and_all_of_them_as_words(tmp_path):
    path = write(
        tmp_path / "squad2_dev-half1-v2.0.json.gz",
        article(
            "River_Bridge", BRIDGE, asked("When was\n it opened? ", ("May 1932", 37), ("1932", 41))
        ),
    )
    ((found,),) = [read_squad(path)]
    assert (found.source, found.title, found.text) == ("squad2_dev-half1", "River Bridge", BRIDGE)
    (question,) = found.questions
    assert question.text == "When was it opened?"
    assert question.answers == ("May 1932", "1932")
    assert question.span.of(BRIDGE) == "May 1932"


def test_a_question_without_an_answer_has_no_span(tmp_path):
    path = write(
        tmp_path / "squad2_train.json.gz",
        article("t", BRIDGE, asked("Who closed it?", is_impossible=True)),
    )
    ((question,),) = [paragraph.questions for paragraph in read_squad(path)]
    assert (question.answers, question.span) == ((), None)


def test_a_paragraph_knows_its_sentences(tmp_path):
    (found,) = read_squad(write(tmp_path / "a.json.gz", article("t", BRIDGE)))
    assert [span.of(BRIDGE) for span in found.sentences] == [
        "The bridge was opened by the king in May 1932.",
        "It carries trains.",
    ]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("squadshifts_nyt-v1.json.gz", "squadshifts_nyt"),
        ("squad2_xquad.en_v1.1.json.gz", "squad2_xquad.en"),
    ],
)
def test_the_source_is_the_name_of_the_file_without_its_version(tmp_path, name, source):
    (found,) = read_squad(write(tmp_path / name, article("t", BRIDGE)))
    assert found.source == source


@pytest.mark.parametrize("title", ["Amazon_B000A", "Filtered_reviews"])
def test_titles_that_name_a_collection_are_no_titles(tmp_path, title):
    (found,) = read_squad(write(tmp_path / "a.json.gz", article(title, BRIDGE)))
    assert found.title == ""


class TestWithoutOverlap:
    HELD = paragraph("One two three four five six seven eight nine ten.", title="The Flood of 1932")

    def test_eight_words_in_a_row_are_enough_to_leave_a_paragraph_out(self):
        seven = paragraph("Then two three four five six seven eight, they said.")
        eight = paragraph("then TWO three; four five, six seven (eight) NINE they said")
        assert without_overlap([seven, eight], [self.HELD]) == [seven]

    def test_a_paragraph_of_the_same_article_is_left_out(self):
        same, other = (
            paragraph("Rain.", title="the flood, of 1932"),
            paragraph("Rain.", title="Rain"),
        )
        assert without_overlap([same, other], [self.HELD]) == [other]

    def test_nothing_is_left_out_where_nothing_is_held_out(self):
        assert without_overlap([self.HELD], []) == [self.HELD]

    def test_paragraphs_without_a_title_are_not_of_one_article(self):
        first, second = paragraph("Rain fell on the town."), paragraph("Snow lay on the hills.")
        assert without_overlap([first], [second]) == [first]


def test_paragraphs_that_say_the_same_are_equal_whatever_their_sentences():
    one = Paragraph("a", "t", BRIDGE, (), sentences=(Span(start=0, end=3),))
    assert one == Paragraph("a", "t", BRIDGE, ())
