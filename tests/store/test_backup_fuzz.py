"""Files made by chance and by malice: a named error or a restored diary, never anything else."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest

from aya_companion.domain.restoring import Mode
from aya_companion.store import backup
from aya_companion.store.envelope import BlobKind, Header, KeyParameters
from aya_companion.store.errors import BackupError, PassphraseNeededError, WrongKeyError
from aya_companion.store.lock import ROUNDS
from aya_companion.store.merge import restore
from aya_companion.store.schema import SCHEMA
from tests.amounts import rounds
from tests.fakes.clock import FakeClock
from tests.fakes.disks import MemoryDisk
from tests.fakes.running import finish
from tests.fakes.vault import FakeVault
from tests.store.diaries import PASSPHRASE, saved, start
from tests.store.test_backup import NOW, diary, resealed, sealed

pytestmark = pytest.mark.pure

ODD: list[Any] = [
    None, True, False, 0, -1, 10**30, 1.5, 1e308, "", " ", "x" * 5000, "\ud800", "\0", "٣",
    "2026-03-01T00:00:00+00:00", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-12:00",
    "2026-02-30", "Europe/Nowhere", "../../etc/passwd", "NaN", [], {}, [[]], {"a": {}}, ["a"] * 50,
]  # fmt: skip


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Every place in nested JSON: its container and its key."""
    here: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        here = [(value, key) for key in value]
    elif isinstance(value, list):
        here = [(value, index) for index in range(len(value))]
    return here + [spot for container, key in here for spot in spots(container[key])]


def twisted(content: Any, dice: random.Random) -> bytes:
    """The content with one to three odd places."""
    content = copy.deepcopy(content)
    for _ in range(dice.randint(1, 3)):
        container, key = dice.choice(spots(content))
        match dice.randrange(3):
            case 0:
                container[key] = copy.deepcopy(dice.choice(ODD))
            case 1 if isinstance(container, dict):
                container[dice.choice([str(odd) for odd in ODD])] = container.pop(key)
            case _:
                del container[key]
        if not spots(content):
            break
    return json.dumps(content).encode()


def mangled(data: bytes, dice: random.Random) -> bytes:
    """The bytes with some flipped, cut, doubled or put in."""
    mangled = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(mangled) + 1)
        match dice.randrange(4):
            case 0 if at < len(mangled):
                mangled[at] ^= 1 << dice.randrange(8)
            case 1:
                del mangled[at : at + dice.randrange(100)]
            case 2:
                mangled[at:at] = mangled[at : at + dice.randrange(100)]
            case _:
                mangled[at:at] = dice.randbytes(dice.randrange(10))
    return bytes(mangled)


def nested(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one value, or one bracket, nested up to a hundred thousand deep."""
    depth = dice.choice((5, 20, 40, 900, 100_000))
    opening, closing = dice.choice(((b"[", b"]"), (b'{"a":', b"}")))
    deep = opening * depth + b"1" + closing * (depth if dice.random() < 0.8 else 0)
    at = dice.choice((b'"alpha"', b"true", b"{", b"["))
    return data.replace(at, deep, 1)


def sealed_anew(content: bytes) -> bytes:
    """An encrypted backup around these very bytes, as a program of somebody else can make it."""
    return sealed(
        content, Header(BlobKind.BACKUP, SCHEMA, NOW, key=KeyParameters(b"s" * 16, ROUNDS))
    )


@rounds(sample=50, whole=1000)
def test_no_file_takes_the_diary_down(rounds: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the file: refused by name with the diary untouched, or restored and saved."""
    dice = random.Random(20260305)
    plain = backup.export_plain(diary(), NOW, with_private=True)
    content = json.loads(plain)
    whole = finish(backup.export_encrypted(diary(), NOW, PASSPHRASE, FakeVault()))
    inputs = {
        "twisted": 10 * rounds,
        "mangled": 5 * rounds,
        "sealed": rounds,
        "resealed": rounds,
        "sealed anew": rounds,
        "nested": rounds,
        "noise": 2 * rounds,
    }
    restored = 0
    for kind, count in inputs.items():
        for _ in range(count):
            match kind:
                case "twisted":
                    data = twisted(content, dice)
                case "mangled":
                    data = mangled(plain, dice)
                case "sealed":
                    data = mangled(whole, dice)
                case "resealed":
                    head = whole[: whole.index(b"\n", 80)]
                    data = resealed(mangled(head, dice) + whole[len(head) :])
                case "sealed anew":
                    data = sealed_anew(twisted(content, dice))
                case "nested":
                    data = sealed_anew(nested(plain, dice))
                case _:
                    data = dice.randbytes(dice.randrange(3000))
            restored += tried(data, dice.choice(list(Mode)))
    assert restored > rounds
    with capsys.disabled():
        total = sum(inputs.values())
        print(f"\n{total} files: {restored} restored, {total - restored} refused by name")


def tried(data: bytes, mode: Mode) -> bool:
    """Restore it over a small diary. Returns whether that was possible."""
    disk = MemoryDisk()
    store = saved(disk, "alpha", "mine")
    before = dict(disk.blobs)
    try:
        read = finish(backup.read(data, PASSPHRASE, FakeVault()))
    except (BackupError, WrongKeyError) as error:
        assert not isinstance(error, PassphraseNeededError)
        assert disk.blobs == before
        assert not store.unsaved
        return False
    finish(restore(store, read, mode, clock=FakeClock()))
    again = start(disk)
    assert again.notice is None
    assert again.questions.all() == store.questions.all()
    if mode is Mode.MERGE:
        assert "mine" in [question.text for question in again.questions.all()]
    return True
