"""Listen: a page read aloud by a voice of the device, the sentence being read marked in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import flet as ft

from aya_companion.domain.speech import SpeechSupport
from aya_companion.i18n.locales import LOCALES
from aya_companion.library.ideas import ideas_of, sentences_of
from aya_companion.library.page import Page, Sensitive
from aya_companion.library.traversal import SHORT
from aya_companion.ui.context import Ui
from aya_companion.ui.frame.no_page import no_page_screen
from aya_companion.ui.frame.screen import screen
from aya_companion.ui.kit.buttons import icon_button, pill, primary
from aya_companion.ui.kit.panels import panel
from aya_companion.ui.kit.scrolling import new_scroller, scroll_key
from aya_companion.ui.kit.text import aligned, body, directed, heading, note, title
from aya_companion.ui.reading.voice import Voice, use_voice
from aya_companion.ui.routes import Route
from aya_companion.ui.theme import RADIUS

_ABOVE = 2
"""Sentences that stay in sight above the one that is being read."""


class Sentence(NamedTuple):
    """One thing to say, and where it stands."""

    words: str
    heading: str
    """The heading it stands under, "" for none."""
    is_short: bool
    """Whether it belongs to the short version."""
    is_heading: bool = False


@ft.component
def ListenScreen(ui: Ui, route: Route) -> ft.View:
    """The page's sentences in order; a tap on a heading reads on from there."""
    page = ui.shelf.find(route.params["topic"], ui.code)
    language = page.language if page else ui.code
    sentences = _sentences(page) if page else []
    scroller, _ = ft.use_state(new_scroller)
    voice = use_voice(ui, language, [sentence.words for sentence in sentences])

    async def follow() -> None:
        if voice.at >= 0 and scroller.current is not None:
            key = _key(max(voice.at - _ABOVE, 0))
            await scroller.current.scroll_to(scroll_key=key, duration=300)

    ft.use_effect(follow, [voice.at])
    if page is None:
        return no_page_screen(ui, route)
    controls: list[ft.Control] = [title(ui, page.title, language)]
    if voice.support is not SpeechSupport.YES:
        controls.append(_cannot(ui, voice.support, language))
        return screen(ui, route, controls)
    controls += _buttons(ui, voice, sentences)
    if voice.gave_up:
        controls.append(_gave_up(ui))
    if any(isinstance(block, Sensitive) for block in page.blocks):
        controls.append(note(ui, ui.t("Parts that ask before they open are not read aloud.")))
    controls += _text(ui, voice, sentences, language)
    return screen(ui, route, controls, spacing=6, scroller=scroller)


def _buttons(ui: Ui, voice: Voice, sentences: Sequence[Sentence]) -> list[ft.Control]:
    """To begin, pause and go on; below, what else the voice can do."""
    t = ui.t
    everything = range(len(sentences))
    choices: list[ft.Control] = []
    play = ft.Icons.PLAY_ARROW_ROUNDED
    if voice.speaking:
        main = primary(ui, t("Pause"), ui.does(voice.pause), ft.Icons.PAUSE_ROUNDED)
    elif voice.at >= 0:
        main = primary(ui, t("Go on reading"), ui.does(voice.read, voice.rest, voice.speed), play)
    else:
        begin = ui.does(voice.read, everything, voice.speed)
        main = primary(ui, t("Read it to me"), begin, play)
        short = [number for number in everything if sentences[number].is_short]
        read_short = ui.does(voice.read, short, voice.speed)
        choices.append(pill(ui, t("Only the short version"), read_short))
    if voice.at >= 0:
        choices.append(pill(ui, t("Stop reading"), ui.does(voice.stop), icon=ft.Icons.STOP_ROUNDED))
    pace = t("Speed {number}", number=ui.f.number(voice.speed))
    choices.append(pill(ui, pace, ui.does(voice.change_speed), icon=ft.Icons.SPEED_ROUNDED))
    return [main, ft.Row(choices, wrap=True, spacing=8, run_spacing=8)]


def _text(ui: Ui, voice: Voice, sentences: Sequence[Sentence], language: str) -> list[ft.Control]:
    """Every sentence, and headings that it can be read on from."""
    controls: list[ft.Control] = []
    under = ""
    for number, sentence in enumerate(sentences):
        marked = number == voice.at
        if sentence.is_heading:
            read_on = ui.does(voice.read, range(number, len(sentences)), voice.speed)
            controls.append(_heading(ui, number, sentence.words, language, read_on, marked=marked))
        else:
            if not sentence.heading and under:
                controls.append(ft.Container(height=8))
            controls.append(_sentence(ui, number, sentence.words, language, marked=marked))
        under = sentence.heading
    return controls


def _sentences(page: Page) -> list[Sentence]:
    """What is read of a page: all but check questions, notes for teaching and sensitive parts."""
    sentences: list[Sentence] = []
    said: set[str] = set()
    for place, idea in enumerate(ideas_of(page, with_detail=True)):
        is_short = place == 0 or any(isinstance(block, SHORT) for block in idea.blocks)
        words = sentences_of(idea.blocks)
        if idea.heading and words and idea.heading not in said:
            said.add(idea.heading)
            sentences.append(Sentence(idea.heading, idea.heading, False, is_heading=True))
        sentences.extend(Sentence(each, idea.heading, is_short) for each in words)
    return sentences


def _heading(
    ui: Ui, number: int, words: str, language: str, read_on: Any, *, marked: bool
) -> ft.Control:
    row = ft.Row(
        [
            ft.Container(heading(ui, words, language), expand=True),
            icon_button(
                ui,
                ft.Icons.PLAY_CIRCLE_OUTLINE_ROUNDED,
                ui.t("Read from here: {heading}", heading=words),
                read_on,
            ),
        ]
    )
    return _marked(ui, number, row, marked=marked)


def _key(number: int) -> str:
    return f"sentence{number}"


def _sentence(ui: Ui, number: int, words: str, language: str, *, marked: bool) -> ft.Control:
    text = ft.Text(
        directed(ui, words, language),
        style=ui.style(18, weight=600 if marked else 400, code=language, height=1.45),
        text_align=aligned(ui, language),
    )
    return _marked(ui, number, text, marked=marked)


def _marked(ui: Ui, number: int, content: ft.Control, *, marked: bool) -> ft.Control:
    """What is read as ``number``, on a tinted ground while it is being said."""
    return ft.Container(
        key=scroll_key(_key(number)),
        content=content,
        bgcolor=ui.c.strong_soft if marked else None,
        border_radius=RADIUS / 2,
        padding=ft.Padding.symmetric(horizontal=8, vertical=4),
    )


def _gave_up(ui: Ui) -> ft.Control:
    words = ui.t(
        "The device's voice stopped by itself. Tap “{button}” to try again. If it stays silent, look "
        "at the sound and the voices in the device's settings.",
        button=ui.t("Go on reading"),
    )
    return ft.Semantics(live_region=True, content=panel(ui, [body(ui, words)]))


def _cannot(ui: Ui, support: SpeechSupport, language: str) -> ft.Control:
    t = ui.t
    name = LOCALES[language].name
    words = {
        SpeechSupport.NO_VOICE: t(
            "This device has no voice for {language} that works without a network. You can add one "
            "in its settings, under languages or accessibility.",
            language=name,
        ),
        SpeechSupport.NOT_HERE: t(
            "This form of the app cannot read aloud. The one in a phone's browser can."
        ),
        SpeechSupport.YES: "",
    }[support]
    return panel(
        ui,
        [
            body(ui, words),
            note(ui, t("A screen reader of your device can read every page of the app.")),
        ],
    )
