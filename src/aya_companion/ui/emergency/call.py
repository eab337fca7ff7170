"""Call: the emergency card, in three levels. One tap dials."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from aya_companion.domain.care_team import CallLevel, Contact, EmergencyCard
from aya_companion.i18n.catalogs import Translator
from aya_companion.i18n.locales import LOCALES
from aya_companion.ui.context import Ui
from aya_companion.ui.emergency.crisis import crisis_panel
from aya_companion.ui.emergency.dial import numbers_of
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import icon_button, pill, secondary
from aya_companion.ui.kit.panels import bullets, panel
from aya_companion.ui.kit.text import aligned, body, directed, note, section
from aya_companion.ui.routes import Route
from aya_companion.ui.wording.calling import level_name, line_name


def emergency_signs(t: Translator) -> tuple[str, ...]:
    """Signs for emergency services. Source: the fact base, 3.17."""
    return (
        t("Hard to breathe, chest pain, fainting"),
        t("A seizure, new confusion, or cannot be woken"),
        t(
            "Cannot speak or write properly, a drooping face, a weak arm or leg, sudden loss of sight"
        ),
        t("The worst headache ever"),
        t("Bleeding that will not stop, vomiting blood, black stools"),
        t("A swollen face or throat, or wheezing, after a medicine"),
        t("Thoughts of acting on suicide"),
    )


def team_signs(t: Translator) -> tuple[str, ...]:
    """Signs for calling the team at once. Source: the fact base, 3.17."""
    return (
        t("Shivering, or feeling very ill at any temperature"),
        t("Redness, pus or pain at the line, or chills after it was flushed; a broken line"),
        t("Bad belly pain, vomiting again and again, no drinking for 12 hours, or no pee"),
        t(
            "Diarrhea many times a day or with blood; a mouth too sore to drink; a new rash with fever"
        ),
        t(
            "A severe mood change on steroids; fast weight gain or a swollen belly; a pregnancy worry"
        ),
        t("Yellow eyes or skin; a swollen or painful arm or leg; a new bad headache"),
        t("Many new bruises or tiny red spots; a nosebleed that goes on"),
        t("Weak legs, trouble peeing, new numbness; very thirsty and peeing a lot"),
        t("A pump that stops or beeps; a missed or wrong dose; contact with chickenpox or measles"),
    )


def today_signs(t: Translator) -> tuple[str, ...]:
    """What the team should hear at the next contact. Source: the fact base, 3.17."""
    return (
        t("Tingling, jaw pain, joint or hip pain"),
        t("No stool for two days; trouble sleeping; low mood"),
        t("Skin, taste, periods, sex, money: ask about any of it"),
    )


def fever_rule(ui: Ui, emergency: EmergencyCard, t: Translator) -> tuple[str, str]:
    """The temperature to call at, and whose rule it is.

    An empty card shows the general rule of the fact base (3.16), and that the team's own wins.
    """
    if emergency.fever is None:
        c = ui.f.temperature(38, "C")
        return (
            t(
                "{celsius} ({fahrenheit}) or higher, even once",
                celsius=c,
                fahrenheit=ui.f.temperature(100.4, "F"),
            ),
            t(
                "A general rule; some teams use a lower number. If your team gave you another "
                "number, use theirs. Below {low} and unwell: call too.",
                low=ui.f.temperature(36, "C"),
            ),
        )
    fever = emergency.fever
    return (
        t(
            "{celsius} ({fahrenheit}) or higher, even once",
            celsius=ui.f.temperature(fever.celsius, "C"),
            fahrenheit=ui.f.temperature(fever.fahrenheit, "F"),
        ),
        t("My team told me this number."),
    )


@ft.component
def CallScreen(ui: Ui, route: Route) -> ft.View:
    """The card in the chosen language, and in the second one at a tap."""
    other, set_other = ft.use_state(False)
    second = ui.model.settings.second_language
    shown = ui.beside(second) if other and second else ui
    t = shown.t
    emergency = ui.do.card.get()
    actions: list[ft.Control] = []
    below: list[ft.Control] = []
    if second:
        switch = pill(
            ui,
            f"{ui.code.upper()} | {second.upper()}",
            lambda _event: set_other(not other),
            selected=other,
            name=ui.t("Show {language}", language=LOCALES[second].name),
        )
        if ui.model.width / ui.scale < 300:
            below.append(ft.Row([switch]))
        else:
            actions.append(switch)
    locked = ui.do.lock.is_locked
    if not locked:
        actions.append(
            icon_button(ui, ft.Icons.EDIT_ROUNDED, ui.t("Change my card"), ui.goes("/more/card"))
        )
    controls = [
        _emergency(shown, t, emergency),
        _team(shown, t, emergency),
        _today(shown, t, emergency),
        crisis_panel(shown, t, emergency),
        *_about(shown, t, emergency),
        body(shown, t("If you are unsure, call. You are not bothering anyone."), strong=True),
        note(
            shown, t("This card does not judge how ill you are. Your team's own rules always win.")
        ),
    ]
    card_itself = ft.Column(
        controls,
        spacing=16,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        rtl=shown.rtl,
    )
    return screen(
        ui,
        route,
        [*below, card_itself],
        name=ui.t.within("noun", "Call"),
        actions=actions,
        with_call=False,
        with_tabs=not locked,
        with_hide=not locked,
    )


def _emergency(ui: Ui, t: Translator, emergency: EmergencyCard) -> ft.Control:
    red, white = ui.c.alarm, ui.c.on_alarm
    number = emergency.emergency_number
    head = (
        t("Emergency: {number}", number=number.text) if number else t("Call emergency services now")
    )
    controls: list[ft.Control] = [
        ft.Row(
            [
                *_mark(ui, white),
                ft.Container(section(ui, head, colour=white), expand=True),
            ],
            spacing=12,
        ),
        *bullets(
            ui,
            [body(ui, sign, colour=white) for sign in emergency_signs(t)],
            white,
        ),
    ]
    if number:
        services = t("Emergency services")
        controls.extend(numbers_of(ui, services, number, "", red, ui.c.on_dial))
    else:
        controls.append(
            secondary(ui, t("Choose my country's number"), ui.goes("/more/card"), fill=True)
        )
    return panel(ui, controls, ground=red)


def _team(ui: Ui, t: Translator, emergency: EmergencyCard) -> ft.Control:
    rule, whose = fever_rule(ui, emergency, t)
    numbers = _numbers(ui, t, emergency.contacts_for(CallLevel.TEAM), ui.c.alarm)
    return panel(
        ui,
        [
            section(ui, level_name(t, CallLevel.TEAM), colour=ui.c.call),
            ft.Text(
                directed(ui, rule),
                style=ui.style(20, weight=700, height=1.3),
                text_align=aligned(ui),
            ),
            note(ui, whose),
            note(ui, t("No fever medicine before you have talked to them.")),
            *bullets(ui, [body(ui, sign) for sign in team_signs(t)], ui.c.call),
            *numbers,
        ],
        ground=ui.c.call_soft,
    )


def _today(ui: Ui, t: Translator, emergency: EmergencyCard) -> ft.Control:
    return panel(
        ui,
        [
            section(ui, level_name(t, CallLevel.TODAY), colour=ui.c.gold),
            note(ui, t("At your next contact, sooner if it gets worse.")),
            *bullets(ui, [body(ui, sign) for sign in today_signs(t)], ui.c.gold),
            *_numbers(ui, t, emergency.contacts_for(CallLevel.TODAY), ui.c.dial),
        ],
        ground=ui.c.gold_soft,
    )


def _about(ui: Ui, t: Translator, emergency: EmergencyCard) -> list[ft.Control]:
    facts = [
        (t("Name"), emergency.name),
        (t("Diagnosis and treatment"), emergency.diagnosis),
        (t("Allergies"), emergency.allergies),
        (t("Central line"), line_name(t, emergency.line) if emergency.line.value else ""),
        (t("Notes for helpers"), emergency.notes),
    ]
    rows: list[ft.Control] = []
    for name, words in facts:
        if words:
            rows.extend((note(ui, name), body(ui, ui.own(words), strong=True)))
    if not rows:
        return []
    return [panel(ui, [section(ui, t("For whoever helps me")), *rows], spacing=4)]


def _numbers(ui: Ui, t: Translator, contacts: Sequence[Contact], colour: str) -> list[ft.Control]:
    if not contacts:
        return [
            secondary(
                ui,
                t("Add my team's number"),
                ui.goes("/more/card"),
                ft.Icons.ADD_IC_CALL_ROUNDED,
                fill=True,
            )
        ]
    return [
        button
        for c in contacts
        for button in numbers_of(ui, c.name, c.phone, c.hours, colour, ui.c.on_dial)
    ]


def _mark(ui: Ui, colour: str) -> list[ft.Control]:
    """The emergency sign, left out where large text needs the room."""
    if ui.model.width / ui.scale < 260:
        return []
    return [ft.Icon(ft.Icons.EMERGENCY_ROUNDED, color=colour, size=ui.size(28))]
