"""`crosscheck chat` brings the index up to date, then serves the page."""

from pathlib import Path

from tests.ui.commands import write_stories


def test_chat_syncs_then_serves_and_tells_the_address(crosscheck, seeds, monkeypatch):
    served = {}
    (seeds / "sources.toml").write_text('examples = ["Who was hurt?"]', encoding="utf-8")

    def serve(library, assistant, *, articles, host, port, mcp, examples, announce):
        served.update(articles=articles, host=host, port=port, mcp=mcp, examples=examples)
        served.update(held=len(library.sources()))
        announce("http://127.0.0.1:7860/")

    monkeypatch.setattr("ui.serve.serve", serve)
    status, _, err = crosscheck("chat")
    assert status == 0
    assert served == {
        "articles": Path("seeds"),
        "host": "127.0.0.1",
        "port": 7860,
        "mcp": False,
        "examples": ("Who was hurt?",),
        "held": 4,
    }
    assert err.splitlines() == [
        "Starting Crosscheck",
        "seeds: 4 articles added",
        "Crosscheck is at http://127.0.0.1:7860/; Ctrl-C ends it",
    ]


def test_chat_for_assistants_tells_their_address_too(crosscheck, seeds, monkeypatch):
    told = []

    def serve(*_, mcp, announce, **__):
        told.append(mcp)
        announce("http://127.0.0.1:7861/")

    monkeypatch.setattr("ui.serve.serve", serve)
    status, _, err = crosscheck("chat", "--mcp", "--port", "7861")
    assert (status, told) == (0, [True])
    assert err.splitlines()[-2:] == [
        "Crosscheck is at http://127.0.0.1:7861/; Ctrl-C ends it",
        "Assistants reach it over MCP at http://127.0.0.1:7861/gradio_api/mcp/",
    ]


def test_chat_for_assistants_without_the_package_says_so_before_it_indexes(
    crosscheck, seeds, monkeypatch, tmp_path
):
    monkeypatch.delattr("gradio.mcp.GradioMCPServer.StreamableHTTPSessionManager")
    status, _, err = crosscheck("chat", "--mcp")
    assert status == 1
    assert err.splitlines()[-1] == (
        "crosscheck: serving assistants needs the package mcp below version 2; "
        "install it with: pip install 'crosscheck[mcp]'"
    )
    assert not (tmp_path / ".crosscheck").exists()


def test_chat_without_a_folder_keeps_what_is_added_in_articles(crosscheck, tmp_path, monkeypatch):
    served = []
    monkeypatch.setattr("ui.serve.serve", lambda *_, articles, **__: served.append(articles))
    assert crosscheck("chat", "--port", "0").status == 0
    assert served == [Path("articles")]
    assert not (tmp_path / "articles").exists()
    write_stories(tmp_path / "articles")
    assert crosscheck("search", "ferry").status == 0
