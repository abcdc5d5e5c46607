"""The page, served from this process for as long as a test looks at it."""

import asyncio
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from ui.comparing import Comparing
from ui.page import build_page
from ui.serve import listen, run

START = 30.0  # Seconds; a slow machine starts the page in five.


@contextmanager
def serving(library, assistant, *, articles: Path, examples=(), mcp=False) -> Iterator[str]:
    """Serve the page in another thread; yield its address."""
    started = queue.SimpleQueue()
    with listen("127.0.0.1", 0) as listener, Comparing(library) as comparing:
        build = partial(
            build_page,
            library,
            assistant,
            articles=articles,
            examples=examples,
            comparing=comparing,
        )

        def begin():
            asyncio.run(run(build, listener, started.put, mcp=mcp))

        thread = threading.Thread(target=begin)
        thread.start()
        server = started.get(timeout=START)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            server.should_exit = True
            thread.join()
