"""Asking and searching in plain HTTP."""

import json
import urllib.error
import urllib.request

import pytest

from index.errors import IndexingError
from tests.ui import stories
from tests.ui.fakes import ScriptedAssistant
from tests.ui.harbour import harbour

JSON = "application/json"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    script = {
        "sail": stories.agreed(),
        "index": IndexingError("the index is gone;\nsync again"),
        "bug": ZeroDivisionError("secret"),
    }
    with harbour(tmp_path_factory.mktemp("harbour"), ScriptedAssistant(script)) as address:
        yield address


def post(address: str, body: bytes, kind: str = JSON, **headers: str) -> tuple[int, object]:
    """Return the status, and what the JSON says."""
    request = urllib.request.Request(address, body, {"Content-Type": kind, **headers})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def call(address: str, name: str, **given: object) -> tuple[int, object]:
    return post(f"{address}api/{name}", json.dumps(given).encode())


def found(address: str, **given: object) -> list[str]:
    status, passages = call(address, "search", **given)
    assert status == 200
    return [passage["article"]["id"] for passage in passages]


def test_an_answer_is_the_json_that_is_documented(address):
    given = call(address, "ask", question="When does it sail?")
    assert given == (200, stories.agreed().model_dump(mode="json"))


def test_that_the_articles_do_not_say_is_no_error(address):
    status, answer = call(address, "ask", question="Who owns the ferry?")
    assert (status, answer["answered"], answer["nearest"][0]["article"]["id"]) == (
        200,
        False,
        "wire",
    )


def test_a_search_gives_exact_passages_best_first(address):
    status, passages = call(address, "search", query="captain bridge hospital", k=2)
    assert (status, [passage["rank"] for passage in passages]) == (200, [1, 2])
    best = passages[0]
    assert (best["article"]["id"], best["article"]["publisher"]) == ("coast", "Coast Daily")
    assert stories.COAST.text[best["span"]["start"] : best["span"]["end"]] == best["text"]
    assert "text" not in best["article"]


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        ({"k": 1}, ["wire"]),
        ({"publishers": ["coast daily"]}, ["coast"]),
        ({"publishers": None, "since": None, "until": None, "k": 1}, ["wire"]),
        ({"since": "2026-03-04"}, ["harbour"]),
        ({"since": "2026-03-05"}, []),
        ({"until": "2026-03-04"}, ["harbour"]),
        ({"until": "2026-03-03"}, []),
    ],
)
def test_a_search_takes_filters(address, given, ids):
    assert list(dict.fromkeys(found(address, query="ferry built 1998", **given))) == ids


DAY = "since: Input should be a valid date in the format YYYY-MM-DD, input is too short"


@pytest.mark.parametrize(
    ("name", "given", "line"),
    [
        ("ask", {"question": " \n"}, "question: it is empty; ask something"),
        ("ask", {"question": 3}, "question: Input should be a valid string"),
        ("ask", {}, "missing a required argument: 'question'; it takes question"),
        (
            "search",
            {"query": "ferry", "n": 3},
            "got an unexpected keyword argument 'n'; it takes query, k, publishers, since, until",
        ),
        ("search", {"query": "ferry", "k": 0}, "k: Input should be greater than or equal to 1"),
        ("search", {"query": "ferry", "k": 51}, "k: Input should be less than or equal to 50"),
        ("search", {"query": "ferry", "k": "5"}, "k: Input should be a valid integer"),
        ("search", {"query": "ferry", "since": "May"}, DAY),
        (
            "search",
            {"query": "ferry", "publishers": "Coast Daily", "k": 0},
            "k: Input should be greater than or equal to 1; "
            "publishers: Input should be a valid array",
        ),
    ],
)
def test_what_is_sent_wrong_is_one_line_with_status_422(address, name, given, line):
    assert call(address, name, **given) == (422, {"error": line})


@pytest.mark.parametrize(
    ("body", "kind", "status", "line"),
    [
        (b'{"question"', JSON, 400, "the body is not JSON: "),
        (b"\xff", JSON, 400, "the body is not JSON: "),
        (b"[" * 200_000, JSON, 400, "the body is not JSON: "),
        (b'["When?"]', JSON, 422, "the body is no JSON object"),
        (b'{"question": "When?"}', "text/plain", 415, "send JSON, with the header Content-Type: "),
    ],
)
def test_what_is_no_json_object_is_refused_in_one_line(address, body, kind, status, line):
    given, said = post(f"{address}api/ask", body, kind)
    assert (given, said["error"][: len(line)]) == (status, line)
    assert "\n" not in said["error"]


def test_the_type_of_what_is_sent_may_name_its_encoding(address):
    body = json.dumps({"question": "When does it sail?"}).encode()
    assert post(f"{address}api/ask", body, "Application/JSON; charset=utf-8")[0] == 200


def test_a_browser_that_is_led_there_learns_how_to_ask(address):
    with (
        pytest.raises(urllib.error.HTTPError) as error,
        urllib.request.urlopen(f"{address}api/ask"),
    ):
        pass
    with error.value as said:
        assert (said.code, json.load(said)) == (405, {"error": "send a POST with a JSON object"})


def test_an_error_with_a_message_is_told_in_one_line(address):
    assert call(address, "ask", question="index?") == (
        500,
        {"error": "the index is gone; sync again"},
    )


def test_a_bug_is_told_without_its_inside(address, caplog):
    status, said = call(address, "ask", question="bug?")
    assert (status, said["error"][:20]) == (500, "Something went wrong")
    assert "secret" not in said["error"]
    assert "ZeroDivisionError: secret" in caplog.text


def test_another_site_gets_nothing_under_a_name_of_its_own(address):
    body = json.dumps({"question": "When does it sail?"}).encode()
    request = urllib.request.Request(
        f"{address}api/ask", body, {"Content-Type": JSON, "Host": "evil.example"}
    )
    with pytest.raises(urllib.error.HTTPError) as error, urllib.request.urlopen(request):
        pass
    with error.value as said:
        assert said.code == 400


def test_gradios_own_address_tells_the_same_line(address):
    status, said = post(
        f"{address}gradio_api/run/search", b'{"data": ["ferry", 99, null, null, null]}'
    )
    assert (status, said["error"]) == (500, "k: Input should be less than or equal to 50")
