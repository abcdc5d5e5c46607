"""`crosscheck ask` answers, or says that the articles do not say."""

import json

import pytest

from tests.ui import stories
from tests.ui.fakes import ScriptedAssistant


def test_ask_indexes_what_is_new_and_answers_with_status_0(crosscheck, seeds):
    status, out, err = crosscheck("ask", "How many were injured?")
    assert status == 0
    assert out.startswith("Understood as: How many passengers were injured?\n\n12\n")
    assert "! Sources disagree: How many were injured" in out
    assert err == "seeds: 4 articles added\n"
    assert crosscheck("ask", "How many were injured?").err == ""


def test_ask_says_that_the_articles_do_not_say_with_status_3(crosscheck, seeds):
    status, out, _ = crosscheck("ask", "Who owns the ferry?")
    assert status == 3
    assert out.startswith("The articles do not say.\n\nNearest passages.")


def test_ask_json_is_the_answer(crosscheck, seeds):
    status, out, _ = crosscheck("ask", "How many were injured?", "--json")
    assert (status, out) == (0, stories.disputed().model_dump_json() + "\n")
    status, out, _ = crosscheck("ask", "Who owns the ferry?", "--json")
    assert (status, json.loads(out)["answered"]) == (3, False)


def test_follow_ups_are_asked_with_the_answers_before_them(crosscheck, seeds, monkeypatch):
    assistant = ScriptedAssistant()
    monkeypatch.setattr("qa.Assistant", lambda *_, **__: assistant)
    status, out, _ = crosscheck(
        "ask", "How many were injured?", "--then", "When does it sail?", "--then", "Why?", "--json"
    )
    injured = "How many passengers were injured?"
    assert assistant.asked == [
        ("How many were injured?", ()),
        ("When does it sail?", (injured,)),
        ("Why?", (injured, "When does the ferry sail again?")),
    ]
    assert [json.loads(line)["answered"] for line in out.splitlines()] == [True, True, False]
    assert status == 3


def test_strictness_is_handed_to_the_assistant_and_is_a_probability(crosscheck, seeds, monkeypatch):
    given = []
    monkeypatch.setattr(
        "qa.Assistant", lambda *_, strictness, **__: given.append(strictness) or ScriptedAssistant()
    )
    crosscheck("ask", "Why?", "--strictness", "0.8")
    crosscheck("ask", "Why?")
    assert given == [0.8, None]
    status, _, err = crosscheck("ask", "Why?", "--strictness", "2")
    assert status == 2
    assert "--strictness" in err


@pytest.mark.parametrize("option", ["--reader", "--entailment"])
@pytest.mark.parametrize("command", [("ask", "Why?"), ("chat", "--port", "0")])
def test_a_model_that_cannot_be_loaded_is_one_line_before_anything_is_asked(
    crosscheck, seeds, monkeypatch, command, option
):
    named = []
    monkeypatch.setattr("ui.serve.serve", lambda *_, **__: pytest.fail("it was served"))
    monkeypatch.setattr("ui.opening._stay_offline_unless", lambda *models: named.extend(models))
    crosscheck("sync")
    status, out, err = crosscheck(*command, option, "./no/such/model")
    assert (status, out) == (1, "")
    assert "./no/such/model" in named
    line = err.removeprefix("Starting Crosscheck\n")
    assert line.startswith(f"crosscheck: {option[2:]} './no/such/model' cannot be loaded: ")
    assert line.endswith("or leave it out for the one that is installed\n")
    assert line.count("\n") == 1


def test_filters_are_told_and_can_be_done_without(crosscheck, seeds, monkeypatch):
    assistant = ScriptedAssistant()
    monkeypatch.setattr("qa.Assistant", lambda *_, **__: assistant)
    out = crosscheck("ask", stories.FILTERED).out
    assert out.startswith(
        "Only Harbour Times; since 1 March 2026 (--no-filters asks without)\n\nFriday\n"
    )
    out = crosscheck("ask", stories.FILTERED, "--no-filters").out
    assert out.startswith("Asked without Harbour Times; since 1 March 2026\n\nFriday\n")
    assert assistant.done_without == [(), None]
