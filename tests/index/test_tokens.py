import os
import subprocess
import sys

import pytest

from index.tokens import count_tokens

# The last three as the OpenAI cookbook lists them.
COUNTS = {
    "": 0,
    "hello world": 2,
    "tiktoken is great!": 6,
    "antidisestablishmentarianism": 6,
}


@pytest.mark.parametrize(("text", "count"), COUNTS.items())
def test_known_texts_have_their_known_counts(text, count):
    assert count_tokens(text) == count


def test_what_looks_like_a_special_token_is_text():
    assert count_tokens("<|endoftext|>") == 7


OFFLINE = """
import os, socket
def refuse(*_): raise AssertionError("the network was asked")
socket.socket.connect = socket.getaddrinfo = refuse
before = dict(os.environ)
from index.tokens import count_tokens
assert count_tokens("hello world") == 2
assert dict(os.environ) == before
"""


@pytest.mark.parametrize("cache", [None, "", "elsewhere"])
def test_it_counts_offline_and_leaves_the_environment_as_it_was(cache, tmp_path):
    environment = {k: v for k, v in os.environ.items() if k != "TIKTOKEN_CACHE_DIR"}
    if cache is not None:
        environment["TIKTOKEN_CACHE_DIR"] = str(tmp_path / cache) if cache else ""
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "elsewhere").exists()
