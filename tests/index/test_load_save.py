import errno
import json
import os
from datetime import date
from pathlib import Path

import pytest

from index.errors import LoadError
from index.load import find_files, read_file, save_article, save_upload

TEXT = "The dam holds.\n\n  “It’s safe,” said the mayor.\tEnd \n"


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_a_saved_article_is_read_back_the_same(tmp_path):
    path = save_article(
        tmp_path,
        title="Dam holds: 40 families return!",
        text=TEXT,
        publisher="The Ferry Post",
        author="Ada Reyes",
        published="4 March 2024",
        url="https://ferrypost.example/dam",
    )
    assert path == tmp_path / "dam-holds-40-families-return.json"
    (article,) = read_file(path, folder=tmp_path).articles
    assert article.text == TEXT
    assert article.title == "Dam holds: 40 families return!"
    assert (article.publisher, article.author) == ("The Ferry Post", "Ada Reyes")
    assert article.published == date(2024, 3, 4)
    assert str(article.url) == "https://ferrypost.example/dam"
    assert json.loads(path.read_bytes())["published"] == "2024-03-04"
    assert hidden(tmp_path) == []


@pytest.mark.parametrize("text", ["<p>One</p>\n<p>Two</p>", "&lt;p&gt;", '{"text": "x"}', "---\na"])
def test_a_text_that_looks_like_another_format_is_read_back_the_same(tmp_path, text):
    path = save_article(tmp_path, title="How a page is made", text=text)
    assert read_file(path, folder=tmp_path).articles[0].text == text


def test_nothing_is_overwritten(tmp_path):
    paths = [save_article(tmp_path, title="Dam", text=text) for text in ("One.", "Two.", "Three.")]
    assert [path.name for path in paths] == ["dam.json", "dam-2.json", "dam-3.json"]
    texts = [read_file(path, folder=tmp_path).articles[0].text for path in paths]
    assert texts == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd.json"),
        ("大坝挺住了", "大坝挺住了.json"),
        ("…!?", "article.json"),
        ("CON", "con-article.json"),
        ("\ud800 Dam", "dam.json"),
        ("word " * 100, ("word-" * 12)[:-1] + ".json"),
    ],
)
def test_a_title_becomes_a_safe_name(tmp_path, title, name):
    assert save_article(tmp_path, title=title, text=TEXT) == tmp_path / name


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"text": "  "}, "holds no text"),
        ({"published": "03/04/2023"}, "may be 2023-04-03 or 2023-03-04"),
        ({"url": "ferrypost.example"}, "is no http or https address"),
        ({"text": "x" * 2_000_001}, "an article may hold 2,000,000"),
    ],
)
def test_an_article_that_would_lose_something_is_not_saved(tmp_path, given, reason):
    with pytest.raises(LoadError, match=reason):
        save_article(tmp_path, **{"title": "Dam", "text": TEXT, **given})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_or_is_full_is_told(tmp_path, monkeypatch):
    with pytest.raises(LoadError, match="check that the folder exists"):
        save_article(tmp_path / "nowhere", title="Dam", text=TEXT)

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LoadError, match="No space left on device"):
        save_article(tmp_path, title="Dam", text=TEXT)
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_taken_without_overwriting_where_there_are_no_links(tmp_path, monkeypatch):
    def unsupported(_source, _target):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    paths = [save_article(tmp_path, title="Dam", text=text) for text in ("One.", "Two.")]
    assert [read_file(p, folder=tmp_path).articles[0].text for p in paths] == ["One.", "Two."]
    assert hidden(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("dam.txt", "dam.txt"),
        ("../../outside/Dam Holds.TXT", "dam-holds.txt"),
        ("C:\\news\\.dam.txt", "dam.txt"),
        ("sources.toml.txt", "sources-toml.txt"),
        ("...txt", "article.txt"),
    ],
)
def test_an_upload_is_copied_under_a_safe_name(tmp_path, name, saved):
    source = tmp_path / "upload"
    source.write_text(TEXT)
    folder = tmp_path / "news"
    folder.mkdir()
    path = save_upload(folder, source, name=name)
    assert path == folder / saved
    assert read_file(path, folder=folder).articles[0].text == TEXT
    assert find_files(folder).files == (path,)
    assert save_upload(folder, source, name=name) != path
    assert hidden(folder) == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("dam.pdf", b"%PDF", r"known are \.txt, \.md, \.markdown, \.html, \.htm, \.json, \.jsonl"),
        (".txt", b"The dam holds.", "known are"),
        ("sources.toml", b"[dam]", "known are"),
        ("dam.txt", b"\x00\x01", "dam.txt was not added: it is not text"),
        ("dam.jsonl", b"{}\n{}", "dam.jsonl was not added: it has no text"),
    ],
)
def test_an_upload_that_cannot_be_read_is_refused_with_the_reason(tmp_path, name, content, reason):
    source = tmp_path / "upload"
    source.write_bytes(content)
    folder = tmp_path / "news"
    folder.mkdir()
    with pytest.raises(LoadError, match=reason):
        save_upload(folder, source, name=name)
    assert list(folder.iterdir()) == []
