"""`crosscheck chat` brings the index up to date, then serves the page."""

from pathlib import Path

from tests.ui.commands import write_stories


def test_chat_syncs_then_serves_and_tells_the_address(crosscheck, seeds, monkeypatch):
    served = {}
    (seeds / "sources.toml").write_text('examples = ["Who was hurt?"]', encoding="utf-8")

    def serve(library, assistant, *, articles, host, port, examples, announce):
        served.update(articles=articles, host=host, port=port, examples=examples)
        served.update(held=len(library.sources()))
        announce("http://127.0.0.1:7860/")

    monkeypatch.setattr("ui.serve.serve", serve)
    status, _, err = crosscheck("chat")
    assert status == 0
    assert served == {
        "articles": Path("seeds"),
        "host": "127.0.0.1",
        "port": 7860,
        "examples": ("Who was hurt?",),
        "held": 4,
    }
    assert err.splitlines() == [
        "Starting Crosscheck",
        "seeds: 4 articles added",
        "Crosscheck is at http://127.0.0.1:7860/; Ctrl-C ends it",
    ]


def test_chat_without_a_folder_keeps_what_is_added_in_articles(crosscheck, tmp_path, monkeypatch):
    served = []
    monkeypatch.setattr("ui.serve.serve", lambda *_, articles, **__: served.append(articles))
    assert crosscheck("chat", "--port", "0").status == 0
    assert served == [Path("articles")]
    assert not (tmp_path / "articles").exists()
    write_stories(tmp_path / "articles")
    assert crosscheck("search", "ferry").status == 0
