"""Logs that say where something went wrong, and never what a person wrote."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

_PACKAGE = Path(__file__).resolve().parents[1]

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


class RedactingFormatter(logging.Formatter):
    """Writes an exception as its kind and the app's own places it went through.

    The words of an exception can quote a value, and a value can be somebody's question. Libraries
    put such words into their messages as well: of theirs, only the place is written.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line for a record; whole only when the app itself wrote it."""
        if record.name.partition(".")[0] != __package__.partition(".")[0]:
            record = logging.makeLogRecord(record.__dict__ | {"args": None, "exc_text": None})
            record.msg = f"{record.filename}:{record.lineno}"
        return super().format(record)

    def formatException(self, ei: Any) -> str:
        """``ValueError at ui/reading/topic.py:41, state/model.py:80``"""
        return describe(ei)


def describe(info: ExcInfo) -> str:
    """The kind of an exception and where in the app it was, the innermost place last."""
    kind, _, trace = info
    places = [
        f"{Path(frame.filename).relative_to(_PACKAGE)}:{frame.lineno}"
        for frame in traceback.extract_tb(trace)
        if Path(frame.filename).is_relative_to(_PACKAGE)
    ]
    return f"{kind.__name__} at {', '.join(places) or 'a library'}"


def redact_logs() -> None:
    """Send warnings and errors of everything to standard error, without anyone's words."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
