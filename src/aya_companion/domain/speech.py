"""Reading aloud: what a device can do."""

from __future__ import annotations

from enum import StrEnum


class SpeechSupport(StrEnum):
    """Whether the device can read a language aloud without a network."""

    YES = "yes"
    NO_VOICE = "no-voice"
    NOT_HERE = "not-here"


class Said(StrEnum):
    """How saying some words ended."""

    TO_THE_END = "said"
    STOPPED = "stopped"
    """Somebody asked for it."""
    FAILED = "failed"
    """The device's voice gave up by itself."""
