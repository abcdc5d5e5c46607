"""What a person finds in a piece of HTML."""

import json
from html.parser import HTMLParser


class Reading(HTMLParser):
    """Collects the tags, the attributes and the words of a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.words = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    @property
    def payloads(self) -> list[dict]:
        """What the buttons ask for, in order."""
        return [json.loads(value) for _, name, value in self.attributes if name == "data-payload"]


class Table(HTMLParser):
    """Collects the words of each cell of a table, row by row."""

    def __init__(self, html):
        super().__init__()
        self.rows, self.heads, self.caption, self._inside = [], [], "", None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        if tag in {"th", "td"}:
            self.rows[-1].append("")
            self.heads += [dict(attrs).get("scope")] if tag == "th" else []
        if tag in {"th", "td", "caption"}:
            self._inside = tag

    def handle_endtag(self, tag):
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data):
        if self._inside == "caption":
            self.caption += data
        elif self._inside:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {data}".strip()
