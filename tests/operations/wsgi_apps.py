"""The smallest applications a server can serve."""

from collections.abc import Callable, Iterable
from typing import Any


def answers(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer anything."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"here"]
