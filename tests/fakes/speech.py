"""A voice that says nothing aloud and remembers what it was asked to say."""

from __future__ import annotations

from collections.abc import Callable

from aya_companion.domain.speech import Said, SpeechSupport


class FakeSpeech:
    """Stands for ``device.ports.Speech``.

    ``meanwhile`` holds what somebody does while a sentence of this number is being said, and
    ``ends`` how saying it ends; sentences are counted from 0 since the beginning.
    """

    def __init__(self) -> None:
        self.answer = SpeechSupport.YES
        self.said: list[tuple[str, str, float]] = []
        self.meanwhile: dict[int, Callable[[], object]] = {}
        self.ends: dict[int, Said] = {}

    async def support(self, language: str) -> SpeechSupport:
        """What was set."""
        return self.answer

    async def say(self, words: str, language: str, speed: float) -> Said:
        """Remember it. It ends as if it had been said, whatever happened meanwhile."""
        number = len(self.said)
        self.said.append((words, language, speed))
        self.meanwhile.pop(number, lambda: None)()
        return self.ends.pop(number, Said.TO_THE_END)

    async def stop(self) -> None:
        """A sentence that ends at the same moment is not kept from ending well."""
