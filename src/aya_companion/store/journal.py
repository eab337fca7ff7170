"""The saved bytes: whole generations, and between them a journal with one blob for each save.

A save writes only what changed, so it costs the same with ten records and with ten thousand. After
COMPACT_AFTER saves a generation with everything is written too. KEPT generations stay, with all
journal blobs since the oldest of them, and nothing is dropped before there are so many: a damaged
generation is rebuilt from the one before it, or from the first save on, and a damaged journal blob
is covered by the next generation.

A blob that the medium does not give out is not damaged: it may be back at the next start. As long
as something is missing for want of it, nothing is put together anew and nothing is dropped.

Names: ``generation-<epoch>-<sequence>`` and ``journal-<epoch>-<sequence>``. A generation holds
everything up to and including the save of its number. The epoch grows when the lock is set, changed
or removed; what is left of a lower epoch was written under another key and is removed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime

from aya_companion.store.blob_names import BlobName, newest_first
from aya_companion.store.envelope import (
    BlobKind,
    Envelope,
    Header,
    KeyParameters,
    look,
    pack,
    unpack,
)
from aya_companion.store.errors import (
    DamagedError,
    DiskError,
    LeftoversError,
    StoreError,
    UnknownFormatError,
    WrongKeyError,
    disk_error,
)
from aya_companion.store.load_result import Loaded, Troubles
from aya_companion.store.migrations import migrate
from aya_companion.store.ports import Cipher, Disk
from aya_companion.store.schema import SCHEMA, Tables, tables_in

COMPACT_AFTER = 32
KEPT = 3


class Journal:
    """Reads and writes the saved bytes on one disk. Not for two writers at a time."""

    def __init__(self, disk: Disk, clock: Callable[[], datetime]) -> None:
        self._disk = disk
        self._clock = clock
        self._epoch = 0
        self._sequence = 0
        self._since_generation = 0
        self._key: KeyParameters | None = None
        self._cipher: Cipher | None = None
        self._doubtful: BlobName | None = None
        self._unknown = False
        self._waits_for_unread = False

    @property
    def key(self) -> KeyParameters | None:
        """How the key in use is made; None while nothing is encrypted."""
        return self._key

    @property
    def cipher(self) -> Cipher | None:
        """What opens everything; None while nothing is encrypted, and while it is locked."""
        return self._cipher

    @property
    def wants_generation(self) -> bool:
        """Whether it is time to write everything again."""
        return self._since_generation >= COMPACT_AFTER and not self._waits_for_unread

    async def survey(self) -> KeyParameters | None:
        """Find out which key is needed: None when nothing is encrypted, or nothing is there.

        The newest undamaged generation decides. What is left of an earlier key is removed here,
        before anyone is asked for the new one. Raises DiskError when the medium cannot be read.
        """
        refused: tuple[BlobName, DiskError] | None = None
        for name in newest_first(await self._names(), BlobKind.GENERATION, BlobKind.JOURNAL):
            try:
                header = (await self._envelope(name)).header
            except DamagedError:
                continue
            except UnknownFormatError:
                self._unknown = True
                continue
            except DiskError as error:
                refused = refused or (name, error)
                continue
            if refused and refused[0].epoch > name.epoch:  # it may be the one that counts
                raise refused[1]
            self._epoch, self._key = name.epoch, header.key
            is_own = header.schema <= SCHEMA and not self._unknown
            if name.kind is BlobKind.GENERATION and is_own:
                with contextlib.suppress(OSError):  # what stays now goes at the next start
                    await self._remove_leftovers()
            return self._key
        if refused:
            raise refused[1]
        return None

    async def load(self, cipher: Cipher | None) -> Loaded:
        """Read everything, after ``survey``. Raises WrongKeyError when the cipher opens nothing.

        Damaged blobs are put aside and a sound generation is written in their stead; a medium that
        refuses to be changed is no error here. Raises DiskError when it refuses to be read at all.
        """
        self._cipher = cipher
        names = await self._names()
        found = Loaded(unknown=self._unknown)
        troubles = Troubles([n for n in names if n.epoch > self._epoch])
        current = [n for n in names if n.epoch == self._epoch]
        self._sequence = max((n.sequence for n in names), default=0)
        base = await self._base(current, found, troubles)
        start = base.sequence if base else 0
        later = sorted(n for n in current if n.kind is BlobKind.JOURNAL and n.sequence > start)
        read = 0
        for name in later:
            read += await self._try_to_apply(name, found, troubles)
        if not read and base is None:
            if troubles.sealed:
                raise WrongKeyError("store: the key does not open any save")
            if troubles.refused:
                raise troubles.refused[0]
        damaged = troubles.damaged + troubles.sealed
        found.unread = len(troubles.refused)
        self._since_generation = self._sequence - start
        found.complete = read == self._since_generation
        self._waits_for_unread = bool(found.unread) and not found.complete
        if found.schema <= SCHEMA and not found.unknown and damaged:
            found.put_aside = [await self._put_aside(name) for name in damaged]
            if not found.unread:
                with contextlib.suppress(StoreError):  # then the same is found at the next start
                    await self.write_generation(found.tables)
        return found

    def forget(self) -> None:
        """Forget the cipher: nothing can be read or written until ``load`` gets one again."""
        self._cipher = None

    async def try_cipher(self, cipher: Cipher) -> None:
        """Raises WrongKeyError when it opens nothing of what is stored, and DiskError."""
        names = [n for n in await self._names() if n.epoch == self._epoch]
        refused: DiskError | None = None
        for name in newest_first(names, BlobKind.GENERATION, BlobKind.JOURNAL):
            try:
                await unpack(await self._envelope(name), cipher)
            except (DamagedError, UnknownFormatError, WrongKeyError):
                continue
            except DiskError as error:
                refused = error
            else:
                return
        raise refused or WrongKeyError("store: the key opens nothing")

    async def append(self, changed: Tables) -> None:
        """Write one save. Durable when it returns; raises DiskError or ReadOnlyError.

        After an error the save may stand on the disk all the same; the next one takes its place.
        """
        await self._remove_doubtful()
        await self._write(BlobKind.JOURNAL, self._sequence + 1, changed)
        self._sequence += 1
        self._since_generation += 1

    async def append_or_take_back(self, changed: Tables) -> None:
        """``append``, for changes that nobody keeps in memory: they stand for good or are gone.

        Raises as ``append`` does; what may stand on the disk is removed then, if need be before
        the next save.
        """
        name = BlobName(self._epoch, self._sequence + 1, BlobKind.JOURNAL)
        try:
            await self.append(changed)
        except BaseException as error:
            self._doubtful = self._doubtful or name
            if isinstance(error, StoreError):
                with contextlib.suppress(StoreError):
                    await self._remove_doubtful()
            raise

    async def write_generation(self, tables: Tables) -> None:
        """Write everything, then drop what is no longer needed. Raises as ``append`` does."""
        await self._write(BlobKind.GENERATION, self._sequence, tables)
        self._since_generation = 0
        with contextlib.suppress(OSError):  # what stays now goes with the next generation
            await self._prune()

    async def change_key(
        self, key: KeyParameters | None, cipher: Cipher | None, tables: Tables
    ) -> None:
        """Write everything under another key, or none, and remove all that the old one opens.

        Raises what ``append`` raises, the old key still in use; and LeftoversError when the new
        key is in use but older copies could not be removed yet. Killed at any instant, either the
        old or the new key opens everything, and the next start removes the rest.
        """
        if self._waits_for_unread:
            raise DiskError("lock: a save cannot be read now, and its only copy would be removed")
        before = (self._key, self._cipher, self._epoch, self._sequence)
        name = BlobName(self._epoch + 1, self._sequence + 1, BlobKind.GENERATION)
        self._key, self._cipher = key, cipher
        self._epoch, self._sequence = name.epoch, name.sequence
        try:
            await self._write(name.kind, name.sequence, tables)
            await unpack(await self._envelope(name), cipher)  # nothing goes before this is read
        except BaseException as error:
            # It may stand on the disk and would win at the next start over saves made meanwhile.
            self._key, self._cipher, self._epoch, self._sequence = before
            self._doubtful = name
            if isinstance(error, StoreError):
                with contextlib.suppress(StoreError):
                    await self._remove_doubtful()
            raise
        self._doubtful = None
        with contextlib.suppress(StoreError):  # a second copy; not having it yet loses nothing
            await self.append({})
            await self.write_generation(tables)
        try:
            await self._remove_leftovers()
        except OSError as error:
            raise LeftoversError(
                "lock: copies under the former key could not be removed"
            ) from error

    async def _remove_leftovers(self) -> None:
        """Remove what was written under earlier keys, also what was put aside. Raises OSError."""
        for text in await self._disk.list():
            name = BlobName.parse(text)
            if name is not None and name.epoch < self._epoch:
                await self._disk.delete(text)

    async def _base(
        self, names: list[BlobName], found: Loaded, troubles: Troubles
    ) -> BlobName | None:
        """Load the newest generation that can be read."""
        for name in newest_first(names, BlobKind.GENERATION):
            if await self._try_to_apply(name, found, troubles):
                return name
        if troubles.sealed:
            raise WrongKeyError("store: the key does not open any generation")
        return None

    async def _try_to_apply(self, name: BlobName, found: Loaded, troubles: Troubles) -> bool:
        """Put the records of one blob over those found so far; False when that cannot be done."""
        try:
            await self._apply(name, found)
        except DamagedError:
            troubles.damaged.append(name)
        except WrongKeyError:
            # When another one opens with this key, it is not what was once written.
            troubles.sealed.append(name)
        except UnknownFormatError:
            found.unknown = True
        except DiskError as error:
            troubles.refused.append(error)
        else:
            return True
        return False

    async def _apply(self, name: BlobName, found: Loaded) -> None:
        """Put the records of one blob over those found so far.

        Raises DamagedError, WrongKeyError, UnknownFormatError and DiskError.
        """
        envelope = await self._envelope(name)
        header = envelope.header
        if header.key != self._key:
            raise WrongKeyError("journal: a blob under another key")
        tables = tables_in(await unpack(envelope, self._cipher))
        found.schema = max(found.schema, header.schema)
        for table, documents in migrate(tables, header.schema).items():
            found.tables.setdefault(table, {}).update(documents)
        found.written = header.written

    async def _write(self, kind: BlobKind, sequence: int, tables: Tables) -> None:
        header = Header(kind, SCHEMA, self._clock(), self._epoch, sequence, self._key)
        data = await pack(header, {"tables": tables}, self._cipher)
        try:
            await self._disk.write(str(BlobName(self._epoch, sequence, kind)), data)
        except OSError as error:
            raise disk_error(error, f"writing a {kind.value}") from error

    async def _prune(self) -> None:
        names = [n for text in await self._disk.list() if (n := BlobName.parse(text))]
        current = [n for n in names if not n.aside and n.epoch == self._epoch]
        generations = newest_first(current, BlobKind.GENERATION)
        if len(generations) < KEPT:
            return
        oldest = generations[KEPT - 1]
        for name in current:
            if name.sequence < oldest.sequence or (
                name.sequence == oldest.sequence and name.kind is BlobKind.JOURNAL
            ):
                await self._disk.delete(str(name))

    async def _names(self) -> list[BlobName]:
        try:
            names = [BlobName.parse(text) for text in await self._disk.list()]
        except OSError as error:
            raise disk_error(error, "listing what is stored") from error
        return [name for name in names if name is not None and not name.aside]

    async def _envelope(self, name: BlobName) -> Envelope:
        """A blob that is what its name says. Raises DamagedError, UnknownFormatError, DiskError."""
        try:
            data = await self._read(str(name))
        except OSError as error:
            raise DiskError(str(disk_error(error, f"reading a {name.kind.value}"))) from error
        envelope = look(data)
        header = envelope.header
        if (header.epoch, header.sequence, header.kind) != name[:3]:
            raise DamagedError("journal: a blob under another's name")
        return envelope

    async def _read(self, name: str) -> bytes:
        try:
            return await self._disk.read(name) or b""
        except OSError:  # once is no reason to go on without it
            return await self._disk.read(name) or b""

    async def _remove_doubtful(self) -> None:
        """Remove what may stand on the disk though it was given up."""
        if self._doubtful is not None:
            try:
                await self._disk.delete(str(self._doubtful))
            except OSError as error:
                raise disk_error(error, "removing a save that was given up") from error
            self._doubtful = None

    async def _put_aside(self, name: BlobName) -> str:
        """Keep a damaged blob under a name with the date; returns that name."""
        aside = str(name._replace(aside=f"damaged-{self._clock():%Y-%m-%d}-"))
        with contextlib.suppress(OSError):
            data = await self._disk.read(str(name))
            if data is not None:
                await self._disk.write(aside, data)
            await self._disk.delete(str(name))
        return aside
