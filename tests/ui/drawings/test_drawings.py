"""Every drawing: it exists, is described, fits, mirrors, and says nothing outside the catalogs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flet as ft
import flet.canvas as cv
import pytest
from flet.components.component import Renderer

from aya_companion.domain.settings import Settings
from aya_companion.domain.treatment_map import Stop
from aya_companion.library.page import ListBlock, ListItem, Page, Paragraph, Picture, Text
from aya_companion.ui.context import Ui, make_ui
from aya_companion.ui.drawings import DRAWINGS
from aya_companion.ui.drawings.body_signs import PLACES
from aya_companion.ui.drawings.inks import inks, mix
from aya_companion.ui.drawings.parts import badge_side, room
from aya_companion.ui.reading.pictures import described, framed, pictures
from aya_companion.ui.reading.plain_reading import plain_reading
from aya_companion.ui.theme import DARK, LIGHT, Colours
from tests.fakes.running import finish
from tests.ui.sight import Sight
from tests.ui.window import Window, drawing, open_window

AUTHORING = Path(__file__).parents[3] / "docs" / "authoring.md"
HUNDRED = Picture(
    "hundred",
    count=17,
    blocks=(
        ListBlock(
            items=tuple(
                ListItem((Paragraph((Text(words),)),)) for words in ("17 did", "83 did not")
            ),
            ordered=False,
        ),
    ),
)
LOOKS = [
    (language, width, scale)
    for language in ("en", "ar", "qps")
    for width in (320.0, 1280.0)
    for scale in (1.0, 2.0)
]
NAMES = [*sorted(DRAWINGS), "hundred"]

every_drawing = pytest.mark.parametrize("name", NAMES)
every_look = pytest.mark.parametrize(("language", "width", "scale"), LOOKS)


def picture(name: str) -> Picture:
    """A picture block of this name."""
    return HUNDRED if name == "hundred" else Picture(name, blocks=())


def window_for(language: str, width: float, scale: float, stop: Stop | None = None) -> Window:
    """A window set up this way."""
    settings = Settings(language=language, text_size=scale, started=True, stop=stop)
    return open_window(settings, width=width)


def ui_of(window: Window) -> Ui:
    """What the window's screens draw with."""
    return make_ui(window.model, window.do)


def look_at(window: Window, name: str, words: str = "What it shows.") -> Sight:
    """A drawing in its place on a page."""
    ui = ui_of(window)
    reading = plain_reading(ui, page_with_drawing(window))
    renderer: Any = Renderer()  # type: ignore[no-untyped-call]
    with drawing(), renderer.with_context():
        made = described(reading, picture(name), words, room(ui))
        assert made is not None
        return Sight([made], window._expanding())


def named_in_the_guide() -> list[str]:
    """The drawings that authors are told they can use."""
    line = re.search(r"^Names of drawings: (.*)$", AUTHORING.read_text("utf-8"), re.M)
    assert line
    return re.findall(r"`([a-z-]+)`", line[1])


def test_every_drawing_of_the_guide_for_authors_exists() -> None:
    """What an author may name is drawn, and nothing is drawn that no author knows of."""
    assert sorted(named_in_the_guide()) == sorted(NAMES)


@every_drawing
def test_is_an_image_called_by_its_description(name: str) -> None:
    """A screen reader hears the page's own words for the picture."""
    sight = look_at(window_for("en", 390, 1), name, "Two cells, side by side.")
    images = [each for each in sight.of(ft.Semantics) if each.image]
    assert [each.label for each in images] == ["Two cells, side by side."]


@every_look
@every_drawing
def test_no_canvas_is_wider_than_its_place(
    name: str, language: str, width: float, scale: float
) -> None:
    """On every width and at every text size, nothing is drawn beyond the card."""
    window = window_for(language, width, scale)
    for canvas in look_at(window, name).of(cv.Canvas):
        assert canvas.width <= room(ui_of(window)) + 0.01
        assert canvas.width > 0 and canvas.height > 0


@every_look
@every_drawing
def test_every_shape_lies_on_its_canvas(
    name: str, language: str, width: float, scale: float
) -> None:
    """No shape begins outside its sheet, mirrored or not; a line's width may stick out a little."""
    for canvas in look_at(window_for(language, width, scale), name).of(cv.Canvas):
        slack = canvas.width * 0.04 + 2
        for left, top, right, bottom in map(_bounds, canvas.shapes):
            assert left >= -slack and top >= -slack
            assert right <= canvas.width + slack and bottom <= canvas.height + slack


@every_drawing
def test_nothing_is_written_on_a_canvas(name: str) -> None:
    """Words stand beside the sheet, where they wrap, grow and have the right letters."""
    canvases = look_at(window_for("ar", 390, 1), name).of(cv.Canvas)
    assert not [
        shape for canvas in canvases for shape in canvas.shapes if isinstance(shape, cv.Text)
    ]


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_every_word_comes_from_the_catalogs(name: str) -> None:
    """In the pseudo-language each text stands in its brackets; numbers may stand alone."""
    texts = [each.value or "" for each in look_at(window_for("qps", 390, 1), name).of(ft.Text)]
    assert texts
    assert [words for words in texts if not re.fullmatch(r"⟦.*⟧|\d+", words, re.S)] == []


@every_look
@every_drawing
def test_words_may_wrap(name: str, language: str, width: float, scale: float) -> None:
    """No text but a number in its disc is kept on one line or cut."""
    for text in look_at(window_for(language, width, scale), name).of(ft.Text):
        assert text.max_lines is None
        assert not text.no_wrap or (text.value or "").isdecimal()


@every_look
@pytest.mark.parametrize("name", NAMES)
def test_numbers_do_not_cover_each_other(
    name: str, language: str, width: float, scale: float
) -> None:
    """Numbered places on one sheet stay apart at every width and text size."""
    window = window_for(language, width, scale)
    side = badge_side(ui_of(window))
    for layer in look_at(window, name).of(ft.Stack):
        spots: list[tuple[float, float]] = [
            (each.left or 0, each.top or 0)
            for each in layer.controls
            if isinstance(each, ft.Container) and each.left
        ]
        for (x, y), (other_x, other_y) in combinations(spots, 2):
            assert max(abs(x - other_x), abs(y - other_y)) >= side * 0.9


def test_a_direction_is_mirrored() -> None:
    """Right to left, the T cell that comes first stands on the right."""
    shapes = {}
    for language in ("en", "ar"):
        canvases = look_at(window_for(language, 390, 1), "blinatumomab").of(cv.Canvas)
        scene = max(canvases, key=lambda canvas: canvas.width)
        circle = next(each for each in scene.shapes if isinstance(each, cv.Circle))
        shapes[language] = circle.x / scene.width
    assert shapes["en"] < 0.5 < shapes["ar"]


def test_a_body_is_the_same_in_every_language() -> None:
    """Left stays left on a body: nobody's heart moves."""
    bodies = []
    for language in ("en", "ar"):
        canvases = look_at(window_for(language, 390, 1), "body-signs").of(cv.Canvas)
        bodies.append([_bounds(each) for each in canvases[0].shapes])
    assert bodies[0] == bodies[1]


def test_each_sign_on_the_body_has_its_number() -> None:
    """The key has as many entries as there are places on the body."""
    sight = look_at(window_for("en", 390, 1), "body-signs")
    numbers = [each.value for each in sight.of(ft.Text) if (each.value or "").isdecimal()]
    assert sorted(numbers, key=int) == sorted([str(n) for n in PLACES] * 2, key=int)


def test_warning_signs_end_with_if_unsure_call() -> None:
    """Nothing on the body can be read as "no need to call"."""
    assert "If you are unsure, call." in look_at(window_for("en", 390, 1), "body-signs").words


def test_the_map_shows_where_she_is() -> None:
    """ "You are here" stands on the map only when they have said where."""
    assert (
        "You are here" in look_at(window_for("en", 390, 1, Stop.MAINTENANCE), "treatment-map").words
    )
    assert "You are here" not in look_at(window_for("en", 390, 1), "treatment-map").words


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_shapes_can_be_told_from_their_ground(colours: Colours) -> None:
    """What carries meaning has 3 to 1 or more against the sheet, what is pale by its outline."""
    ui = replace(ui_of(window_for("en", 390, 1)), c=colours)
    ink = inks(ui)
    grounds = {
        ink.sheet: (
            ink.leukemia,
            ink.t_cell,
            ink.healthy,
            ink.red_cell,
            ink.medicine,
            ink.line,
            ink.bone_edge,
        ),
        ink.softer: (ink.healthy, ink.line, ink.bone_edge),
        ink.marrow: (ink.leukemia, ink.t_cell, ink.healthy, ink.red_cell),
        ink.healthy: (ink.clear,),
    }
    for ground, shapes in grounds.items():
        for colour in shapes:
            assert _contrast(colour, ground) >= 3, (colour, ground)


def test_mixing_colours() -> None:
    """Half of white over black is grey; all of a colour is the colour."""
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"
    assert mix("#0E5F63", "#FFFFFF", 1) == "#0E5F63"


def page_with_drawing(window: Window) -> Page:
    """The first page that has a picture."""
    ui = ui_of(window)
    return next(page for page in ui.shelf.pages("en") if pictures(page))


def test_can_be_made_larger_and_closed_again() -> None:
    """The button under a drawing opens it over the window; close leads back to the page."""
    window = window_for("en", 390, 1)
    page = page_with_drawing(window)
    window.go(f"/learn/{page.id}").tap("Make it larger")
    assert window.model.route == f"/learn/{page.id}/drawing/1"
    assert len(window.sight.of(ft.InteractiveViewer)) == 1
    window.tap("Close")
    assert window.model.route == f"/learn/{page.id}"


def test_escape_closes_the_large_drawing() -> None:
    """Without a mouse or a finger, too."""
    window = window_for("en", 390, 1)
    page = page_with_drawing(window)
    window.go(f"/learn/{page.id}/drawing/1")
    listener = window.sight.of(ft.KeyboardListener)[0]
    with drawing():
        finish(listener.on_key_down(SimpleNamespace(key="Escape")))
    assert window.model.route == f"/learn/{page.id}"


@pytest.mark.parametrize("number", ["0", "99", "x"])
def test_a_drawing_that_is_not_there(number: str) -> None:
    """An address of no drawing shows where to go instead."""
    window = window_for("en", 390, 1)
    page = page_with_drawing(window)
    assert not window.go(f"/learn/{page.id}/drawing/{number}").sight.of(ft.InteractiveViewer)


def test_an_unknown_drawing_shows_its_description() -> None:
    """A page from a newer library loses a picture, never its words."""
    window = window_for("en", 390, 1)
    page = page_with_drawing(window)
    with drawing():
        made = framed(plain_reading(ui_of(window), page), Picture("not-yet", blocks=()), "A tree.")
        assert "A tree." in Sight([made], window._expanding()).words


def _bounds(shape: cv.Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape's points."""
    match shape:
        case cv.Circle():
            r = shape.radius
            return shape.x - r, shape.y - r, shape.x + r, shape.y + r
        case cv.Oval() | cv.Rect():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case cv.Path():
            ends: list[Any] = [each for each in shape.elements if hasattr(each, "x")]
            points = [(each.x, each.y) for each in ends]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return min(xs), min(ys), max(xs), max(ys)
    raise AssertionError(shape)


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
