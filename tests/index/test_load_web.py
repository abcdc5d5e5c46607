import contextlib
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from index.errors import LoadError
from index.load import read_file, read_url, save_article, web

PAGE = (
    '<html><head><meta charset="iso-8859-2">'
    '<meta property="og:site_name" content="The Ferry Post">'
    '<link rel="canonical" href="https://elsewhere.example/dam"></head><body><article>'
    "<h1>Dam holds in Arle</h1><p>The dam of Łódź held on Monday, the mayor said, and 40 families "
    "went home before the evening came.</p></article></body></html>"
).encode("iso-8859-2")
BARE = PAGE.replace(b'<meta charset="iso-8859-2">', b"")


class Newspaper(BaseHTTPRequestHandler):
    def do_GET(self):
        pages = {
            "/dam": (200, {"Content-Type": "text/html"}, PAGE),
            "/stated": (200, {"Content-Type": "text/html; charset=iso-8859-2"}, BARE),
            "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF"),
            "/picture": (200, {"Content-Type": "image/png"}, b"PNG"),
            "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"\x1f"),
            "/empty": (200, {"Content-Type": "text/html"}, b"<html><script>x</script></html>"),
            "/large": (200, {"Content-Type": "text/html"}, b"<p>" + b"x" * 300_000),
            "/moved": (302, {"Location": "/dam"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/ftp": (302, {"Location": "ftp://127.0.0.1/x"}, b""),
            "/closed": (403, {}, b""),
            "/broken": (500, {}, b""),
        }
        if self.path == "/slow":
            time.sleep(1)
        if self.path == "/drip":
            self.drip()
            return
        status, headers, body = pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):  # The reader may have left.
            self.wfile.write(body)

    def drip(self):
        """Send a little, but often enough that no single wait is too long."""
        self.send_response(200)
        self.end_headers()
        for _ in range(20):
            try:
                self.wfile.write(b"<p>word</p>" * 7000)
            except OSError:
                return
            time.sleep(0.1)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newspaper)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_article_is_read_from_its_address_and_saved_as_it_is(site, tmp_path):
    article = read_url(f" {site}/dam ")
    assert article.text.endswith(
        "The dam of Łódź held on Monday, the mayor said, and 40 families "
        "went home before the evening came."
    )
    assert article.title == "Dam holds in Arle"
    assert article.publisher == "The Ferry Post"
    assert str(article.url) == article.id == f"{site}/dam"
    path = save_article(tmp_path, title=article.title, text=article.text, url=article.url)
    (saved,) = read_file(path, folder=tmp_path).articles
    assert (saved.text, saved.url) == (article.text, article.url)


def test_the_address_that_answered_is_the_address_of_the_article(site):
    assert str(read_url(f"{site}/moved").url) == f"{site}/dam"


def test_the_encoding_that_the_server_states_is_honoured(site):
    assert read_url(f"{site}/stated").text == read_url(f"{site}/dam").text


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("/missing", r"/missing does not exist \(404\); check the address"),
        ("/closed", r"refuses programs \(403\); save the page in your browser"),
        ("/broken", "answers with error 500"),
        ("/pdf", "is a PDF; copy its text"),
        ("/picture", "is not a web page but image/png"),
        ("/packed", "answers packed"),
        ("/empty", "holds no article text"),
        ("/file", "error 302|cannot be reached"),
        ("/ftp", "cannot be reached"),
    ],
)
def test_a_page_without_an_article_says_why_and_what_to_do(site, page, reason):
    with pytest.raises(LoadError, match=reason):
        read_url(site + page)


def test_a_page_over_the_limit_is_refused(site, monkeypatch):
    monkeypatch.setattr(web, "MAX_BYTES", 200_000)
    with pytest.raises(LoadError, match=r"larger than 0\.2 MB"):
        read_url(f"{site}/large")


@pytest.mark.parametrize("page", ["/slow", "/drip"])
def test_a_server_that_takes_too_long_is_given_up(site, page):
    started = time.monotonic()
    with pytest.raises(LoadError, match="took too long to answer"):
        read_url(site + page, timeout=0.3)
    assert time.monotonic() - started < 1


def test_an_address_where_nobody_answers_says_so():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # Bound but not listening: refused.
        with pytest.raises(LoadError, match=r"cannot be reached \(Connection refused\)"):
            read_url(f"http://127.0.0.1:{taken.getsockname()[1]}/dam")


@pytest.mark.parametrize("url", ["", "dam", "file:///etc/passwd", "ftp://a.example/b", "http://"])
def test_only_http_and_https_addresses_are_fetched(url):
    with pytest.raises(LoadError, match="is no http or https address"):
        read_url(url)
