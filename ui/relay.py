"""How a button inside a gr.HTML reaches Python: the browser's half is assets/page.js."""

from typing import Any

QUEUED: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""For an event that reports progress. The page shows it itself, and is no endpoint for others."""

HIDDEN: dict[str, Any] = {**QUEUED, "queue": False}
"""For every other event. It is answered by its own response: gradio's queue has one stream for all
events of a visitor, and an event that joins while another ends can lose its answer (6.31)."""


SPLIT = "cc-split"
"""The class of a row with a reading pane: a button inside reaches only what listens in that row."""


def relay(*events: str) -> str:
    """Return the script that makes a gr.HTML the one that triggers `events`.

    >>> print(relay("cite"))
    const place = element.closest('.cc-split') ?? window;
    for (const name of ['cite']) (place.crosscheckTriggers ??= {})[name] = trigger;
    """
    return (
        f"const place = element.closest('.{SPLIT}') ?? window;\n"
        f"for (const name of {list(events)}) (place.crosscheckTriggers ??= {{}})[name] = trigger;"
    )
