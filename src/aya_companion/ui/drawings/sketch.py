"""A sheet to draw on: shapes in units of its own, scaled to the room there is."""

from __future__ import annotations

import flet as ft
import flet.canvas as cv


class Sketch:
    """Shapes on a sheet of ``width`` by ``height`` units that becomes ``room`` pixels wide.

    ``mirror`` turns it around for languages that run from right to left: what comes first then
    stands on the right.
    """

    def __init__(self, width: float, height: float, room: float, *, mirror: bool = False) -> None:
        self.width, self.height = width, height
        self.scale = room / width
        self.mirror = mirror
        self.shapes: list[cv.Shape] = []

    def across(self, x: float) -> float:
        """Where ``x`` lies, in pixels from the left edge."""
        return (self.width - x if self.mirror else x) * self.scale

    def down(self, y: float) -> float:
        """Where ``y`` lies, in pixels from the top edge."""
        return y * self.scale

    def oval(self, x: float, y: float, rx: float, ry: float, colour: str) -> None:
        """A filled oval around its centre."""
        left = self.across(x) - rx * self.scale
        top = self.down(y) - ry * self.scale
        self.shapes.append(
            cv.Oval(left, top, 2 * rx * self.scale, 2 * ry * self.scale, self._fill(colour))
        )

    def circle(self, x: float, y: float, r: float, colour: str) -> None:
        """A filled circle around its centre."""
        self.shapes.append(
            cv.Circle(self.across(x), self.down(y), r * self.scale, self._fill(colour))
        )

    def ring(self, x: float, y: float, r: float, colour: str, width: float = 2) -> None:
        """A circle's outline."""
        self.shapes.append(
            cv.Circle(self.across(x), self.down(y), r * self.scale, self._stroke(colour, width))
        )

    def box(self, x: float, y: float, w: float, h: float, radius: float, colour: str) -> None:
        """A filled box with rounded corners, from its upper corner at the start."""
        self._box(x, y, w, h, radius, self._fill(colour))

    def frame(
        self, x: float, y: float, w: float, h: float, radius: float, colour: str, width: float = 2
    ) -> None:
        """The outline of a rounded box."""
        self._box(x, y, w, h, radius, self._stroke(colour, width))

    def path(self, d: str, colour: str) -> None:
        """A filled shape; ``d`` as in SVG, with absolute M, L, Q, C and Z set apart by spaces."""
        self.shapes.append(cv.Path(self._elements(d), self._fill(colour)))

    def stroke(
        self, d: str, colour: str, width: float = 3, dash: tuple[float, float] | None = None
    ) -> None:
        """A line with round ends along ``d``."""
        self.shapes.append(cv.Path(self._elements(d), self._stroke(colour, width, dash)))

    def control(self) -> cv.Canvas:
        """The sheet as a control. It holds no words: those stand beside it."""
        return cv.Canvas(
            self.shapes, width=self.width * self.scale, height=self.height * self.scale
        )

    def _box(self, x: float, y: float, w: float, h: float, radius: float, brush: ft.Paint) -> None:
        left = self.across(x + w if self.mirror else x)
        self.shapes.append(
            cv.Rect(
                left,
                self.down(y),
                w * self.scale,
                h * self.scale,
                border_radius=radius * self.scale,
                paint=brush,
            )
        )

    def _fill(self, colour: str) -> ft.Paint:
        return ft.Paint(color=colour, style=ft.PaintingStyle.FILL)

    def _stroke(
        self, colour: str, width: float, dash: tuple[float, float] | None = None
    ) -> ft.Paint:
        return ft.Paint(
            color=colour,
            style=ft.PaintingStyle.STROKE,
            stroke_width=width * self.scale,
            stroke_cap=ft.StrokeCap.ROUND,
            stroke_join=ft.StrokeJoin.ROUND,
            stroke_dash_pattern=[part * self.scale for part in dash] if dash else None,
        )

    def _elements(self, d: str) -> list[cv.Path.PathElement]:
        words = iter(d.split())
        elements: list[cv.Path.PathElement] = []

        def point() -> tuple[float, float]:
            return self.across(float(next(words))), self.down(float(next(words)))

        for word in words:
            match word:
                case "M":
                    elements.append(cv.Path.MoveTo(*point()))
                case "L":
                    elements.append(cv.Path.LineTo(*point()))
                case "Q":
                    elements.append(cv.Path.QuadraticTo(*point(), *point()))
                case "C":
                    elements.append(cv.Path.CubicTo(*point(), *point(), *point()))
                case "Z":
                    elements.append(cv.Path.Close())
                case _:
                    raise ValueError(f"{word!r} in {d!r} is not one of M, L, Q, C, Z")
        return elements
