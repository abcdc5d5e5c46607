"""Serve the page on this machine, and only from this machine."""

import asyncio
import errno
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib.resources import files
from pathlib import Path

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index import Library
from index.errors import CrosscheckError
from qa import Assistant
from ui.comparing import Comparing
from ui.mcp import McpServer
from ui.page import build_page
from ui.routes import add_routes
from ui.theme import theme

LAST_PORT = 65_535
LOOPBACK = ("127.0.0.1", "localhost")
POLICY = "; ".join(
    (
        "default-src 'self'",
        # gradio's own page has inline scripts, and its gr.HTML evaluates its template.
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
GOODBYE = 1  # Seconds that open pages are given at Ctrl+C; they hold a connection open for ever.


class AddressTaken(CrosscheckError):
    """The page cannot be served at this host and port."""


class SecurityHeaders:
    """Adds headers that keep the browser from asking any other host for anything."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers to the response."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = POLICY
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
            await send(message)

        await self.app(scope, receive, send_with_headers)


class Server(uvicorn.Server):
    """A server that says when it is really listening."""

    def __init__(self, config: uvicorn.Config, on_start: "OnStart"):
        super().__init__(config)
        self.on_start = on_start

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening, then say so."""
        await super().startup(sockets=sockets)
        if self.started:
            self.on_start(self)


OnStart = Callable[[Server], None]


def web_app(page: gr.Blocks, *, host: str = LOOPBACK[0], mcp: bool = False) -> FastAPI:
    """Return the page as an application that any ASGI server can run; with `mcp` its tools, too."""
    assets = files("ui") / "assets"
    style = (assets / "page.css").read_text(encoding="utf-8")
    script = (assets / "page.js").read_text(encoding="utf-8")
    tools = McpServer(page) if mcp else None
    app = FastAPI(
        openapi_url=None,
        routes=tools.routes() if tools else None,
        lifespan=tools.lifespan if tools else None,
    )
    add_routes(app, page)
    app.add_middleware(SecurityHeaders)
    if host in LOOPBACK:
        # Another site must not reach the page under a name of its own that points here.
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(LOOPBACK))
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        page,
        path="/",
        theme=theme(),
        head=f"<style>{style}</style><script>{script}</script>",
        favicon_path=str(assets / "icon.svg"),
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,  # The one above gives JSON.
    )
    return mounted


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the address; port 0 takes any free one.

    Raises:
        AddressTaken: something else listens there, or it is not an address of this machine.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        taken = getattr(error, "errno", None) == errno.EADDRINUSE
        why = "is in use by another program" if taken else f"cannot be used ({error})"
        free = port + 1 if port < LAST_PORT else port - 1
        raise AddressTaken(f"{host}:{port} {why}; choose another with --port {free}") from error


async def run(
    build: Callable[[], gr.Blocks],
    listener: socket.socket,
    on_start: OnStart,
    *,
    mcp: bool = False,
) -> None:
    """Serve the page that `build` returns until the server is told to exit.

    It is built in here because gradio, outside of a running loop, makes a loop for each of its
    locks and leaves it open.
    """
    config = uvicorn.Config(
        web_app(build(), host=listener.getsockname()[0], mcp=mcp),
        log_level="critical",
        timeout_graceful_shutdown=GOODBYE,
    )
    await Server(config, on_start).serve(sockets=[listener])


def serve(
    library: Library,
    assistant: Assistant,
    *,
    articles: Path,
    host: str = LOOPBACK[0],
    port: int = 7860,
    mcp: bool = False,
    announce: Callable[[str], None],
    examples: Sequence[str] = (),
) -> None:
    """Serve the page until Ctrl+C. `announce` is given the address once it answers there.

    From then on, articles that wait for it are compared in the background. With `mcp`, assistants
    on this machine may ask and search.

    Raises:
        McpMissing: the package for that is not installed.
        AddressTaken: something else listens there.
    """
    with (
        listen(host, port) as listener,
        Comparing(library) as comparing,
        suppress(KeyboardInterrupt),
    ):
        name = "localhost" if host in {"0.0.0.0", "::"} else host
        address = f"http://{name}:{listener.getsockname()[1]}/"
        build = partial(
            build_page,
            library,
            assistant,
            articles=articles,
            examples=examples,
            comparing=comparing,
        )

        def begin(_: Server) -> None:
            announce(address)
            comparing.start()

        asyncio.run(run(build, listener, begin, mcp=mcp))
