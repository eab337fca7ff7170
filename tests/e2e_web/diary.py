"""What a person does with their diary in the browser: begin, write, lock, and where its words are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.e2e.robots.screen import Screen
from tests.e2e_web.conftest import open_app
from tests.e2e_web.test_storage import run_python

PASSPHRASE = "blue kettle river"


def begin(context: BrowserContext, url: str, page: Page | None = None) -> Screen:
    """The app for the first time, up to Today, in the first tab or another."""
    screen = Screen(open_app(context, url, page))
    screen.tap("English").has_title("Who are you?").tap("Skip")
    return screen.has_title("Where are you in treatment?").tap("Skip").says("Write a question")


def write(screen: Screen, words: str) -> Screen:
    """Write a question down."""
    screen.go("/visits/questions/new", "Write a question")
    return (
        screen.type("What do you want to ask?", words).drawn().tap("Save").has_title("My questions")
    )


def lock(screen: Screen) -> Screen:
    """Set a lock."""
    screen.go("/more/lock", "Lock").type("New passphrase or code", PASSPHRASE)
    screen.type("The same again", PASSPHRASE).drawn().tap("Set the lock")
    return screen.says("Locked from now on")


def in_store(screen: Screen, code: str) -> Any:
    """What Python code with the app's ``store`` and ``vault`` at hand gives, by way of JSON."""
    before = """
import base64, json
from datetime import UTC, datetime
from aya_companion import app
(companion,) = [await task for task in app._opened.values()]
store, vault = companion.store, companion.vault
"""
    return run_python(screen.page, before + code)


def holds(folder: Path, words: str) -> list[str]:
    """The files below a folder in which the words stand in UTF-8 or UTF-16."""
    forms = (words.encode(), words.encode("utf-16-le"))
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]
