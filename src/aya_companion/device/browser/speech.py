"""The browser's own voices, asked through the page: a worker has none (``tools/web/speech.js``)."""

from __future__ import annotations

import json
from typing import Any

from aya_companion.domain.speech import Said, SpeechSupport


class BrowserSpeech:
    """A Speech over ``speechSynthesis``, with voices of the device alone: no text leaves it."""

    async def support(self, language: str) -> SpeechSupport:
        """Whether the device has a voice for this language."""
        return SpeechSupport(await self._ask(action="support", language=language))

    async def say(self, words: str, language: str, speed: float) -> Said:
        """Say words; returns when they end, and how."""
        return Said(await self._ask(action="say", words=words, language=language, speed=speed))

    async def stop(self) -> None:
        """Stop at once; the ``say`` that runs returns STOPPED."""
        await self._ask(action="stop")

    async def _ask(self, **request: Any) -> str:
        import js  # only the browser's Python has it

        return str(await js.askPage("speech", json.dumps(request)))
