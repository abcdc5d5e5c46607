"""The page as a server of tools, called by the real client of MCP."""

import asyncio
import json
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from tests.ui import stories
from tests.ui.harbour import harbour

PATH = "gradio_api/mcp"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gradio.mcp.Client", None)  # It would tell its makers that it starts.
        with harbour(tmp_path_factory.mktemp("harbour"), mcp=True) as address:
            yield address


@pytest.fixture
def talk(address):
    """Return a function that gives `say` a session, and returns what it returns."""

    def converse(say, path=f"{PATH}/"):
        async def session():
            async with (
                streamable_http_client(f"{address}{path}") as (read, write, _),
                ClientSession(read, write) as session,
            ):
                await session.initialize()
                return await say(session)

        with ThreadPoolExecutor(max_workers=1) as aside:  # The loop here may be the browser's.
            return aside.submit(lambda: asyncio.run(session())).result()

    return converse


@pytest.fixture
def call(talk):
    """Return a function that calls a tool; it returns whether that failed, and the text."""

    def use(name, **given):
        result = talk(lambda session: session.call_tool(name, given))
        (content,) = result.content
        return result.isError, content.text

    return use


def test_ask_and_search_are_the_tools_and_there_is_nothing_else(talk):
    async def look(session):
        return (
            (await session.list_tools()).tools,
            (await session.list_resources()).resources,
            (await session.list_prompts()).prompts,
        )

    tools, *others = talk(look)
    assert [tool.name for tool in tools] == ["ask", "search"]
    assert others == [[], []]


def test_the_tools_say_what_they_do_and_what_they_take(talk):
    ask, search = talk(lambda session: session.list_tools()).tools
    assert ask.description.startswith(
        "Answer a question from the news articles, in their own words"
    )
    assert search.description.startswith("Find the passages of the news articles")
    assert (ask.inputSchema["required"], search.inputSchema["required"]) == (
        ["question"],
        ["query"],
    )
    fields = search.inputSchema["properties"]
    assert list(fields) == ["query", "k", "publishers", "since", "until"]
    assert (fields["k"]["type"], fields["k"]["default"]) == ("integer", 5)
    assert {"type": "array", "items": {"type": "string"}} in fields["publishers"]["oneOf"]
    assert fields["since"]["description"].endswith("written as 2026-03-01.")
    assert all(field["description"] for field in fields.values())


def test_an_answer_is_the_json_that_is_documented(call):
    failed, text = call("ask", question="How many were injured?")
    assert (failed, json.loads(text)) == (False, stories.disputed().model_dump(mode="json"))


def test_a_search_takes_filters(call):
    failed, text = call("search", query="ferry injured", publishers=["Coast Daily"], k=3)
    (passage,) = json.loads(text)
    assert (failed, passage["article"]["id"]) == (False, "coast")
    assert passage["article"]["published"] is None
    assert call("search", query="ferry", since="2026-03-05") == (False, "[]")


@pytest.mark.parametrize(
    ("name", "given", "line"),
    [
        ("ask", {"question": ""}, "question: it is empty; ask something"),
        ("ask", {}, "Input validation error: 'question' is a required property"),
        ("search", {"query": "ferry", "k": 51}, "k: Input should be less than or equal to 50"),
        (
            "search",
            {"query": "a", "k": "x"},
            "Input validation error: 'x' is not of type 'integer'",
        ),
    ],
)
def test_what_is_wrong_is_one_line(call, name, given, line):
    assert call(name, **given) == (True, line)


def test_the_inside_of_the_page_cannot_be_called(call):
    failed, line = call("answer_next")
    assert (failed, "\n" in line) == (True, False)
    assert "answer_next" in line


def test_the_address_may_be_written_without_its_slash(talk):
    tools = talk(lambda session: session.list_tools(), path=PATH).tools
    assert len(tools) == 2


@pytest.mark.parametrize(
    "headers",
    [{"Content-Type": "text/plain"}, {"Content-Type": "application/json", "Host": "evil.example"}],
)
def test_another_site_cannot_make_a_browser_call_it(address, headers):
    """Neither without asking first, nor under a name of its own."""
    body = b'{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}'
    accept = {"Accept": "application/json, text/event-stream"}
    request = urllib.request.Request(f"{address}{PATH}/", body, {**accept, **headers})
    with pytest.raises(urllib.error.HTTPError) as error, urllib.request.urlopen(request):
        pass
    with error.value as said:
        assert said.code == 400


def test_a_page_that_was_not_told_to_serves_no_tools(tmp_path):
    with harbour(tmp_path) as address:
        request = urllib.request.Request(f"{address}{PATH}/", b"{}")
        with pytest.raises(urllib.error.HTTPError) as error, urllib.request.urlopen(request):
            pass
        with error.value as said:
            assert said.code == 404
