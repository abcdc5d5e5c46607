"""An answer on the clipboard: readable as text, and harmless as Markdown."""

import pytest
from markdown_it import MarkdownIt

from index.models import Article
from tests.ui import stories
from ui.markdown import answer_markdown, chat_markdown, escape
from ui.session import Turn


def test_an_answer_carries_its_quotes_numbered_with_their_places():
    start = stories.HARBOUR.text.index("The ferry sails")
    assert answer_markdown(stories.agreed(), asked="When does the ferry sail again?") == (
        "## When does the ferry sail again?\n"
        "\n"
        "**Friday**\n"
        "\n"
        "- The ferry sails again on Friday. [1]\n"
        "\n"
        "Only one article answers, so there is nothing to check it against.\n"
        "\n"
        "[1] “Ferry runs aground off Lund”, Harbour Times, 4 March 2026. "
        f"harbour, characters {start}–{start + 32}. <https://harbour.example/ferry>\n"
        "\n"
        "> The ferry sails again on Friday.\n"
    )


def test_a_disagreement_carries_both_sides_with_their_sources():
    said = answer_markdown(stories.disputed(), asked="How many passengers were injured?")
    assert "**Sources disagree:** How many were injured" in said
    assert "- 12 (2 sources, 1 origin) [1][2]" in said
    assert "- 9 (1 source, 1 origin) [3]" in said
    assert "[3] “Astrid: what we know”, Coast Daily, undated." in said


def test_a_declined_question_says_so_and_names_no_citation():
    said = answer_markdown(stories.declined(), asked="Who owns the ferry?")
    assert "**The articles do not say.**" in said
    assert "Nearest passages. They are near the question; they do not answer it." in said
    assert "[1]" not in said


def test_a_rewritten_question_is_there_in_both_forms():
    said = answer_markdown(stories.agreed(), asked="And when?")
    assert said.startswith("## And when?\n\nUnderstood as: When does the ferry sail again?\n")


def test_a_chat_has_its_answers_and_errors_in_order_and_no_open_question():
    turns = [
        Turn("When?", answer=stories.agreed()),
        Turn("Why?", error="The index is gone."),
        Turn("Who?"),
    ]
    said = chat_markdown(turns)
    assert said.startswith("# Crosscheck\n")
    assert said.index("## When?") < said.index("## Why?\n\nThe index is gone.")
    assert "Who?" not in said


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "`code` *bold* __init__ ~~gone~~ a|b",
    "# heading",
    "- item",
    "+ item",
    "> quote",
    "2030. A year.",
    "3) third",
    "--- ",
    "&lt;b&gt; AT&T",
    "back\\slash",
    "a\n# heading\n\n<b>",
]


@pytest.mark.parametrize("said", HOSTILE)
@pytest.mark.parametrize("before", ["", "- ", "> "])
def test_what_an_article_says_comes_out_of_markdown_as_it_went_in(said, before):
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = markdown.parse(f"{before}{escape(said)}")
    inline = [token for token in tokens if token.type == "inline"]
    assert len(inline) == 1
    assert {child.type for child in inline[0].children} <= {"text", "text_special"}
    assert "".join(c.content for c in inline[0].children) == " ".join(said.split())


def test_words_that_do_nothing_in_markdown_are_left_as_they_are():
    said = "OpenAI & Microsoft's $135 billion (27%) file_name deal: 100% sure!"
    assert escape(said) == said


def test_a_title_with_brackets_makes_no_link():
    article = Article(id="a", title="[Sale](http://evil.example)", text="It rained.")
    position = stories.position("rain", stories.quote(article, "It rained."))
    said = answer_markdown(stories.answer(position, headline="rain"), asked="Did it rain?")
    links = [t for t in MarkdownIt().parse(said) if t.type == "inline"]
    assert not [c for t in links for c in t.children if c.type == "link_open"]
