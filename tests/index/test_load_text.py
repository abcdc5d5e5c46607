"""Titles, front matter and Markdown: what a plain file says."""

from datetime import date

import pytest

from index.load import read_file
from index.load.titles import MAX_TITLE, title_of


@pytest.fixture
def read(tmp_path):
    """Write a file and return its one article."""

    def write_and_read(name: str, content: str | bytes):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        loaded = read_file(path, folder=tmp_path)
        assert not loaded.failures
        (article,) = loaded.articles
        return article

    return write_and_read


def test_a_text_is_kept_to_the_character_but_for_its_line_ends(read):
    article = read(
        "dam.txt", b"\xef\xbb\xbf  The dam holds.\r\n\r\n\tIt\xe2\x80\x99s  safe.\rEnd \n"
    )
    assert article.text == "  The dam holds.\n\n\tIt’s  safe.\nEnd \n"
    assert article.id == "dam"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dam holds in Arle\n\nThe dam above Arle held on Monday.", "Dam holds in Arle"),
        ("Back\nMenu\nShare this\nThe dam holds. Nobody was hurt.", "The dam holds."),
        ("Advertisement\n\n# Dam holds\n\nText.", "Dam holds"),
        ("By Ada Reyes\nPublished Monday\nThe dam holds.", "The dam holds."),
        ("By Tuesday the dam had burst.", "By Tuesday the dam had burst."),
        ("The U.S. dam holds, Mr. Okafor said. Rain ends.", "The U.S. dam holds, Mr. Okafor said."),
        ("大坝在周一挺住了", "大坝在周一挺住了"),
        ("Menu", "Menu"),
        ("---\n***\n", "--- ***"),
    ],
)
def test_a_text_without_a_title_is_called_by_its_first_heading_or_sentence(text, title):
    assert title_of(text) == title


def test_a_long_first_sentence_is_cut_between_words():
    title = title_of("word " * 60)
    assert title == "word " * 22 + "word word…"
    assert len(title) <= MAX_TITLE
    assert title_of("x" * 500) == "x" * 119 + "…"


def test_front_matter_is_read_and_taken_out_of_the_text(read):
    article = read(
        "dam.md",
        "---\ntitle: 'Dam: day two'\nsource: The Ferry Post\nauthors: [Ada Reyes, Tom Okafor]\n"
        "date: 2024-03-04\nurl: https://ferrypost.example/dam\norigin: Reuters\ntags: [flood]\n"
        "---\n\nThe dam holds.",
    )
    assert article.text == "The dam holds."
    assert article.title == "Dam: day two"
    assert article.publisher == "The Ferry Post"
    assert article.author == "Ada Reyes, Tom Okafor"
    assert article.published == date(2024, 3, 4)
    assert str(article.url) == "https://ferrypost.example/dam"
    assert article.origin == "Reuters"


def test_a_colon_in_a_title_does_not_spoil_the_front_matter(read):
    article = read("dam.txt", "---\ntitle: Dam: day two\ndate: 2024-03-04\n---\nThe dam holds.")
    assert (article.title, article.published) == ("Dam: day two", date(2024, 3, 4))
    assert article.text == "The dam holds."


def test_front_matter_is_read_whatever_the_line_ends(read):
    article = read("dam.txt", b"---\r\ntitle: Dam\r\n---\r\nThe dam\r\nholds.")
    assert (article.title, article.text) == ("Dam", "The dam\nholds.")


def test_toml_front_matter_is_read(read):
    article = read("dam.md", '+++\ntitle = "Dam"\ndate = 2024-03-04T08:00:00Z\n+++\nIt holds.')
    assert (article.title, article.published, article.text) == (
        "Dam",
        date(2024, 3, 4),
        "It holds.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe dam holds.\n---\nSo said the mayor.",
        "---\nweather: wet\n---\nThe dam holds.",
        "---\ntitle: never closed\n\nThe dam holds.",
        "---\n" + "[" * 5000 + "\n---\nThe dam holds.",
    ],
)
def test_rules_around_words_that_are_no_facts_stay_in_the_text(read, text):
    assert read("dam.txt", text).text == text


def test_markdown_becomes_text_that_reads_well(read):
    article = read(
        "dam.md",
        "# Dam *holds* in [Arle](https://arle.example)\n\n"
        "The mayor\nsaid **“we were ready”**, see `gauge.py`. ![A dam](dam.png)\n\n"
        "- Bridge closed\n- Schools:\n  1. North\n  2. South\n\n"
        "> Stay home.\n\n<div>Call <b>112</b></div>\n\n"
        "| Place | Level |\n|---|---|\n| Arle | 2 m |\n\n"
        "```\nif level > 2:\n    warn()\n```\nLine one  \nline two &amp; three\n",
    )
    assert article.title == "Dam holds in Arle"
    assert article.text == (
        "Dam holds in Arle\n\n"
        "The mayor said “we were ready”, see gauge.py.\n\n"
        "- Bridge closed\n- Schools:\n  1. North\n  2. South\n\n"
        "Stay home.\n\nCall 112\n\n"
        "Place | Level\nArle | 2 m\n\n"
        "if level > 2:\n    warn()\n\n"
        "Line one\nline two & three"
    )


def test_a_list_item_of_two_paragraphs_has_one_mark(read):
    assert (
        read("a.markdown", "3. One\n\n   More\n4. Two\n\nEnd").text == "3. One\nMore\n4. Two\n\nEnd"
    )
