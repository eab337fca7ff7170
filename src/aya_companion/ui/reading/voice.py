"""A voice of the device that reads sentences aloud: where it is, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import flet as ft

from aya_companion.domain.speech import Said, SpeechSupport
from aya_companion.ui.context import Ui

SPEEDS: tuple[float, ...] = (0.8, 1.0, 1.25, 1.5)
"""How fast to read, as multiples of the voice's own pace."""


@dataclass(frozen=True)
class Voice:
    """What it does at one drawing. ``at`` is the sentence being read or paused at, -1 for none;
    ``rest`` are that one and those to come; ``gave_up`` when it fell silent by itself.

    ``read`` takes the numbers of sentences and the pace.
    """

    at: int
    rest: tuple[int, ...]
    speaking: bool
    gave_up: bool
    speed: float
    support: SpeechSupport
    read: Callable[[Sequence[int], float], Awaitable[None]]
    pause: Callable[[], Awaitable[None]]
    stop: Callable[[], Awaitable[None]]
    change_speed: Callable[[], Awaitable[None]]


def use_voice(ui: Ui, language: str, sentences: Sequence[str]) -> Voice:
    """A voice for sentences of a language; it falls silent behind a cover and with the screen."""
    at, set_at = ft.use_state(-1)
    queue, set_queue = ft.use_state(tuple[int, ...]())
    speaking, set_speaking = ft.use_state(False)
    gave_up, set_gave_up = ft.use_state(False)
    speed, set_speed = ft.use_state(1.0)
    turn: Any = ft.use_ref(0)
    speech = ui.model.host.speech
    rest = queue[queue.index(at) :] if at in queue else ()

    async def fall_silent() -> None:
        # A sentence may end while the tap is on its way: by its turn, whoever reads knows that
        # it is no longer asked to.
        turn.current += 1
        await speech.stop()

    async def read(numbers: Sequence[int], pace: float) -> None:
        await fall_silent()
        mine = turn.current
        set_queue(tuple(numbers))
        set_gave_up(False)
        set_speaking(True)
        for number in numbers:
            set_at(number)
            ui.model.companion.touch()  # who listens uses the app: it does not lock itself
            said = await speech.say(sentences[number], language, pace)
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

    async def change_speed() -> None:
        pace = SPEEDS[(SPEEDS.index(speed) + 1) % len(SPEEDS)]
        set_speed(pace)
        if speaking:
            await read(rest, pace)

    support = _use_support(ui, language, fall_silent)
    _use_cover(ui, speaking, pause)
    return Voice(at, rest, speaking, gave_up, speed, support, read, pause, stop, change_speed)


def _use_support(
    ui: Ui, language: str, fall_silent: Callable[[], Awaitable[None]]
) -> SpeechSupport:
    """Whether the device has a voice for the language, as soon as it told; until then, yes."""
    support, set_support = ft.use_state(SpeechSupport.YES)

    async def ask_for_voice() -> None:
        set_support(await ui.model.host.speech.support(language))

    ft.use_effect(ask_for_voice, [language], cleanup=fall_silent)
    return support


def _use_cover(ui: Ui, speaking: bool, pause: Callable[[], Awaitable[None]]) -> None:
    async def not_behind_a_cover() -> None:
        if ui.model.hidden and speaking:
            await pause()

    ft.use_effect(not_behind_a_cover, [ui.model.hidden])
