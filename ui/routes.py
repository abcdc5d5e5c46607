"""The endpoints of the page in plain HTTP: a POST of a JSON object gives JSON.

Gradio's own addresses give the same in an envelope, and an error always with status 500.
"""

import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from ui.api import UNPROCESSABLE, Refusal, endpoints

PREFIX = "/api"
JSON = "application/json"
MALFORMED = 400
NOT_POSTED = 405
UNSUPPORTED = 415


def add_routes(app: FastAPI, page: gr.Blocks) -> None:
    """Answer at /api/NAME for each endpoint NAME of the page."""
    for name, call in endpoints(page).items():
        app.add_route(f"{PREFIX}/{name}", _answering(call), methods=["GET", "POST"])


def _answering(call: Callable[..., Any]) -> Callable[[Request], Awaitable[JSONResponse]]:
    async def answer(request: Request) -> JSONResponse:
        try:
            given = _arguments(call, await _object(request))
            return JSONResponse(await run_in_threadpool(call, **given))
        except Refusal as refusal:
            return JSONResponse({"error": str(refusal)}, status_code=refusal.status)

    return answer


async def _object(request: Request) -> dict[str, Any]:
    """Return the JSON object that was sent.

    Only what says that it is JSON is read: the browser asks before it sends that from another site.
    """
    if request.method != "POST":
        raise Refusal("send a POST with a JSON object", status=NOT_POSTED)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise Refusal(f"send JSON, with the header Content-Type: {JSON}", status=UNSUPPORTED)
    try:
        given = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise Refusal(f"the body is not JSON: {error}", status=MALFORMED) from error
    if not isinstance(given, dict):
        raise Refusal("the body is no JSON object", status=UNPROCESSABLE)
    return given


def _arguments(call: Callable[..., Any], given: dict[str, Any]) -> dict[str, Any]:
    try:
        inspect.signature(call).bind(**given)
    except TypeError as error:
        names = ", ".join(inspect.signature(call).parameters)
        raise Refusal(f"{error}; it takes {names}", status=UNPROCESSABLE) from error
    return given
