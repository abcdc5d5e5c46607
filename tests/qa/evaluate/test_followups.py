"""Follow-ups are measured by the questions that they are understood as."""

import json

import pytest

from index import Library, Retriever
from qa.ask import Assistant
from qa.evaluate import EvaluationError, Parts, evaluate_followups
from qa.evaluate.followups import COLUMNS
from tests.index.fakes import WordHashEncoder
from tests.qa.newsroom import TableReader

STORIES = {
    "Dam": "The dam toll ends in 2027. Lorry drivers pay it.",
    "Mill": "The mill burned down at noon.",
}
TOLL = {
    "id": "toll",
    "half": "development",
    "about": ["Dam"],
    "opening": "When does the dam toll end?",
    "turns": [
        {"question": "Who pays it?", "kind": "pronoun", "alone": ["Who pays a dam toll"]},
        {"question": "And when?", "kind": "ellipsis", "alone": ["What burned down at noon?"]},
    ],
}
MILL = {
    "id": "mill",
    "half": "held",
    "about": ["Mill"],
    "opening": "When did the mill burn down?",
    "turns": [
        {"question": "Is it open?", "kind": "pronoun", "alone": ["Is the open mill?"]},
        {"question": "Did the dam hold?", "kind": "complete", "alone": ["Did the dam hold?"]},
        {"question": "Is it new?", "kind": "complete", "alone": ["Is it new?"]},
        {"question": "How so", "kind": "ellipsis", "alone": ["How so?"]},
    ],
}
ELSEWHERE = MILL | {"about": ["Mill", "Ferry"]}


@pytest.fixture
def parts(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for title, text in STORIES.items():
        (folder / f"{title}.json").write_text(json.dumps({"title": title, "text": text}))
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(folder)
        retriever = Retriever(library)
        yield Parts(assistant=Assistant(retriever, reader=TableReader()), retriever=retriever)


def measured(tmp_path, parts, *conversations, **options):
    path = tmp_path / "followups.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in conversations), encoding="utf-8")
    return evaluate_followups(parts, path, **options)


def test_a_turn_is_right_but_for_case_marks_and_articles(tmp_path, parts):
    first, second = measured(tmp_path, parts, TOLL).outcomes
    assert (first.understood, first.right, first.made_wrong) == (
        "Who pays the dam toll?",
        True,
        False,
    )
    assert first.same_words
    assert first.same_article
    assert (second.right, second.same_words, second.made_wrong) == (False, False, True)
    assert not second.same_article


def test_the_same_words_in_another_order_are_told_apart_from_what_is_right(tmp_path, parts):
    outcomes = measured(tmp_path, parts, MILL).outcomes
    assert [one.understood for one in outcomes[:2]] == ["Is the mill open?", "Did the dam hold?"]
    assert [one.right for one in outcomes[:3]] == [False, True, False]
    assert [one.same_words for one in outcomes[:3]] == [True, True, False]
    assert [one.made_wrong for one in outcomes[:3]] == [False, False, True]


def test_the_table_has_shares_of_follow_ups_and_of_complete_questions(tmp_path, parts):
    report = measured(tmp_path, parts, TOLL, MILL)
    assert report.columns == COLUMNS
    rows = {row[0]: row[1:] for row in report.rows}
    assert rows["follow-ups"][0] == 0.25
    assert rows["follow-ups"][-1] == 4
    assert rows["complete questions"][:2] == (0.5, 0.5)
    assert rows["complete questions"][3:] == (0.5, 2)
    assert rows["all"][-1] == 6
    assert [row[0] for row in report.details["by kind"].rows] == ["complete", "ellipsis", "pronoun"]
    assert report.details["development half"].rows[0][-1] == 2
    assert report.details["held half"].rows[0][-1] == 2
    assert report.details["development half"].rows[1] == ("complete questions", *(None,) * 4, 0)


def test_conversations_about_other_articles_are_left_out_and_counted(tmp_path, parts):
    told = []
    report = measured(
        tmp_path, parts, TOLL, ELSEWHERE, progress=lambda done, total: told.append((done, total))
    )
    assert told == [(1, 1)]
    assert report.conditions["left out, as their articles are not in the index"] == 1
    with pytest.raises(EvaluationError, match="holds the articles of no conversation in"):
        measured(tmp_path, parts, ELSEWHERE)
    assert measured(tmp_path, parts, TOLL, TOLL, limit=1).conditions["drawn from"] == 2


def test_what_is_no_conversation_is_an_error(tmp_path, parts):
    with pytest.raises(EvaluationError, match="line 1: turns"):
        measured(tmp_path, parts, TOLL | {"turns": []})
    with pytest.raises(EvaluationError, match="nobody to ask"):
        measured(tmp_path, Parts(), TOLL)
