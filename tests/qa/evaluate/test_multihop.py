"""Retrieval is measured by the evidence that is among the first passages."""

import json

import pytest

from index import Library, Retriever
from qa.evaluate import EvaluationError, Parts, evaluate_multihop, values
from tests.index.fakes import WordHashEncoder

STORIES = {
    "Dam": "The dam held all night.",
    "Mill": "The mill burned down at noon.",
    "Ferry": "The ferry sank off Birch.",
}
CORPUS = [
    {"title": title, "body": body, "source": f"{title} News", "published_at": "2024-03-05"}
    for title, body in STORIES.items()
]


def question(query, kind, *facts):
    return {
        "query": query,
        "answer": "yes",
        "question_type": kind,
        "evidence_list": [{"fact": fact, "title": "Dam"} for fact in facts],
    }


DAM, MILL, FERRY = STORIES.values()
QUESTIONS = [
    question("Did the dam hold all night?", "comparison_query", DAM),
    question("Did the mill burn down at noon?", "comparison_query", "The mill  burned down", FERRY),
    question("Did the ferry sink off Birch?", "temporal_query", "The ferry sank off Corley."),
    question("Who won?", "null_query"),
]


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "multihop"
    folder.mkdir()
    (folder / "corpus.json").write_text(json.dumps(CORPUS), encoding="utf-8")
    (folder / "queries.json").write_text(json.dumps(QUESTIONS), encoding="utf-8")
    return folder


@pytest.fixture
def parts(tmp_path, data):
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "corpus.json").write_bytes((data / "corpus.json").read_bytes())
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(articles)
        yield Parts(retriever=Retriever(library))


def test_the_measures_are_means_over_the_questions_that_have_evidence(parts, data):
    report = evaluate_multihop(parts, data)
    # The dam is found first; the mill first and the ferry third; what is said of Corley nowhere.
    expected = {
        "MRR@10": 2 / 3,
        "Hits@10": 2 / 3,
        "Hits@4": 2 / 3,
        "MAP@10": (1 + (1 + 1 / 3) / 2 + 0) / 3,
        "all evidence in the top 10": 2 / 3,
    }
    assert values(report)["MAP@10"] == pytest.approx(expected["MAP@10"])
    assert {name: values(report)[name] for name in expected} == pytest.approx(expected)
    assert [row[2] for row in report.rows[:5]] == [3] * 5


def test_of_the_times_that_searches_take_the_median_is_told(parts, data, monkeypatch):
    clock = iter([0, 0.01, 1, 1.5, 2, 2.03, 3, 3.05])  # Seconds: 10 ms, 500 ms, 30 ms, 50 ms.
    monkeypatch.setattr("qa.evaluate.multihop.perf_counter", lambda: next(clock))
    assert values(evaluate_multihop(parts, data))["search, median ms"] == pytest.approx(40)


def test_each_kind_of_question_has_a_row(parts, data):
    table = evaluate_multihop(parts, data).details["by kind of question"]
    assert [(row[0], row[1], row[-1]) for row in table.rows] == [
        ("comparison_query", 1.0, 2),
        ("temporal_query", 0.0, 1),
    ]


def test_the_conditions_name_the_encoder_and_both_files(parts, data):
    conditions = evaluate_multihop(parts, data, limit=2).conditions
    assert conditions["models"].startswith("word-hash")
    assert (conditions["n"], conditions["drawn from"]) == (2, 4)
    assert len({conditions["sha256"], conditions["sha256 of the corpus"]}) == 2
    assert (conditions["articles"], conditions["passages"]) == (3, 3)


def test_progress_is_told_after_each_question(parts, data):
    told = []
    evaluate_multihop(parts, data, progress=lambda *one: told.append(one))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_index_of_something_else_is_refused(parts, data):
    more = [*CORPUS, {**CORPUS[0], "title": "Weir"}]
    (data / "corpus.json").write_text(json.dumps(more), encoding="utf-8")
    with pytest.raises(EvaluationError, match="lacks 1 of the 4 titles of "):
        evaluate_multihop(parts, data)


def test_without_a_retriever_nothing_is_searched(data):
    with pytest.raises(EvaluationError, match="nothing to search with"):
        evaluate_multihop(Parts(), data)


@pytest.mark.parametrize("name", ["queries.json", "corpus.json"])
def test_a_file_that_is_missing_or_something_else_is_named(parts, data, name):
    def message() -> str:
        with pytest.raises(EvaluationError) as error:
            evaluate_multihop(parts, data)
        return str(error.value)

    kind = "a folder with the queries.json and corpus.json of MultiHop-RAG"
    for wrong, why in (
        ("[{}]", "a record has no "),
        ("{oops", "Expecting"),
        ("[3]", "its records"),
    ):
        (data / name).write_text(wrong)
        assert message().startswith(f"{data / name} is not {kind}: {why}")
    (data / name).unlink()
    assert message() == f"{data / name} cannot be read (No such file or directory); name {kind}"
