"""Where the app has no voice: served by its own Python, or packed as a native app."""

from __future__ import annotations

from aya_companion.domain.speech import Said, SpeechSupport


class NoSpeech:
    """A Speech that says that it cannot speak."""

    async def support(self, language: str) -> SpeechSupport:
        """Not in this form of the app, in no language."""
        return SpeechSupport.NOT_HERE

    async def say(self, words: str, language: str, speed: float) -> Said:
        """Nothing is said."""
        return Said.FAILED

    async def stop(self) -> None:
        """Nothing is to stop."""
