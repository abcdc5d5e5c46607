"""Serving: where, from when, and that starting asks no other host for anything."""

import asyncio
import json
import queue
import socket
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from index.errors import CrosscheckError
from index.library import Library
from tests.index.fakes import WordHashEncoder, write
from tests.qa.years import TellingYears
from tests.ui import stories
from tests.ui.fakes import FolderLibrary, ScriptedAssistant
from ui.page import build_page
from ui.serve import AddressTaken, listen, run, serve


def test_a_port_in_use_names_the_remedy():
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressTaken, match=rf"in use .* --port {port + 1}$") as error:
            listen("127.0.0.1", port)
    assert isinstance(error.value, CrosscheckError)


def test_an_address_that_is_not_ours_is_one_sentence():
    with pytest.raises(AddressTaken, match=r"192\.0\.2\.1:7860 cannot be used"):
        listen("192.0.2.1", 7860)


@pytest.fixture
def asked_for(monkeypatch) -> list[str]:
    """Every host that anything in this process looks up or connects to."""
    hosts: list[str] = []
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def looked_up(host, *args, **kwargs):
        hosts.append(host)
        return look_up(host, *args, **kwargs)

    def connected(self, address):
        hosts.append(address[0] if isinstance(address, tuple) else "127.0.0.1")
        return connect(self, address)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    monkeypatch.setattr(socket.socket, "connect", connected)
    return hosts


@pytest.fixture
def address(tmp_path, asked_for):
    """The page, served from another thread."""
    library = FolderLibrary(tmp_path, [stories.HARBOUR])
    started = queue.SimpleQueue()

    def build():
        return build_page(library, ScriptedAssistant(), articles=tmp_path)

    with listen("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=lambda: asyncio.run(run(build, listener, started.put)))
        thread.start()
        server = started.get(timeout=60)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        server.should_exit = True
        thread.join(timeout=10)
        assert not thread.is_alive()


def call(address: str, name: str, *inputs: object) -> object:
    """Call an endpoint as another program would; return what it gives."""
    body = json.dumps({"data": inputs}).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}gradio_api/call/{name}", body, headers)
    with urllib.request.urlopen(request) as answer:
        event = json.load(answer)["event_id"]
    said = read(f"{address}gradio_api/call/{name}/{event}")
    return json.loads(said.partition("event: complete\ndata: ")[2])[0]


def read(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        return answer.read().decode()


def test_the_page_answers_as_soon_as_it_is_announced_and_starting_asks_nobody(address, asked_for):
    assert "Crosscheck" in read(address)
    assert set(asked_for) <= {"127.0.0.1"}


def test_the_page_carries_its_own_style_and_script(address):
    html = read(address)
    assert "cc-headline" in html
    assert "crosscheckTriggers" in html
    assert "fonts.googleapis.com" not in html


@pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")  # Of gradio's own queue.
def test_another_program_can_ask(address):
    answer = call(address, "ask", "When does it sail?")
    assert (answer["answered"], answer["headline"]) == (True, "Friday")
    assert answer["citations"][0]["quote"] == "The ferry sails again on Friday."


def test_articles_are_compared_from_when_the_page_is_served_and_not_before(tmp_path, monkeypatch):
    for name, year in (("dam", 1931), ("guide", 1934)):
        write(tmp_path / "news" / f"{name}.txt", f"The Arden dam opened in {year}.")
    comparer, before = TellingYears(), []

    async def run(build, listener, on_start, *, mcp):
        on_start(None)
        while library.uncompared():
            await asyncio.sleep(0.01)

    monkeypatch.setattr("ui.serve.run", run)
    with Library.open(tmp_path / "index", encoder=WordHashEncoder(), comparer=comparer) as library:
        library.sync(tmp_path / "news", compare=False)
        serving = partial(
            serve,
            library,
            ScriptedAssistant(),
            articles=tmp_path / "news",
            port=0,
            announce=lambda _: before.append(list(comparer.compared)),
        )
        with ThreadPoolExecutor(max_workers=1) as aside:  # The loop here may be the browser's.
            aside.submit(serving).result()
        assert before == [[]]
        assert len(library.findings()) == 1
    assert "comparing" not in {thread.name for thread in threading.enumerate()}


def test_the_icon_is_our_own(address):
    assert "#1f5673" in read(f"{address}favicon.ico")
