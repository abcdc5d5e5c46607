"""Whatever lies in a folder, reading it ends in articles that can be stored or in lines."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.load import FORMATS, read_file

PIECES = st.sampled_from(
    [b"---\n", b"+++\n", b"title: ", b"<p>", b"</p>", b"<script>", b'{"text": "', b'"}', b"[",
     b"\n", b"\xff\xfe", b"\xe2\x80\x99", b"\\ud800", b"\x93", b"&#0;", b"| a | b |\n|---|",
     b"The dam. ", b"- "]
)  # fmt: skip
CONTENT = st.lists(PIECES | st.binary(max_size=20), max_size=30).map(b"".join)


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=60, deadline=None)
@given(content=CONTENT)
def test_anything_is_read_or_refused_in_one_line(suffix, content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(content)
        loaded = read_file(path, folder=Path(folder))
    assert loaded.articles or loaded.failures
    for article in loaded.articles:
        article.model_dump_json().encode("utf-8")
        assert "\r" not in article.text
    for problem in loaded.failures + loaded.warnings:
        assert problem.where.startswith("x.")
        assert "\n" not in problem.reason
        problem.reason.encode("utf-8")
        assert (
            "cannot be read (" not in problem.reason
        )  # The last resort; nothing known gets there.
