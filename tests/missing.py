"""What a test needs of the machine and does not find: skipped here, a failure in CI; either way the cure is named."""

import os
from typing import NoReturn

import pytest

reasons: dict[str, str] = {}


def needs(what: str, *, why: str, cure: str) -> NoReturn:
    """Skip this test, or fail it in CI, and remember what would cure that for the summary."""
    reasons[what] = cure
    message = f"{what} is not on this machine; {why}. Install it: {cure}"
    if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
