"""What someone changed and could not save can be taken back from memory, and nothing else."""

from __future__ import annotations

import pytest

from aya_companion.store.store import Store
from tests.fakes.companion import NOW, question
from tests.fakes.disks import MemoryDisk
from tests.fakes.running import finish

pytestmark = pytest.mark.pure


@pytest.fixture
def store() -> Store:
    """A store in which one question is saved."""
    opened = finish(Store.open(MemoryDisk(), lambda: NOW))
    opened.questions.put(question("old", "May I swim?"))
    finish(opened.commit())
    return opened


def texts(store: Store) -> list[str]:
    return sorted(q.text for q in store.questions.all())


def test_a_change_and_a_new_record_are_taken_back(store: Store) -> None:
    with store.noting() as changes:
        store.questions.put(question("old", "May I dive?"))
        store.questions.put(question("old", "May I fly?"))
        store.questions.put(question("new", "May I cook?"))
    assert store.take_back(changes)
    assert texts(store) == ["May I swim?"]
    finish(store.commit())
    assert texts(store) == ["May I swim?"]


def test_what_others_changed_stays(store: Store) -> None:
    store.questions.put(question("other", "May I run?"))
    with store.noting() as changes:
        store.questions.put(question("new", "May I cook?"))
    assert store.take_back(changes)
    assert texts(store) == ["May I run?", "May I swim?"]


def test_what_was_saved_is_not_taken_back(store: Store) -> None:
    with store.noting() as changes:
        store.questions.put(question("new", "May I cook?"))
    finish(store.commit())
    assert not store.take_back(changes)
    assert texts(store) == ["May I cook?", "May I swim?"]


def test_what_was_changed_again_is_not_taken_back(store: Store) -> None:
    with store.noting() as changes:
        store.questions.put(question("new", "May I cook?"))
    store.questions.put(question("new", "May I bake?"))
    assert not store.take_back(changes)
    assert texts(store) == ["May I bake?", "May I swim?"]


def test_what_was_taken_back_can_be_put_back_and_saved(store: Store) -> None:
    with store.noting() as changes:
        store.questions.put(question("new", "May I cook?"))
    store.take_back(changes)
    store.put_back(changes)
    assert texts(store) == ["May I cook?", "May I swim?"]
    assert store.unsaved


def test_what_is_noted_within_is_noted_around_it_too(store: Store) -> None:
    with store.noting() as around:
        with store.noting() as within:
            store.questions.put(question("old", "May I dive?"))
        store.questions.put(question("new", "May I cook?"))
    assert set(within.made) == {("questions", "old")}
    assert set(around.made) == {("questions", "old"), ("questions", "new")}
