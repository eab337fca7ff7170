"""A store behaves like a dictionary that remembers, whatever is done to it in whatever order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from aya_companion.domain.records import Record
from aya_companion.domain.restoring import Mode
from aya_companion.domain.settings import Settings
from aya_companion.domain.treatment_map import Stop, TreatmentDates
from aya_companion.store import backup
from aya_companion.store.errors import WrongKeyError
from aya_companion.store.merge import restore
from aya_companion.store.store import Store
from tests.amounts import examples
from tests.fakes.clock import FakeClock
from tests.fakes.disks import MemoryDisk
from tests.fakes.running import finish
from tests.store import samples
from tests.store.diaries import start

KINDS: dict[str, Any] = {
    "questions": samples.question,
    "appointments": samples.appointment,
    "notes": samples.note,
    "tasks": samples.task,
}
TEXT_OF = {"questions": "text", "appointments": "title", "notes": "text", "tasks": "title"}
kinds = st.sampled_from(sorted(KINDS))
ids = st.sampled_from(["a", "b", "c"])
passphrases = st.sampled_from(["blue kettle river", "green door", "١٢٣٤٥٦"])
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)

Contents = dict[tuple[str, str], Record]
Singles = dict[str, Any]


class StoreMachine(RuleBasedStateMachine):
    """``now`` models memory, ``durable`` what is on the disk."""

    @initialize()
    def begin(self) -> None:
        """An empty disk."""
        self.disk = MemoryDisk()
        self.clock = FakeClock()
        self.store: Store = start(self.disk, self.clock)
        self.now: Contents = {}
        self.passphrase = ""
        self.other = start(MemoryDisk(), self.clock)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.now = {}
        self.singles: Singles = {
            name: getattr(self.store, name).get() for name in ("card", "map", "settings")
        }
        self._saved()

    @rule(kind=kinds, record_id=ids, text=words)
    def put(self, kind: str, record_id: str, text: str) -> None:
        """Insert or replace."""
        record = KINDS[kind](record_id, **{TEXT_OF[kind]: text})
        self.now[kind, record_id] = getattr(self.store, kind).put(record)

    @rule(kind=kinds, record_id=ids)
    def delete(self, kind: str, record_id: str) -> None:
        """Delete, whether it is there or not."""
        getattr(self.store, kind).delete(record_id)
        self.now.pop((kind, record_id), None)

    @rule()
    def fill_in_card(self) -> None:
        """Put the emergency card."""
        self._put_single("card", samples.card())

    @rule(stop=st.sampled_from(Stop))
    def enter_a_date(self, stop: Stop) -> None:
        """Put the map."""
        self._put_single("map", TreatmentDates(((stop, date(2026, 3, 1)),)))

    @rule(language=st.sampled_from(["en", "es", "ar"]), size=st.sampled_from([1.0, 2.0]))
    def choose_settings(self, language: str, size: float) -> None:
        """Put the settings."""
        self._put_single("settings", Settings(language=language, text_size=size))

    def _put_single(self, name: str, value: Any) -> None:
        getattr(self.store, name).put(value)
        self.singles[name] = value

    @rule()
    def commit(self) -> None:
        """Make it durable."""
        finish(self.store.commit())
        self._saved()

    @rule()
    def kill(self) -> None:
        """End without saving and start again."""
        self.store = start(self.disk, self.clock)
        if self.passphrase:
            finish(self.store.unlock(self.passphrase))
        self.now = dict(self.durable)
        self.singles = dict(self.durable_singles)

    @rule(passphrase=passphrases)
    def set_or_change_lock(self, passphrase: str) -> None:
        """Encrypt everything anew, unsaved changes too."""
        finish(self.store.set_passphrase(passphrase, self.passphrase or None))
        self.passphrase = passphrase
        self._saved()

    @rule(passphrase=passphrases)
    @precondition(lambda self: self.passphrase)
    def change_lock_without_the_passphrase(self, passphrase: str) -> None:
        """Refused; nothing changes."""
        with pytest.raises(WrongKeyError):
            finish(self.store.set_passphrase(passphrase, "not this one"))
        self.clock.now += timedelta(hours=1)

    @rule()
    @precondition(lambda self: self.passphrase)
    def lock_and_unlock(self) -> None:
        """Lock for a moment."""
        finish(self.store.lock())
        assert self.store.questions.all() == []
        finish(self.store.unlock(self.passphrase))
        self._saved()

    @rule()
    @precondition(lambda self: self.passphrase)
    def remove_lock(self) -> None:
        """Store without encryption again."""
        finish(self.store.remove_passphrase(self.passphrase))
        self.passphrase = ""
        self._saved()

    @rule()
    def erase(self) -> None:
        """Everything goes, the lock too."""
        finish(self.store.erase())
        assert self.disk.blobs == {}
        self.passphrase = ""
        self._begin_anew()

    @rule(kind=kinds, record_id=ids, text=words)
    def write_on_another_phone(self, kind: str, record_id: str, text: str) -> None:
        """A record that can come in by a backup; its id is no other's here."""
        record = KINDS[kind](f"other-{record_id}", **{TEXT_OF[kind]: text})
        getattr(self.other, kind).put(record)

    @rule()
    def merge(self) -> None:
        """Put the other phone's backup in: only what is newer there comes."""
        finish(restore(self.store, self._file_of(self.other), Mode.MERGE, clock=self.clock))
        for kind in KINDS:
            for record in getattr(self.other, kind).all():
                self.now[kind, record.id] = record
        self._saved()

    @rule()
    def go_back_to_a_backup_of_now(self) -> None:
        """Replacing by what is here changes nothing, whatever else is written between."""
        file = self._file_of(self.store)
        self.store.questions.put(samples.question("between"))
        finish(restore(self.store, file, Mode.REPLACE, clock=self.clock))
        self._saved()

    def _file_of(self, store: Store) -> backup.Backup:
        data = backup.export_plain(store, self.clock(), with_private=True)
        return finish(backup.read(data))

    def _saved(self) -> None:
        self.durable = dict(self.now)
        self.durable_singles = dict(self.singles)

    @invariant()
    def same_as_model(self) -> None:
        """Every repository holds what the model holds, one by one and all together."""
        for kind in KINDS:
            repository = getattr(self.store, kind)
            here = {i: r for (k, i), r in self.now.items() if k == kind}
            assert {r.id: r for r in repository.all()} == here
            assert all(repository.get(i) == here.get(i) for i in ("a", "b", "c"))
        for name, value in self.singles.items():
            assert getattr(self.store, name).get() == value
        assert self.store.notice is None


StoreMachine.TestCase.settings = settings(
    max_examples=examples(0.4), stateful_step_count=40, deadline=None
)
TestStore = StoreMachine.TestCase
