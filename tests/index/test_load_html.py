from datetime import date

import pytest

from index.load import read_file

PAGE = """<!doctype html><html><head><meta charset="{charset}">
<title>Dam holds | The Ferry Post</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><header><h1>Dam holds in Arle</h1>{byline}</header>
<p>The dam above Arle held on Monday, the town’s mayor said, and 40 families went home.</p>
<h2>What comes next</h2>
<p>Engineers expect the water to fall by Thursday. “We were ready,” said the mayor.</p></article>
<section id="comments"><div class="comment"><p>I never believed it would.</p></div></section>
<script>track("visitor")</script></body></html>"""

BODY = (
    "The dam above Arle held on Monday, the town’s mayor said, and 40 families went home.\n"
    "What comes next\n"
    "Engineers expect the water to fall by Thursday. “We were ready,” said the mayor."
)


@pytest.fixture
def load(tmp_path):
    def write_and_load(head="", byline="", charset="utf-8", name="dam.html", page=PAGE):
        path = tmp_path / name
        html = page.replace("{charset}", charset).replace("{head}", head)
        path.write_bytes(html.replace("{byline}", byline).encode(charset))
        return read_file(path, folder=tmp_path)

    return write_and_load


def test_the_article_of_a_page_is_a_line_a_paragraph_without_menu_comments_and_scripts(load):
    (article,) = load().articles
    assert article.text == f"Dam holds in Arle\n{BODY}"
    assert article.title == "Dam holds in Arle"
    assert article.publisher == "unknown"
    assert article.published is None


def test_meta_tags_state_the_facts(load):
    (article,) = load(
        '<meta property="og:title" content="Dam holds: 40 families return">'
        '<meta property="og:site_name" content="The Ferry Post">'
        '<meta name="author" content="Ada Reyes">'
        '<meta property="article:published_time" content="2024-03-04T23:30:00-05:00">'
        '<link rel="canonical" href="https://ferrypost.example/dam">'
    ).articles
    assert article.title == "Dam holds: 40 families return"
    assert article.publisher == "The Ferry Post"
    assert article.author == "Ada Reyes"
    assert article.published == date(2024, 3, 4)
    assert str(article.url) == "https://ferrypost.example/dam"


def test_json_ld_states_the_facts_and_broken_json_ld_is_passed_over(load):
    (article,) = load(
        '<script type="application/ld+json">{"@type": "NewsArticle", broken</script>'
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "headline": "No"},'
        '{"@type": ["NewsArticle"], "headline": "Dam holds!", "datePublished": "2024-03-04",'
        '"author": [{"name": "Ada Reyes"}, {"name": "Tom Okafor"}],'
        '"publisher": {"name": "The Ferry Post"}}]}</script>'
    ).articles
    assert (article.title, article.publisher) == ("Dam holds!", "The Ferry Post")
    assert (article.author, article.published) == ("Ada Reyes, Tom Okafor", date(2024, 3, 4))


def test_a_single_time_in_the_header_is_the_date_and_two_are_none(load):
    first, second = '<time datetime="2024-03-04">4 March</time>', '<time datetime="2024-03-05">'
    assert load(byline=first).articles[0].published == date(2024, 3, 4)
    assert load(byline=first + second).articles[0].published is None


def test_no_date_is_guessed_from_the_words_or_the_address_of_a_page(load):
    (article,) = load(
        '<link rel="canonical" href="https://ferrypost.example/2024/03/04/dam">',
        byline="<p>Updated 4 March 2024</p>",
    ).articles
    assert article.published is None


def test_an_address_relative_to_nothing_is_left_out_without_a_word(load):
    loaded = load('<link rel="canonical" href="/dam">')
    assert loaded.articles[0].url is None
    assert loaded.warnings == ()


@pytest.mark.parametrize("charset", ["windows-1252", "utf-16"])
def test_the_charset_of_a_page_is_honoured(load, charset):
    assert load(charset=charset).articles[0].text == f"Dam holds in Arle\n{BODY}"


def test_a_bare_piece_of_html_is_read(load):
    loaded = load(page="<p>The dam holds.</p><p>So says the mayor.</p>", name="dam.htm")
    assert loaded.articles[0].text == "The dam holds.\nSo says the mayor."


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><script>var a = 'The dam holds.'</script></head><body></body></html>",
        "<html><body><script>x()</script><script>y()</script></body></html>",
        "<!-- nothing -->",
    ],
)
def test_a_page_without_text_fails_with_the_remedy(load, page):
    loaded = load(page=page)
    assert loaded.articles == ()
    assert loaded.failures[0].where == "dam.html"
    assert "copy the text into a .txt file" in loaded.failures[0].reason
