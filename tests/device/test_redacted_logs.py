"""Logs and error screens never contain what a person wrote."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from pathlib import Path

from aya_companion.device.redacted_logs import RedactingFormatter
from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.number_reading import read

SECRET = "is my hair going to fall out"


def _logged(error: BaseException) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter("%(levelname)s %(message)s"))
    logger = logging.Logger("test")
    logger.addHandler(handler)
    logger.error("it failed", exc_info=error)
    return stream.getvalue()


def test_the_words_of_an_error_are_not_logged() -> None:
    """An error that quotes a question is logged without the question."""
    try:
        raise InvalidRecordError(SECRET)
    except InvalidRecordError as error:
        written = _logged(error)
    assert SECRET not in written
    assert "InvalidRecordError" in written


def test_the_words_of_an_earlier_error_are_not_logged_either() -> None:
    """The cause of an error is left out with its words."""
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as cause:
            raise RuntimeError("later") from cause
    except RuntimeError as error:
        assert SECRET not in _logged(error)


def test_what_a_library_quotes_is_not_logged() -> None:
    """asyncio writes the whole error of a forgotten task into its message."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter("%(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("asyncio.test")
    logger.addHandler(handler)
    try:
        logger.error("Task exception was never retrieved\nexception=%r", ValueError(SECRET))
        logger.error(f"Receive loop error: {SECRET}")
    finally:
        logger.removeHandler(handler)
    assert SECRET not in stream.getvalue()
    assert "ERROR asyncio.test: test_redacted_logs.py:" in stream.getvalue()


def test_the_place_in_the_app_is_logged() -> None:
    """A developer sees which line of the app failed."""
    try:
        read(None)  # type: ignore[arg-type]
    except (AttributeError, TypeError) as error:
        assert "domain/number_reading.py:" in _logged(error)


def test_the_web_server_of_the_served_app_logs_quietly_too() -> None:
    """It writes the whole error of a page that failed, and would write it past these logs."""
    code = (
        "import logging, sys\n"
        "from aya_companion.device.served.server import Served, listen\n"
        "Served(None, listen(0), lambda door: None)\n"
        "try: raise ValueError(sys.argv[1])\n"
        "except ValueError:\n"
        "    logging.getLogger('uvicorn.error').error('Exception in ASGI', exc_info=True)\n"
    )
    source = str(Path(__file__).parents[2] / "src")
    ended = subprocess.run(
        [sys.executable, "-c", code, SECRET],
        env=os.environ | {"PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "ValueError" in ended.stderr
    assert SECRET not in ended.stderr
