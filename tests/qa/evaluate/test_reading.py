"""Reading comprehension is measured as SQuAD 2.0 does."""

import gzip
import json

import pytest

from index.models import Span
from qa.evaluate import EvaluationError, Parts, evaluate_reading, values
from qa.reading.spans import Best

FERRY = "The ferry sails on Friday. Twelve people were hurt."
QUESTIONS = {
    "When does the ferry sail?": ["on Friday", "Friday"],
    "How many were hurt?": ["Twelve people"],
    "Who owns the ferry?": [],
    "What does it cost?": [],
}
FOUND = {"When": ("Friday", 0.9), "How many": ("Twelve", 0.6), "Who": ("Friday", 0.7)}


class CueSpans:
    """Finds words by a cue in the question or the text, with the probability of its table."""

    name = "cues"
    threshold = 0.65

    def __init__(self, table):
        self.table = table
        self.texts = []

    def find(self, question, texts):
        self.texts += texts
        return [self._best(question, text) for text in texts]

    def _best(self, question, text):
        for cue, (words, probability) in self.table.items():
            if cue in f"{question} {text.text}":
                start = text.text.index(words)
                return Best(Span(start=start, end=start + len(words)), probability)
        return None


def write_squad(path, text=FERRY, questions=QUESTIONS):
    asked = [
        {
            "question": question,
            "answers": [{"text": a, "answer_start": text.index(a)} for a in answers],
        }
        for question, answers in questions.items()
    ]
    articles = [{"title": "The_ferry", "paragraphs": [{"context": text, "qas": asked}]}]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump({"version": "v2.0", "data": articles}, file)
    return path


@pytest.fixture
def squad(tmp_path):
    return write_squad(tmp_path / "ferry-v2.0.json.gz")


def test_reading_measures_spans_and_whether_there_is_an_answer(squad):
    report = evaluate_reading(Parts(spans=CueSpans(FOUND)), squad)
    assert values(report) == pytest.approx(
        {
            "exact match, answer forced": 1 / 2,  # "Twelve" is not "Twelve people"
            "F1, answer forced": (1 + 2 / 3) / 2,
            "best exact match at any threshold": 3 / 4,
            "best F1 at any threshold": 3 / 4,  # "Friday", and silence for the two without
            "threshold of the best F1": 0.9,
            "F1 at the threshold": 2 / 4,  # "Friday", and silence on the price
            "answering: area under the ROC curve": 3 / 4,  # .6 is below .7
            "answering: precision at the threshold": 1 / 2,
            "answering: recall at the threshold": 1 / 2,
            "expected calibration error": (0.1 + 0.4 + 0.7 + 0) / 4,
        }
    )
    assert [row[2] for row in report.rows] == [2, 2, 4, 4, 4, 4, 4, 2, 2, 4]
    assert report.details["reliability"].rows[7] == (0.7, 0.8, 0.7, 0.0, 1)


def test_the_paragraph_is_read_with_its_title_and_may_be_quoted_by_the_sentence(squad):
    finder = CueSpans(FOUND)
    evaluate_reading(Parts(spans=finder), squad)
    text = finder.texts[0]
    assert (text.title, text.text) == ("The ferry", FERRY)
    assert [span.of(FERRY) for span in text.within] == [
        "The ferry sails on Friday.",
        "Twelve people were hurt.",
    ]


def test_the_conditions_stand_with_the_numbers(squad):
    conditions = evaluate_reading(Parts(spans=CueSpans(FOUND)), squad).conditions
    assert conditions["models"] == "cues"
    assert conditions["data"] == "ferry-v2.0.json.gz"
    assert conditions["threshold"] == 0.65
    assert conditions["n"] == 4
    assert "drawn from" not in conditions


def test_a_limit_draws_the_same_questions_again(squad):
    first, again = (
        evaluate_reading(Parts(spans=CueSpans(FOUND)), squad, limit=2) for _ in range(2)
    )
    assert first == again
    assert (first.conditions["n"], first.conditions["drawn from"]) == (2, 4)


def test_progress_is_told_after_each_question(squad):
    told = []
    evaluate_reading(Parts(spans=CueSpans({})), squad, progress=lambda *one: told.append(one))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_what_is_not_defined_is_none_and_null_in_json(tmp_path):
    answered = {"When does the ferry sail?": ["Friday"]}
    path = write_squad(tmp_path / "one.json.gz", questions=answered)
    report = evaluate_reading(Parts(spans=CueSpans({})), path)
    assert values(report)["answering: area under the ROC curve"] is None
    assert values(report)["threshold of the best F1"] is None
    dumped = json.loads(report.model_dump_json())
    assert list(dumped)[:2] == ["suite", "conditions"]
    assert ["answering: precision at the threshold", None, 0] in dumped["rows"]


def test_a_file_that_is_missing_cut_off_or_something_else_is_named(tmp_path, squad):
    def message(path) -> str:
        with pytest.raises(EvaluationError) as error:
            evaluate_reading(Parts(spans=CueSpans({})), path)
        return str(error.value).removeprefix(str(path))

    def zipped(text: str):
        path = tmp_path / "other.json.gz"
        path.write_bytes(gzip.compress(text.encode()))
        return path

    kind = "a .json.gz file in the SQuAD format"
    absent, half, plain = (tmp_path / name for name in ("absent.gz", "half.gz", "plain.gz"))
    half.write_bytes(squad.read_bytes()[:-40])
    plain.write_text("{}")
    assert message(absent) == f" cannot be read (No such file or directory); name {kind}"
    assert message(plain).startswith(" cannot be read (Not a gzipped file")
    assert message(half) == f" is not {kind}: it is cut off"
    assert message(zipped("{oops")).startswith(f" is not {kind}: Expecting property name")
    assert message(zipped("{}")) == f" is not {kind}: a record has no 'data'"
    assert message(zipped('{"data": 3}')) == f" is not {kind}: its records have another form"
    assert message(zipped('{"data": [3]}')) == f" is not {kind}: its records have another form"
