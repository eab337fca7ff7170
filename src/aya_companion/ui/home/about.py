"""About the app: what it is for, what it never does, who checked it, its version."""

from __future__ import annotations

import flet as ft

from aya_companion import __version__
from aya_companion.domain.checked import NOT_REVIEWED
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import link
from aya_companion.ui.kit.panels import bullets, panel
from aya_companion.ui.kit.text import body, note, section
from aya_companion.ui.routes import Route


def about_screen(ui: Ui, route: Route) -> ft.View:
    """Plain words about the app itself."""
    t = ui.t
    unchecked = sum(page.review == NOT_REVIEWED for page in ui.shelf.pages(ui.code))
    never = (
        t("It never says what you should take, or how much."),
        t("It never says that a symptom can wait."),
        t("It never judges a result, a number or how ill you are."),
        t("It never sends what you write anywhere."),
    )
    controls: list[ft.Control] = [
        _about(
            ui,
            t("What it is"),
            t(
                "General education and personal notes for people of 15 to 39 with acute "
                "lymphoblastic leukemia, their families and their nurses. It is not "
                "medical advice. Your team's own rules always win."
            ),
        ),
        panel(
            ui,
            [section(ui, t("What it never does")), *bullets(ui, [body(ui, x) for x in never])],
        ),
        _about(
            ui,
            t("Who checked it"),
            t.many(
                "{count} page was not yet checked by a clinician.",
                "{count} pages were not yet checked by a clinician.",
                unchecked,
            ),
            t(
                "Translations were made by a machine and wait for a check. Each page says "
                "when it was written, when it is due for review, and where it comes from."
            ),
        ),
        _about(
            ui,
            t("Private by design"),
            t(
                "There is no account, no server and no counting of visitors. What you "
                "write is kept on this device only."
            ),
        ),
        note(ui, t("Version {version}", version=__version__)),
        link(ui, t("Backup and privacy"), ui.goes("/more/backup"), ft.Icons.SHIELD_ROUNDED),
    ]
    return screen(ui, route, controls, name=t("About this app"))


def _about(ui: Ui, head: str, *paragraphs: str) -> ft.Control:
    return panel(ui, [section(ui, head), *(body(ui, words) for words in paragraphs)])
