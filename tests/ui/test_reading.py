"""The article beside the chat, with the quote marked where it stands."""

import pytest

from index.models import Article, Span
from tests.ui import stories
from tests.ui.reading_html import Reading
from ui.reading import AROUND, WINDOW, render_article, render_passages, render_problem


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start=start, end=start + len(words))


def test_the_quote_is_marked_and_the_rest_is_there():
    html = render_article(stories.HARBOUR, span_of(stories.HARBOUR, "Twelve passengers"))
    assert "<p><mark>Twelve passengers</mark> were injured, the coast guard said." in html
    assert "The ferry sails again on Friday." in html


def test_the_second_of_two_equal_sentences_is_marked():
    article = Article(id="a", title="A", text="It rained. It rained.")
    html = render_article(article, Span(start=11, end=21))
    assert "<p>It rained. <mark>It rained.</mark></p>" in html


def test_a_quote_over_two_paragraphs_is_marked_in_both():
    article = Article(id="a", title="A", text="One two.\n\nThree four.")
    html = render_article(article, Span(start=4, end=15))
    assert "<p>One <mark>two.\n</mark></p><p><mark>Three</mark> four.</p>" in html


def test_the_head_says_who_wrote_it_when_and_where():
    html = render_article(stories.HARBOUR)
    for said in ("Harbour Times", "4 March 2026", "By Ida Holm"):
        assert f"<li>{said}</li>" in html
    assert 'href="https://harbour.example/ferry" target="_blank" rel="noopener noreferrer"' in html


def test_an_article_that_says_little_about_itself_is_undated_by_an_unknown_publisher():
    html = render_article(stories.WEATHER)
    assert "<li>unknown publisher</li><li>undated</li></ul>" in html
    assert "href" not in html


def test_a_reprint_names_who_published_it_first():
    assert "<li>First published by Harbour Times</li>" in render_article(stories.WIRE)


def test_a_first_line_that_repeats_the_title_is_shown_once():
    html = render_article(stories.HARBOUR, span_of(stories.HARBOUR, "Twelve"))
    assert "<p>Ferry runs aground off Lund" not in html


def test_a_quote_of_the_title_line_is_marked_in_the_text():
    html = render_article(stories.HARBOUR, span_of(stories.HARBOUR, "Ferry runs aground"))
    assert "<p><mark>Ferry runs aground</mark> off Lund" in html


def test_a_very_long_article_is_shown_around_the_quote():
    body = "a" * 2_000_000 + " NEEDLE " + "b" * 1_000_000
    html = render_article(
        Article(id="a", title="A", text=body), Span(start=2_000_001, end=2_000_007)
    )
    assert "<mark>NEEDLE</mark>" in html
    assert len(html) < 2 * WINDOW + 3_000
    assert "1,940,001 characters before this." in html
    assert "940,001 characters after this." in html


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><b>', "</mark>", "${1}{{x}}"],
)
def test_an_article_cannot_write_html(hostile):
    text = f"before {hostile} after"
    article = Article(
        id=hostile, title=hostile, publisher=hostile, author=hostile, origin=hostile, text=text
    )
    html = render_article(article, Span(start=3, end=len(text) - 3))
    plain = render_article(
        Article(id="x", title="x", publisher="x", author="x", origin="x", text="before x after"),
        Span(start=3, end=11),
    )
    assert html.count("<") == plain.count("<")
    assert html.count('"') == plain.count('"')


def test_a_problem_is_said_aloud_and_leads_back():
    html = render_problem("It is <gone>.")
    assert 'role="alert"' in html
    assert "It is &lt;gone&gt;." in html
    assert "data-back" in html


def test_two_passages_are_shown_together_each_with_its_article_and_its_quote_marked():
    ran = span_of(stories.HARBOUR, "The ferry Astrid ran aground on Tuesday.")
    nine = span_of(stories.COAST, "Nine passengers were injured")
    html = render_passages([(stories.HARBOUR, ran), (stories.COAST, nine)])
    assert f'data-key="harbour:{ran.start}-{ran.end}|coast:0-28"' in html
    assert html.count('<article class="cc-passage"') == 2
    assert "<mark>The ferry Astrid ran aground on Tuesday.</mark>" in html
    assert "<mark>Nine passengers were injured</mark>" in html
    assert html.index("Ferry runs aground off Lund</h2>") < html.index("Astrid: what we know</h2>")
    assert Reading(html).payloads == [
        {"article_id": "harbour", "start": ran.start, "end": ran.end},
        {"article_id": "coast", "start": 0, "end": 28},
    ]


def test_of_a_passage_whole_words_around_the_quote_are_shown():
    text = f"{'before ' * 100}HERE{' after' * 100}"
    article = Article(id="a", title="A", text=text)
    html = render_passages([(article, span_of(article, "HERE"))])
    assert "cc-text cc-cut-before cc-cut-after" in html
    shown = html.partition('cc-cut-after">')[2].partition("</div>")[0]
    words = Reading(shown).text.split()
    assert set(words) == {"before", "HERE", "after"}
    assert words.count("before") == AROUND // len("before ")
    assert words.count("after") == AROUND // len(" after")


def test_a_passage_at_the_edge_of_its_article_is_not_called_cut():
    html = render_passages([(stories.COAST, Span(start=0, end=28))])
    assert "cc-cut" not in html
