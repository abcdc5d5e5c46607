"""The commands of docs/http.md run as they stand against the real page over the seeds."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from index import Library, Retriever
from index.models import Passage
from qa import Assistant
from qa.models import Answer
from tests.browser.site import serving

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "http.md").read_text(encoding="utf-8")
DOCUMENTED = "http://127.0.0.1:7860/"
# Gradio's client is allowed this machine; whatever else it asks for is told on stderr.
ONLY_HERE = """
import socket, sys

look_up = socket.getaddrinfo

def look_up_here(host, *arguments, **options):
    if host != "127.0.0.1":
        print("network:", host, file=sys.stderr, flush=True)
        raise OSError("no network here")
    return look_up(host, *arguments, **options)

socket.getaddrinfo = look_up_here
"""
AND_WAIT = """
import threading

for thread in threading.enumerate()[1:]:
    thread.join(timeout=2)
"""


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT, flags=re.DOTALL)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with Library.open(tmp_path_factory.mktemp("library")) as library:
        library.sync(ROOT / "seeds")
        yield library


@pytest.fixture(scope="module")
def address(library, tmp_path_factory):
    assistant = Assistant(Retriever(library))
    articles = tmp_path_factory.mktemp("articles")
    with serving(library, assistant, articles=articles, mcp=True) as address:
        yield address


@pytest.fixture
def shown(address):
    """Return a function that runs an example and returns what it prints."""

    def run(*command: str) -> str:
        *before, example = command
        assert DOCUMENTED in example
        here = example.replace(DOCUMENTED, address)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("HF_")}
        done = subprocess.run(
            [*before, here], env=environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed here")
def test_curl_asks_and_searches(shown, library):
    ask, search = (shown("sh", "-c", example) for example in examples("sh"))
    context = {"articles": library.article}
    answer = Answer.model_validate_json(ask, context=context)
    assert (answer.answered, answer.headline) == (True, "2030")
    passages = [Passage.model_validate(one, context=context) for one in json.loads(search)]
    assert [passage.rank for passage in passages] == [1, 2, 3]
    assert {passage.article.publisher for passage in passages} == {"DistantNews"}


def test_gradio_client_asks_and_searches(shown):
    (example,) = examples("python")
    headline, *rest = shown(sys.executable, "-c", ONLY_HERE + example + AND_WAIT).splitlines()
    assert headline == "2030"
    cited = [line for line in rest if re.fullmatch(r"\w+ \d+ \d+", line)]
    assert len(cited) > 0
    assert [line.split()[0] for line in rest[len(cited) :]] == ["1", "2", "3"]


def test_an_assistant_that_is_given_the_file_asks(address, library):
    (example,) = examples("json")
    ((name, server),) = json.loads(example)["mcpServers"].items()
    assert (name, server["url"].startswith(DOCUMENTED)) == ("crosscheck", True)

    async def ask() -> str:
        url = server["url"].replace(DOCUMENTED, address)
        async with (
            streamable_http_client(url) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            question = {"question": "When does the revenue share end?"}
            return (await session.call_tool("ask", question)).content[0].text

    with ThreadPoolExecutor(max_workers=1) as aside:  # The loop here may be the browser's.
        text = aside.submit(lambda: asyncio.run(ask())).result()
    answer = Answer.model_validate_json(text, context={"articles": library.article})
    assert answer.headline == "2030"
