"""A browser that forgets what was written, as Safari does, and what a person is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from aya_companion.domain.installation import Installed
from tests.fakes.companion import NOW, make_companion
from tests.fakes.running import finish
from tests.ui.window import STARTED, Window

SAFARI = Installed(
    "0.1.0", "abc", True, True, on_home_screen=False, in_safari=True, may_forget=True
)
HOME = replace(SAFARI, on_home_screen=True, may_forget=False)
WARNING = "This browser may erase what you write here after a week"


class Days:
    """A clock that stands still until some days go by."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def go_by(self, days: int) -> None:
        """Some days later."""
        self.now += timedelta(days=days)


@pytest.fixture
def days() -> Days:
    return Days()


def window_in(installed: Installed | None, clock: Days | None = None) -> Window:
    """A window in a browser."""
    companion = make_companion(settings=STARTED, clock=clock or Days())
    companion.installed = installed
    return Window(companion)


def written(window: Window, words: str = "May I swim?") -> Window:
    """After a question was written."""
    finish(window.do.questions.add(words))
    return window.go("/")


def test_it_is_said_on_today_once_something_was_written() -> None:
    window = window_in(SAFARI)
    assert WARNING not in window.sight.words
    assert WARNING in written(window).sight.words
    assert window.tap("Put it on my phone").model.route == "/more/install"


def test_a_card_alone_is_worth_the_warning() -> None:
    window = window_in(SAFARI)
    finish(window.do.card.choose_country("ES"))
    assert WARNING in window.sight.words


@pytest.mark.parametrize("installed", [HOME, None])
def test_it_is_not_said_where_it_is_not_so(installed: Installed | None) -> None:
    assert WARNING not in written(window_in(installed)).sight.words


def test_it_can_be_put_off_and_comes_back_in_time(days: Days) -> None:
    """Before the week is over, and although nothing new was written."""
    window = written(window_in(SAFARI, days)).tap("Not now")
    assert WARNING not in window.sight.words
    days.go_by(2)
    assert WARNING not in window.sight.words
    days.go_by(1)
    assert WARNING in window.sight.words


def test_after_a_backup_only_what_is_new_is_worth_it(days: Days) -> None:
    window = written(window_in(SAFARI, days))
    finish(window.do.backup.save_plain(with_private=True))
    days.go_by(5)
    assert WARNING not in window.sight.words
    assert WARNING in written(window, "May I cook?").sight.words


def test_someone_who_wants_no_reminders_is_warned_all_the_same() -> None:
    window = written(window_in(SAFARI))
    finish(window.model.change_settings(backup_reminder=False))
    assert WARNING in window.sight.words
