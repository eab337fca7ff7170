"""Small diaries for tests: opening them, and comparing what is in them."""

from __future__ import annotations

from aya_companion.store.ports import Disk
from aya_companion.store.store import Store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import MemoryDisk
from tests.fakes.running import finish
from tests.fakes.vault import FakeVault
from tests.store import samples

PASSPHRASE = "blue kettle river"


def start(disk: Disk, clock: FakeClock | None = None) -> Store:
    """The store as the app opens it, with quick cryptography."""
    return finish(Store.open(disk, clock or FakeClock(), vault=FakeVault()))


def saved(disk: Disk, *texts: str) -> Store:
    """A store in which each text is a question, saved one by one."""
    store = start(disk)
    for text in texts:
        store.questions.put(samples.question(f"q-{text}", text=text))
        finish(store.commit())
    return store


def texts(store: Store) -> list[str]:
    """The texts of all questions, in alphabetical order."""
    return sorted(question.text for question in store.questions.all())


def contains(disk: MemoryDisk, word: str) -> bool:
    """Whether a word can be read in any stored blob."""
    return any(word.encode() in data for data in disk.blobs.values())
