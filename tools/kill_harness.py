"""Kill a writing process again and again, and count what was lost. It should be nothing.

A child process lives with a diary on a real directory: it writes, changes and deletes records, sets,
changes and removes the lock, and now and then erases everything. It tells what it is about to do and
what was acknowledged. At a random instant it gets SIGKILL, and the diary is opened and compared.

    python -m tools.kill_harness --rounds 2000 --seed 1

Prints one line of JSON; the exit code is 1 when something was lost. Needs ``os.fork``.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from aya_companion.device.native.disk_files import DiskFiles
from aya_companion.device.native.vault import VaultNative
from aya_companion.domain.notes import Note
from aya_companion.store.errors import WrongKeyError
from aya_companion.store.ports import Cipher
from aya_companion.store.store import Store

ROUNDS_PER_DIARY = 40
LONGEST_LIFE = 0.15
"""Seconds a child lives at most; a save takes about a hundredth of one."""

SECRET = "unmistakable"
"""Stands in every text, so that a readable copy of one can be found in the bytes."""


class QuickVault(VaultNative):
    """The real cryptography with few rounds: what is tried here is the order of writing."""

    async def open(self, passphrase: str, salt: bytes, rounds: int) -> Cipher:
        """As the real one, sooner."""
        return await super().open(passphrase, salt, 10)


@dataclass
class Model:
    """What a diary should hold. ``kept`` was acknowledged, ``tried`` was under way."""

    kept: dict[str, str] = field(default_factory=dict)
    tried: dict[str, str] = field(default_factory=dict)
    passphrases: list[str | None] = field(default_factory=lambda: [None])

    def hear(self, line: str) -> None:
        """Follow one report of the child."""
        report = json.loads(line)
        if "tried" in report:
            self.tried = report["tried"]
            self.passphrases = [self.passphrases[-1], report["passphrase"]]
        else:
            self.kept = self.tried
            self.passphrases = self.passphrases[-1:]


async def open_diary(folder: Path, passphrases: list[str | None]) -> tuple[Store, str | None]:
    """The diary, unlocked by whichever of the passphrases is in force."""
    store = await Store.open(DiskFiles(folder), lambda: datetime.now(UTC), vault=QuickVault())
    if not store.is_locked:
        return store, None
    for passphrase in filter(None, passphrases):
        try:
            await store.unlock(passphrase)
        except WrongKeyError:
            continue
        return store, passphrase
    raise AssertionError("no passphrase opens the diary")


async def live(folder: Path, model: Model, dice: random.Random, out: int) -> None:
    """The child: change the diary until killed, telling what is tried and what is done."""
    store, passphrase = await open_diary(folder, model.passphrases)
    texts = dict(model.kept)
    while True:
        step = dice.choices(("save", "lock", "unlock", "erase"), (40, 3, 2, 1))[0]
        new_passphrase = passphrase
        if step == "save":
            for _ in range(dice.randint(1, 3)):
                change(store, texts, dice)
        elif step == "lock":
            new_passphrase = f"passphrase {dice.randrange(10**6)}"
        elif step == "unlock":
            new_passphrase = None
        else:
            texts, new_passphrase = {}, None
        tell(out, {"tried": texts, "passphrase": new_passphrase})
        if step == "save":
            await store.commit()
        elif step == "lock":
            await store.set_passphrase(str(new_passphrase), passphrase)
        elif step == "unlock":
            await store.remove_passphrase(passphrase or "")
        else:
            await store.erase()
        passphrase = new_passphrase
        tell(out, {"done": True})


def change(store: Store, texts: dict[str, str], dice: random.Random) -> None:
    """Write, change or delete one note, in the diary and in the model."""
    name = f"note{dice.randrange(12)}"
    if name in texts and dice.random() < 0.3:
        store.notes.delete(name)
        del texts[name]
    else:
        texts[name] = f"{SECRET} {dice.randrange(10**9)}"
        now = datetime.now(UTC)
        store.notes.put(
            Note(id=name, created_at=now, updated_at=now, text=texts[name], day=date(2026, 3, 2))
        )


def tell(out: int, report: object) -> None:
    """One line to the parent; what is in the pipe outlives this process."""
    os.write(out, json.dumps(report).encode() + b"\n")


def one_life(folder: Path, model: Model, dice: random.Random) -> Counter[str]:
    """Fork a child, kill it, and follow its reports into the model."""
    reader, writer = os.pipe()
    seed = dice.randrange(10**9)
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(live(folder, model, random.Random(seed), writer))
        finally:
            os._exit(3)  # a child that ends by itself has failed
    os.close(writer)
    time.sleep(dice.uniform(0, LONGEST_LIFE))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reader, encoding="utf-8") as reports:
        lines = reports.read().splitlines()
    for line in lines:
        model.hear(line)
    return Counter(
        saves=sum("done" in line for line in lines),
        in_the_middle=model.kept != model.tried or len(set(model.passphrases)) > 1,
        failed=not os.WIFSIGNALED(status),
    )


async def losses(folder: Path, model: Model) -> int:
    """Open the diary as the next start does. Returns the number of things that are wrong."""
    acknowledged_lock = len(set(model.passphrases)) == 1 and model.passphrases[0] is not None
    shows_too_early = acknowledged_lock and is_readable(folder)
    store, passphrase = await open_diary(folder, model.passphrases)
    found = {note.id: note.text for note in store.notes.all()}
    wrong = [
        found not in (model.kept, model.tried),
        passphrase not in model.passphrases,
        store.notice is not None,
        shows_too_early or (store.has_lock and is_readable(folder)),
    ]
    model.kept = model.tried = found
    model.passphrases = [passphrase]
    return sum(wrong)


def is_readable(folder: Path) -> bool:
    """Whether a text of the diary can be read in the bytes of any file."""
    return any(SECRET.encode() in path.read_bytes() for path in folder.iterdir())


def run(rounds: int, seed: int) -> dict[str, int]:
    """So many lives. Returns counts: rounds, saves acknowledged, kills in the middle, losses."""
    dice = random.Random(seed)
    total: Counter[str] = Counter(rounds=0, saves=0, in_the_middle=0, failed=0, losses=0)
    while total["rounds"] < rounds:
        with tempfile.TemporaryDirectory() as place:
            model = Model()
            for _ in range(min(ROUNDS_PER_DIARY, rounds - total["rounds"])):
                total.update(one_life(Path(place), model, dice))
                total.update(losses=asyncio.run(losses(Path(place), model)), rounds=1)
    return dict(total)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts = run(options.rounds, options.seed)
    print(json.dumps(counts))
    return 1 if counts["losses"] or counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
