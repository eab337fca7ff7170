"""Help in despair: what to do, and the crisis line."""

from __future__ import annotations

import flet as ft

from aya_companion.domain.care_team import EmergencyCard
from aya_companion.i18n.catalogs import Translator
from aya_companion.ui.context import Ui
from aya_companion.ui.emergency.dial import numbers_of
from aya_companion.ui.kit.buttons import link
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.text import body, section


def crisis_panel(ui: Ui, t: Translator, emergency: EmergencyCard) -> ft.Control:
    """Help in despair: what to do, and the crisis line of the card."""
    controls: list[ft.Control] = [
        section(ui, t("Dark thoughts")),
        body(
            ui,
            t(
                "Dark thoughts can happen. They are a reason to reach out today. Help works. If "
                "you might act on them, call emergency services now."
            ),
        ),
    ]
    if emergency.crisis_number:
        phone = emergency.crisis_number
        controls.extend(numbers_of(ui, t("Crisis line"), phone, "", ui.c.dial, ui.c.on_dial))
    else:
        controls.append(link(ui, t("Add a crisis line"), ui.goes("/more/card")))
    return panel(ui, controls)
