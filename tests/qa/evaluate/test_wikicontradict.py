"""Two passages that contradict each other are to be set against each other."""

import pytest

from qa.evaluate import EvaluationError, evaluate_wikicontradict, values
from qa.evaluate.wikicontradict import contradicted
from tests.qa.flood import DRY, THIRTY_ONE, TWELVE, document, parts, question, write


def flood(*contents, answers=("12", "31")):
    return question("conflict", *map(document, contents), answers=answers)


def measured(tmp_path, *rows, **options):
    return evaluate_wikicontradict(parts(), write(tmp_path / "w.jsonl", *rows), **options)


def test_a_warning_is_to_name_both_passages_and_both_answers(tmp_path):
    report = measured(
        tmp_path,
        flood(TWELVE, THIRTY_ONE),  # all is found
        flood(TWELVE, THIRTY_ONE, answers=("12", "13")),  # and so is 31, which is not expected
        flood(TWELVE, f"It rained. {TWELVE}"),  # the two are taken to agree
        flood(TWELVE, DRY),  # the second is not understood
        flood(DRY, DRY + " It is cold."),
    )
    assert values(report) == {
        "answered": 4 / 5,
        "both passages in positions": 3 / 5,
        "warning: recall": 2 / 5,
        "warning: passages on different sides": 2 / 5,
        "warning: answers on different sides": 1 / 5,
    }
    assert report.details["gravest kind that is raised"].rows == (
        ("conflict", 2, 0, 0, 0, 0, 2, 1),
    )


def test_two_sides_in_one_passage_do_not_set_it_against_the_other(tmp_path):
    report = measured(tmp_path, flood(f"{TWELVE} It rained.", TWELVE))
    assert values(report)["both passages in positions"] == 1
    assert values(report)["warning: passages on different sides"] == 0


def test_the_publisher_is_wikipedia_and_the_answers_are_those_of_the_passages(tmp_path):
    (given,) = contradicted(write(tmp_path / "w.jsonl", flood(TWELVE, THIRTY_ONE)))
    assert [(a.publisher, a.text) for a in given.articles] == [
        ("Wikipedia", TWELVE),
        ("Wikipedia", THIRTY_ONE),
    ]
    assert (given.expected, given.differ) == (("12", "31"), True)


def test_a_limit_draws_some_and_the_conditions_name_the_models(tmp_path):
    report = measured(tmp_path, flood(TWELVE, THIRTY_ONE), flood(TWELVE, DRY), limit=1)
    assert report.suite == "wikicontradict"
    assert report.conditions["models"] == "cues, TableEntailment"
    assert (report.conditions["n"], report.conditions["drawn from"]) == (1, 2)


def test_a_file_of_something_else_is_named(tmp_path):
    with pytest.raises(
        EvaluationError, match=r"w\.jsonl is not a .* of WikiContradict: line 1: con"
    ):
        measured(tmp_path, question("temporal", document(TWELVE), document(DRY)))
    with pytest.raises(EvaluationError, match="cannot be read"):
        evaluate_wikicontradict(parts(), tmp_path / "absent.jsonl")
