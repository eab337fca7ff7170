"""Which browsers may forget what was written."""

from __future__ import annotations

import pytest

from aya_companion.device.browser.user_agent import is_webkit

MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    "name",
    [
        f"{MAC} Version/18.1 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/130.0",
    ],
)
def test_safari_and_every_browser_on_an_iphone_may_forget(name: str) -> None:
    """A diary in them is at risk, so the person is told."""
    assert is_webkit(name)


@pytest.mark.parametrize(
    "name",
    [
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
        "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
    ],
)
def test_other_browsers_are_not_taken_for_safari(name: str) -> None:
    """Nobody is frightened without a reason."""
    assert not is_webkit(name)
