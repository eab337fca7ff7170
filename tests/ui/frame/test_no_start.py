"""What stands on the screen when nothing that is stored can be opened."""

from __future__ import annotations

import pytest

from aya_companion.ui.frame.no_start import no_start_view
from tests.fakes.companion import catalogs
from tests.ui.sight import Sight


@pytest.mark.parametrize("unsafe", [True, False])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_it_says_what_to_do_and_what_is_safe(language: str, unsafe: bool) -> None:
    t = catalogs().translator(language)
    sight = Sight([no_start_view(t, unsafe=unsafe)], lambda _: [])
    assert sight.titles == [t("The app could not open your notes")]
    assert t("What you saved before is not changed.") in sight.words
    assert ("https" in sight.words) is unsafe
