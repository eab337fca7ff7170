"""A store that refuses shows trouble and keeps what was written in memory; windows hear changes."""

from __future__ import annotations

from aya_companion.state.actions import Actions
from aya_companion.state.model import Model
from aya_companion.store.errors import DiskFullError
from tests.fakes.host import FakeHost
from tests.fakes.running import finish
from tests.state.conftest import State


def test_a_refusal_is_shown_and_nothing_is_lost_from_the_screen(state: State) -> None:
    state.refuse()
    finish(state.do.questions.add("May I swim?"))
    assert isinstance(state.model.trouble, DiskFullError)
    assert [q.text for q in state.do.questions.all()] == ["May I swim?"]
    assert state.restarted().do.questions.all() == []


def test_what_was_saved_before_is_safe(filled: State) -> None:
    before = {q.id for q in filled.do.questions.all()}
    filled.refuse()
    finish(filled.do.questions.add("May I swim?"))
    assert {q.id for q in filled.restarted().do.questions.all()} == before


def test_saving_again_keeps_it_and_ends_the_trouble(state: State) -> None:
    state.refuse()
    finish(state.do.questions.add("May I swim?"))
    state.accept()
    assert finish(state.model.save())
    assert state.model.trouble is None
    assert [q.text for q in state.restarted().do.questions.all()] == ["May I swim?"]


def test_the_next_change_that_is_saved_ends_the_trouble_too(state: State) -> None:
    state.refuse()
    assert not finish(state.model.change_settings(text_size=2.0))
    state.accept()
    assert finish(state.model.change_settings(language="es"))
    assert state.model.trouble is None
    settings = state.restarted().model.settings
    assert (settings.text_size, settings.language) == (2.0, "es")


def test_every_open_window_hears_of_a_change(state: State) -> None:
    other = Model(state.companion, FakeHost())
    before = other.pulse.beat
    finish(state.do.questions.add("May I swim?"))
    assert other.pulse.beat > before
    assert Actions(other).questions.all() == state.do.questions.all()


def test_a_window_that_left_hears_nothing(state: State) -> None:
    other = Model(state.companion, FakeHost())
    other.leave()
    before = other.pulse.beat
    finish(state.do.questions.add("May I swim?"))
    assert other.pulse.beat == before


def test_back_leads_to_where_someone_came_from(state: State) -> None:
    host = FakeHost(state.model.arrived)
    state.model.host = host
    for address in ("/learn", "/learn/mrd", "/call"):
        finish(state.model.go(address))
    finish(state.model.back("/"))
    assert state.model.route == "/learn/mrd"
    finish(state.model.back("/learn"))
    assert state.model.route == "/learn"


def test_back_from_outside_leads_to_the_parent(state: State) -> None:
    state.model.host = FakeHost(state.model.arrived)
    state.model.arrived("/learn/mrd")
    finish(state.model.back("/learn"))
    assert state.model.route == "/learn"


def test_the_systems_back_shortens_the_way_as_the_apps_own_does(state: State) -> None:
    state.model.host = FakeHost(state.model.arrived)
    finish(state.model.go("/learn"))
    finish(state.model.go("/learn/mrd"))
    state.model.arrived("/learn")  # the browser's back button
    finish(state.model.back("/"))
    assert state.model.route == "/"
