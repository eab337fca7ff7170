"""Where reports on the guidelines differ, pages say what is true under all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aya_companion.library.page import plain
from aya_companion.library.shelf import Shelf
from aya_companion.library.traversal import all_words

SAID: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {
    ("who the strong recommendation is for", "choosing-treatment"): {
        "en": ("for most people your age with Ph-negative ALL", "Ask if it fits your type."),
        "es": ("las personas de tu edad con LLA Ph negativa.", "Pregunta si encaja con tu tipo."),
    },
    ("how many recommendations there are", "guidelines"): {
        "en": ("15 recommendations, plus good practice statements",),
        "es": ("15 recomendaciones, además de declaraciones de buena práctica",),
    },
    ("when MRD is checked", "mrd"): {
        "en": ("An article about the ASH 2026 guidelines reports", "MRD should be checked"),
        "es": ("Un artículo sobre las guías ASH 2026 habla", "La EMR debería medirse"),
    },
    ("which medicine when ALL came back", "guidelines"): {
        "en": ("Your team weighs how much leukemia there is, along with other things.",),
        "es": ("Tu equipo mira cuánta leucemia hay, junto con otras cosas.",),
    },
    ("how much chemo goes with a TKI", "ph-positive"): {
        "en": ("This differs between hospitals, and it is changing. The TKI is the key part.",),
        "es": ("Cambia de un hospital a otro y con el tiempo. El TKI es la parte clave.",),
    },
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The real library."""
    return Shelf.from_folder(Path(__file__).parents[2] / "content")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("place", SAID, ids=[what for what, _page in SAID])
def test_the_wording_that_holds_under_every_report_stands_there(
    shelf: Shelf, place: tuple[str, str], language: str
) -> None:
    page = shelf.page(place[1], language)
    text = "\n".join(plain(words) for words in all_words(page.blocks))
    for words in SAID[place][language]:
        assert words in text
