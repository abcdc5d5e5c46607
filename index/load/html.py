""".html -> draft: the article of a saved page, and what its tags say of it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import trafilatura

from index.errors import LoadError
from index.load.decode import decode
from index.load.raw import read_bytes
from index.load.records import Draft

MAX_BYTES = 10_000_000  # A page with all its scripts is 1 to 3 MB; parsing takes 10 times the size.
_REMEDY = "save only the article of the page"
_HEAD = 4096  # bytes; browsers look for the charset in the first 1024
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_ARTICLE_TYPES = re.compile(r"(?:\w*Article|Report|BlogPosting|LiveBlogPosting)")

_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "headline", "twitter:title", "dc.title"),
    "publisher": ("og:site_name", "dc.publisher"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "published": (
        "article:published_time",
        "datepublished",
        "parsely-pub-date",
        "dc.date.issued",
        "dc.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "date",
    ),
    "url": ("og:url",),
}
"""Our fields, and the names of the meta tags that state them; the first that does is taken."""


def read(path: Path) -> Iterator[Draft]:
    """Yield the one article of a saved page."""
    data = read_bytes(path, limit=MAX_BYTES, remedy=_REMEDY)
    yield read_page(decode(data, declared=charset_of(data)))


def read_page(html: str) -> Draft:
    """Return the article of a page: one line a paragraph, headings on lines of their own.

    Menus, comments and advertisements are left out. Only what the page states is taken: no date is
    guessed from its text or address, no publisher from its host.

    Raises:
        LoadError: there is no text in it.
    """
    tree = trafilatura.load_html(f"<!doctype html><html><body>{html}" if _is_piece(html) else html)
    if tree is None:
        raise LoadError("is not a web page; save the page again from the browser")
    said = _stated(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False)
    text = getattr(found, "text", None)
    if not text or not text.strip():
        raise LoadError(
            "holds no article text (a page made by scripts, or a list of links); "
            "copy the text into a .txt file"
        )
    return Draft(text="\n".join(line.strip() for line in text.strip().split("\n")), said=said)


def charset_of(data: bytes) -> str | None:
    """Return the encoding that a page declares in its head."""
    declared = _CHARSET.search(data, 0, _HEAD)
    return declared[1].decode("ascii") if declared else None


def _is_piece(html: str) -> bool:
    return re.search(r"<(?:html|body|head)\b", html[:_HEAD], re.IGNORECASE) is None


def _stated(tree: Any) -> dict[str, object]:
    """Return what the page says of its article: its meta tags, then JSON-LD, then its markup."""
    said: dict[str, object] = {}
    for source in (_from_meta(tree), _from_json_ld(tree), _from_markup(tree)):
        said |= {name: value for name, value in source.items() if value and name not in said}
    if not str(said.get("url", "")).startswith("http"):  # Relative to an address we do not have.
        said.pop("url", None)
    return said


def _from_meta(tree: Any) -> dict[str, object]:
    tags: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if tag.get("content").strip():
            tags.setdefault(name, tag.get("content").strip())
    if tags.get("article:author", "").startswith("http"):  # The address of a profile.
        del tags["article:author"]
    stated = {name: [tags[tag] for tag in names if tag in tags] for name, names in _META.items()}
    return {name: values[0] for name, values in stated.items() if values}


def _from_json_ld(tree: Any) -> dict[str, object]:
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            found = next(_articles(json.loads(script)), None)
        except (ValueError, RecursionError):  # Common, and not the reader's trouble.
            continue
        if found:
            return {
                "title": found.get("headline"),
                "publisher": found.get("publisher"),
                "author": found.get("author"),
                "published": found.get("datePublished"),
            }
    return {}


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles that JSON-LD describes: https://schema.org/Article and its kinds."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE_TYPES.fullmatch(name) for name in names):
                yield item
            yield from _articles(item.get("@graph", []))


def _from_markup(tree: Any) -> dict[str, object]:
    headings = tree.xpath("//h1")
    titles = headings if len(headings) == 1 else tree.xpath("//head/title")
    days = tree.xpath(
        '//*[@itemprop="datePublished"]/@datetime | //article//header//time/@datetime'
    )
    return {
        "title": titles[0].text_content() if titles else None,
        "published": days[0] if len({str(day)[:10] for day in days}) == 1 else None,
        "url": next(iter(tree.xpath('//link[@rel="canonical"]/@href')), None),
    }
