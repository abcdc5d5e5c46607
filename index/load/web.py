"""A web address -> its article. The only module of the loader that uses the network."""

import http.client
import time
import urllib.error
import urllib.request
from email.message import Message
from typing import IO

from pydantic import HttpUrl, TypeAdapter, ValidationError

from index.errors import LoadError
from index.load.build import build
from index.load.decode import decode
from index.load.html import MAX_BYTES, charset_of, read_page
from index.load.raw import megabytes
from index.models import Article

TIMEOUT = 20.0  # seconds, for the whole page; a reader who waits longer believes it is broken
_PIECE = 65_536  # bytes; the clock is looked at after each
_AGENT = "Mozilla/5.0 (compatible; Crosscheck)"
_PAGES = ("text/html", "application/xhtml+xml")
_BY_HAND = "save the page in your browser as .html and add that file"
_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)
_PLAIN = {
    401: f"asks for a login (401); {_BY_HAND}",
    402: f"asks for payment (402); {_BY_HAND}",
    403: f"refuses programs (403); {_BY_HAND}",
    404: "does not exist (404); check the address",
    410: "was taken down (410); look for a copy elsewhere",
    429: f"is asked too often (429); wait, or {_BY_HAND}",
}


def read_url(url: str, *, timeout: float = TIMEOUT) -> Article:
    """Fetch a web page and return its article; its id is its address until it is saved.

    Only http and https. `timeout` is in seconds, for the whole page. The address of the article is
    the one that answered, whatever the page gives as its own: it is what was read.

    trafilatura extracts but does not fetch: it hides why a page could not be had, and tries again
    without checking the certificate when that is wrong.

    Raises:
        LoadError: the address is none, cannot be reached, or has no article to read.
    """
    try:
        address = _URL.validate_python(url.strip())
    except ValidationError:
        raise LoadError(f"{url.strip()!r} is no http or https address; copy it whole") from None
    data, charset, final = _fetch(str(address), timeout)
    try:
        draft = read_page(decode(data, declared=charset or charset_of(data)))
    except LoadError as error:
        raise LoadError(f"{address} {error}") from None
    loaded = build(draft, id=final, where=final, known={"url": final})
    if loaded.failures:
        raise LoadError(f"{address} {loaded.failures[0].reason}")
    return loaded.articles[0]


def _fetch(address: str, timeout: float) -> tuple[bytes, str | None, str]:
    """Return the bytes of a page, the encoding its server names, and the address that answered."""
    headers = {"User-Agent": _AGENT, "Accept": ", ".join(_PAGES), "Accept-Encoding": "identity"}
    request = urllib.request.Request(address, headers=headers)
    try:
        with _opener().open(request, timeout=timeout) as answer:
            _check(answer.headers, address)
            data = _read(answer, address, time.monotonic() + timeout)
            return data, answer.headers.get_content_charset(), answer.geturl()
    except urllib.error.HTTPError as error:
        error.close()
        plain = _PLAIN.get(error.code, f"answers with error {error.code}; try again later")
        raise LoadError(f"{address} {plain}") from None
    except TimeoutError:
        raise LoadError(_too_slow(address)) from None
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise LoadError(_too_slow(address)) from None
        told = getattr(error.reason, "strerror", None) or error.reason
        raise LoadError(
            f"{address} cannot be reached ({told}); check the address and the network"
        ) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        told = " ".join(str(error).split()) or type(error).__name__
        raise LoadError(f"{address} broke off ({told}); try again") from None


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener for http and https alone: a redirect to a file or to ftp is refused."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _check(headers: Message, address: str) -> None:
    kind = headers.get_content_type() if "Content-Type" in headers else _PAGES[0]
    if kind == "application/pdf":
        raise LoadError(f"{address} is a PDF; copy its text into a .txt file and add that")
    if kind not in _PAGES:
        raise LoadError(f"{address} is not a web page but {kind}; give the address of an article")
    if (packed := headers.get("Content-Encoding", "identity").lower()) != "identity":
        raise LoadError(f"{address} answers packed ({packed}) although asked not to; {_BY_HAND}")


def _read(answer: IO[bytes], address: str, deadline: float) -> bytes:
    data = bytearray()
    while piece := answer.read(_PIECE):
        data += piece
        if len(data) > MAX_BYTES:
            limit = megabytes(MAX_BYTES)
            raise LoadError(f"{address} is larger than {limit}; copy its text into a .txt file")
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(data)


def _too_slow(address: str) -> str:
    return f"{address} took too long to answer; try again, or {_BY_HAND}"
