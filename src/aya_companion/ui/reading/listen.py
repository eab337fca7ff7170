"""Listen: a page read aloud by a voice of the device, the sentence being read marked in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import flet as ft

from aya_companion.domain.speech import Said, SpeechSupport
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
from aya_companion.ui.routes import Route
from aya_companion.ui.theme import RADIUS

SPEEDS: tuple[float, ...] = (0.8, 1.0, 1.25, 1.5)
"""How fast to read, as multiples of the voice's own pace."""

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
    t = ui.t
    at, set_at = ft.use_state(-1)
    queue, set_queue = ft.use_state(tuple[int, ...]())
    speaking, set_speaking = ft.use_state(False)
    gave_up, set_gave_up = ft.use_state(False)
    speed, set_speed = ft.use_state(1.0)
    support, set_support = ft.use_state(SpeechSupport.YES)
    turn: Any = ft.use_ref(0)
    scroller, _ = ft.use_state(new_scroller)
    speech = ui.model.host.speech
    topic = route.params["topic"]
    page = ui.shelf.find(topic, ui.code)
    language = page.language if page else ui.code

    async def ask_for_voice() -> None:
        set_support(await speech.support(language))

    async def follow() -> None:
        if at >= 0 and scroller.current is not None:
            await scroller.current.scroll_to(scroll_key=_key(max(at - _ABOVE, 0)), duration=300)

    async def fall_silent() -> None:
        # A sentence may end while the tap is on its way: by its turn, whoever reads knows that
        # it is no longer asked to.
        turn.current += 1
        await speech.stop()

    async def not_behind_a_cover() -> None:
        if ui.model.hidden and speaking:
            await pause()

    ft.use_effect(ask_for_voice, [language], cleanup=fall_silent)
    ft.use_effect(follow, [at])
    if page is None:
        return no_page_screen(ui, route)
    sentences = _sentences(page)

    async def read(numbers: Sequence[int], pace: float) -> None:
        await fall_silent()
        mine = turn.current
        set_queue(tuple(numbers))
        set_gave_up(False)
        set_speaking(True)
        for number in numbers:
            set_at(number)
            ui.model.companion.touch()  # who listens uses the app: it does not lock itself
            said = await speech.say(sentences[number].words, language, pace)
            if turn.current != mine:
                return
            if said is not Said.TO_THE_END:
                set_speaking(False)
                set_gave_up(said is Said.FAILED)
                return
        set_speaking(False)
        set_at(-1)

    async def pause() -> None:
        await fall_silent()
        set_speaking(False)

    async def stop() -> None:
        await pause()
        set_gave_up(False)
        set_at(-1)

    def rest() -> tuple[int, ...]:
        return queue[queue.index(at) :]

    async def change_speed() -> None:
        pace = SPEEDS[(SPEEDS.index(speed) + 1) % len(SPEEDS)]
        set_speed(pace)
        if speaking:
            await read(rest(), pace)

    ft.use_effect(not_behind_a_cover, [ui.model.hidden])
    controls: list[ft.Control] = [title(ui, page.title, language)]
    if support is not SpeechSupport.YES:
        controls.append(_cannot(ui, support, language))
        return screen(ui, route, controls)
    everything = range(len(sentences))
    choices: list[ft.Control] = []
    if speaking:
        controls.append(primary(ui, t("Pause"), ui.does(pause), ft.Icons.PAUSE_ROUNDED))
    elif at >= 0:
        go_on = ui.does(read, rest(), speed)
        controls.append(primary(ui, t("Go on reading"), go_on, ft.Icons.PLAY_ARROW_ROUNDED))
    else:
        begin = ui.does(read, everything, speed)
        controls.append(primary(ui, t("Read it to me"), begin, ft.Icons.PLAY_ARROW_ROUNDED))
        short = [number for number in everything if sentences[number].is_short]
        choices.append(pill(ui, t("Only the short version"), ui.does(read, short, speed)))
    if at >= 0:
        choices.append(pill(ui, t("Stop reading"), ui.does(stop), icon=ft.Icons.STOP_ROUNDED))
    pace = t("Speed {number}", number=ui.f.number(speed))
    choices.append(pill(ui, pace, ui.does(change_speed), icon=ft.Icons.SPEED_ROUNDED))
    controls.append(ft.Row(choices, wrap=True, spacing=8, run_spacing=8))
    if gave_up:
        controls.append(_gave_up(ui))
    if any(isinstance(block, Sensitive) for block in page.blocks):
        controls.append(note(ui, t("Parts that ask before they open are not read aloud.")))
    under = ""
    for number, sentence in enumerate(sentences):
        if sentence.is_heading:
            read_on = ui.does(read, everything[number:], speed)
            controls.append(
                _heading(ui, number, sentence.words, language, read_on, marked=number == at)
            )
        else:
            if not sentence.heading and under:
                controls.append(ft.Container(height=8))
            controls.append(_sentence(ui, number, sentence.words, language, marked=number == at))
        under = sentence.heading
    return screen(ui, route, controls, spacing=6, scroller=scroller)


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
