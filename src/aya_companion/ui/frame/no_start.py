"""What stands on the screen when the app could not open what is stored."""

from __future__ import annotations

import flet as ft

from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.fonts import font_for
from aya_companion.ui.theme import READING_WIDTH


def no_start_view(t: Translator, *, unsafe: bool) -> ft.View:
    """What happened and what to do, without settings, which could not be read.

    ``unsafe``: the browser cannot keep several open copies of the app apart.
    """
    what = t(
        "The device or the browser gives no access to what is stored. Close the app and open it "
        "again. If you use a private window, open the app in a normal one."
    )
    if unsafe:
        what = t(
            "This browser cannot keep what you write safe here. Make sure that the address begins "
            "with https, or use a newer browser."
        )
    safe = t("What you saved before is not changed.")
    head = ft.Text(
        t("The app could not open your notes"),
        style=ft.TextStyle(size=24, font_family=font_for(t.code, 700)),
    )
    plain = ft.TextStyle(size=17, font_family=font_for(t.code, 400))
    controls = [
        ft.Semantics(header=True, heading_level=1, container=True, content=head),
        ft.Text(what, style=plain),
        ft.Text(safe, style=plain),
    ]
    column = ft.Column(controls, spacing=16, width=READING_WIDTH)
    return ft.View(controls=[ft.SafeArea(content=column)], padding=24, scroll=ft.ScrollMode.AUTO)
