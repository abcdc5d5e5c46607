"""How a button inside a gr.HTML reaches Python: the browser's half is assets/page.js."""

from typing import Any

HIDDEN: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""For every event of the page: it shows its own progress, and is no endpoint for others."""


def relay(*events: str) -> str:
    """Return the script that makes a gr.HTML the one that triggers `events`.

    >>> relay("cite")
    "for (const name of ['cite']) (window.crosscheckTriggers ??= {})[name] = trigger;"
    """
    return (
        f"for (const name of {list(events)}) (window.crosscheckTriggers ??= {{}})[name] = trigger;"
    )
