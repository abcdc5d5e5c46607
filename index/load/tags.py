"""HTML that stands inside another format -> its text, one line a block."""

import re
from html.parser import HTMLParser

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|html|li|main|nav|ol|p|pre|section|table|td|th|tr|ul"
)
_UNSHOWN = frozenset(("script", "style", "template", "noscript", "head"))

_BEGINS_AS_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|body|article|main|section|div|p|h[1-6]|ul|ol|table"
    r"|figure|blockquote|span|strong|em|a|img)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_CLOSES = re.compile(r"</(?:p|div|article|section|span|h[1-6]|li|ul|ol|table|body|html)\s*>", re.I)
_PARAGRAPHS = 3  # Pairs of <p> and </p> in a text that does not begin with a tag: no accident.


def is_html(text: str) -> bool:
    """Return whether a text is clearly HTML: plain text that names a tag is not.

    >>> is_html("<p>The dam holds.</p>"), is_html("Write <p> and </p> around it; 3 < 4 > 2.")
    (True, False)
    """
    if _BEGINS_AS_HTML.match(text) and _CLOSES.search(text):
        return True
    lowered = text.lower()
    return min(lowered.count("<p"), lowered.count("</p>")) >= _PARAGRAPHS


def strip_tags(html: str) -> str:
    r"""Return the text of a piece of HTML, blocks on lines of their own, blanks as they show.

    >>> strip_tags("<p>Tom &amp; Ada <b>met</b>.</p><ul><li>One</li></ul><script>x()</script>")
    'Tom & Ada met.\nOne'
    """
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\x00"))
    return "\n".join(line for line in lines if line)


class _Text(HTMLParser):
    """Collects the text between the tags; a zero byte marks the border of a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unshown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSHOWN:
            self._unshown.append(tag)
        elif _BLOCKS.fullmatch(tag):
            self.pieces.append("\x00")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unshown:
            del self._unshown[self._unshown.index(tag) :]
        elif _BLOCKS.fullmatch(tag):
            self.pieces.append("\x00")

    def handle_data(self, data: str) -> None:
        if not self._unshown:
            self.pieces.append(data.replace("\x00", ""))
