"""The endpoints of the page as tools for an assistant, over MCP. Needs the extra `crosscheck[mcp]`.

The server is Gradio's own. Of its addresses only the one for streamable HTTP is served.
"""

import json
from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.mcp import GradioMCPServer
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from index import CrosscheckError

if TYPE_CHECKING:
    from mcp.types import ImageContent, TextContent

PATH = "/gradio_api/mcp"  # Gradio's server answers at no other.


class McpMissing(CrosscheckError):
    """The package for MCP is not installed, or is not one that Gradio can use."""


class McpServer(GradioMCPServer):
    """Gradio's server, which gives results as JSON rather than as Python writes them."""

    def __init__(self, page: gr.Blocks) -> None:
        require_mcp()
        super().__init__(page)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self.handle_streamable_http(scope, receive, send)

    def postprocess_output_data(
        self, data: Any, root_url: str
    ) -> "list[TextContent | ImageContent]":
        """Return each result as JSON text."""
        del root_url  # There are no files to point at.
        texts = (json.dumps(result, ensure_ascii=False) for result in data)
        return [self.types.TextContent(type="text", text=text) for text in texts]

    def routes(self) -> list[BaseRoute]:
        """Return where it answers, whether or not the address ends in a slash."""
        return [Route(path, endpoint=self) for path in (PATH, f"{PATH}/")]


def require_mcp() -> None:
    """Check that MCP can be served.

    Raises:
        McpMissing: it cannot.
    """
    if not hasattr(GradioMCPServer, "StreamableHTTPSessionManager"):
        raise McpMissing(
            "serving assistants needs the package mcp below version 2; "
            "install it with: pip install 'crosscheck[mcp]'"
        )
