"""The retriever in the real LangChain and the real LlamaIndex."""

import asyncio
import importlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from langchain_core.retrievers import BaseRetriever as LangChainRetriever
from llama_index.core.retrievers import BaseRetriever as LlamaIndexRetriever
from llama_index.core.schema import MetadataMode

from index import langchain, llama_index
from index.search import Retriever
from tests.index.fakes import write

ROOT = Path(__file__).parents[2]
HARBOUR = """---
title: Ferry aground
publisher: Harbour Times
date: 2026-03-04
url: https://harbour.example/ferry
---
The ferry Astrid ran aground on Tuesday.
"""
COAST = """---
title: Astrid refloated
publisher: Coast Daily
---
The ferry Astrid was refloated on Thursday.
"""


class Given(NamedTuple):
    """What a framework is given for one passage."""

    id: str
    text: str
    metadata: dict[str, object]


class LangChain:
    def __init__(self, retriever, **options):
        self.retriever = langchain.CrosscheckRetriever(retriever=retriever, **options)

    def find(self, query):
        return [self._given(document) for document in self.retriever.invoke(query)]

    async def find_later(self, query):
        return [self._given(document) for document in await self.retriever.ainvoke(query)]

    def _given(self, document):
        return Given(document.id, document.page_content, document.metadata)


class LlamaIndex:
    def __init__(self, retriever, **options):
        self.retriever = llama_index.CrosscheckRetriever(retriever, **options)

    def find(self, query):
        return [self._given(found) for found in self.retriever.retrieve(query)]

    async def find_later(self, query):
        return [self._given(found) for found in await self.retriever.aretrieve(query)]

    def _given(self, found):
        assert found.score == found.node.metadata["score"]
        return Given(found.node.node_id, found.node.text, found.node.metadata)


@pytest.fixture(params=[LangChain, LlamaIndex])
def adapter(request):
    """Each framework: what one is given, the other is, too."""
    return request.param


@pytest.fixture
def ferries(library, folder) -> Retriever:
    write(folder / "harbour.md", HARBOUR)
    write(folder / "coast.md", COAST)
    library.sync(folder)
    return Retriever(library)


def test_each_passage_comes_with_its_source_and_its_place(adapter, ferries):
    first, second = adapter(ferries).find("Who ran aground on Tuesday?")
    score = first.metadata.pop("score")
    assert score == ferries.search("Who ran aground on Tuesday?")[0].score
    assert first == Given(
        "harbour:0-40",
        "The ferry Astrid ran aground on Tuesday.",
        {
            "article_id": "harbour",
            "title": "Ferry aground",
            "publisher": "Harbour Times",
            "published": "2026-03-04",
            "url": "https://harbour.example/ferry",
            "start": 0,
            "end": 40,
            "rank": 1,
        },
    )
    assert second.id == "coast:0-43"
    assert (second.metadata["published"], second.metadata["url"]) == (None, None)
    assert (second.metadata["rank"], second.metadata["score"] < score) == (2, True)


def test_metadata_say_where_in_the_article_a_passage_is(adapter, ferries, library):
    for _, text, about in adapter(ferries).find("ferry"):
        assert library.article(about["article_id"]).text[about["start"] : about["end"]] == text


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({}, ["harbour:0-40", "coast:0-43"]),
        ({"k": 1}, ["harbour:0-40"]),
        ({"publishers": ["coast daily"]}, ["coast:0-43"]),
        ({"since": date(2026, 3, 4)}, ["harbour:0-40"]),
        ({"until": date(2026, 3, 3)}, []),
    ],
)
def test_the_options_are_those_of_a_search(adapter, ferries, options, ids):
    assert [given.id for given in adapter(ferries, **options).find("ran aground")] == ids


def test_more_than_five_passages_come_only_if_asked_for(adapter, library, folder):
    for number in range(8):
        write(folder / f"{number}.txt", f"Ferry {number} sailed.")
    library.sync(folder)
    assert len(adapter(Retriever(library)).find("ferry")) == 5
    assert len(adapter(Retriever(library), k=7).find("ferry")) == 7


def test_it_can_be_awaited(adapter, ferries):
    found = adapter(ferries)
    with ThreadPoolExecutor(max_workers=1) as aside:  # The loop here may be the browser's.
        later = aside.submit(lambda: asyncio.run(found.find_later("ran aground"))).result()
    assert later == found.find("ran aground") != []


def test_they_are_what_the_frameworks_take(ferries):
    assert isinstance(langchain.CrosscheckRetriever(retriever=ferries), LangChainRetriever)
    assert isinstance(llama_index.CrosscheckRetriever(ferries), LlamaIndexRetriever)


def test_a_langchain_retriever_is_a_link_of_a_chain(ferries):
    chain = langchain.CrosscheckRetriever(retriever=ferries) | (lambda found: found[0].id)
    assert chain.batch(["ran aground", "refloated"]) == ["harbour:0-40", "coast:0-43"]


def test_a_language_model_is_shown_the_source_of_a_llama_index_node_but_no_numbers(ferries):
    found = llama_index.CrosscheckRetriever(ferries, k=1).retrieve("ran aground")[0]
    assert found.node.get_content(MetadataMode.LLM) == (
        "title: Ferry aground\npublisher: Harbour Times\npublished: 2026-03-04\n\n"
        "The ferry Astrid ran aground on Tuesday."
    )
    assert (found.node.start_char_idx, found.node.end_char_idx) == (0, 40)


@pytest.mark.parametrize(
    ("module", "package", "extra"),
    [
        ("index.langchain", "langchain_core.callbacks", "langchain"),
        ("index.llama_index", "llama_index.core.retrievers", "llama-index"),
    ],
)
def test_without_the_extra_one_line_says_what_to_install(monkeypatch, module, package, extra):
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, module)
    with pytest.raises(ImportError, match=rf"pip install 'crosscheck\[{extra}\]'$") as error:
        importlib.import_module(module)
    assert "\n" not in str(error.value)


def test_who_wants_neither_loads_neither():
    loaded = "import sys, index, qa; print(*{name.partition('.')[0] for name in sys.modules})"
    modules = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "index" in modules
    assert not {"langchain_core", "llama_index", "langsmith", "nltk"} & set(modules)
