"""The languages that a browser is asked about."""

from __future__ import annotations

import pytest

from aya_companion.i18n.locales import offered

OFFERED = [locale.code for locale in offered()]
PER_SCRIPT = set({locale.fonts[0]: locale.code for locale in reversed(offered())}.values())
"""The first language of each script. What holds in every language is proved without a browser; what
only a browser knows (how letters are joined, where lines break, which side is first) depends on the
script."""

one_per_script = pytest.mark.parametrize(
    "code",
    [
        pytest.param(code, marks=[] if code in PER_SCRIPT else [pytest.mark.long])
        for code in OFFERED
    ],
)
"""For every language; those whose script another one has are a long run."""
