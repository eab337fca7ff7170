"""Removing everything, to the end, also when the app is ended in the middle."""

from __future__ import annotations

import contextlib

from aya_companion.store.blob_names import BlobName
from aya_companion.store.errors import ErasingUnfinishedError, ReadOnlyError, disk_error
from aya_companion.store.lock import TRIES
from aya_companion.store.locked_view import NAME as LOCK_SCREEN
from aya_companion.store.ports import Disk

MARK = "erasing"
"""While a blob of this name is there, everything else goes at the next start."""


async def erase(disk: Disk) -> None:
    """Delete every blob of the store; what is not the store's own is left alone.

    Raises DiskError or ReadOnlyError when nothing was removed, and ErasingUnfinishedError when
    erasing began and has to go on: ``finish_erasing``.
    """
    begun = doubtful = False
    try:
        await disk.write(MARK, b"")
        begun = True
    except OSError as error:  # a full disk must not keep anyone from erasing
        doubtful = not isinstance(disk_error(error, "marking"), ReadOnlyError)
    try:
        for name in await _names(disk):
            await disk.delete(name)
            begun = True
        await disk.delete(MARK)
    except OSError as error:
        if not begun and not (doubtful and await _is_marked(disk)):
            raise disk_error(error, "erasing") from error
        with contextlib.suppress(OSError):  # there may be room for it by now
            await disk.write(MARK, b"")
        raise ErasingUnfinishedError("erasing: something could not be removed") from error


async def finish_erasing(disk: Disk) -> None:
    """Go on where an erasing was ended, if one was.

    Raises DiskError when the medium cannot be read, ErasingUnfinishedError when it refuses again.
    """
    try:
        begun = MARK in await disk.list()
    except OSError as error:
        raise disk_error(error, "listing what is stored") from error
    if begun:
        await erase(disk)


async def _is_marked(disk: Disk) -> bool:
    """Whether the mark stands there, as it may after a write that reported an error."""
    try:
        return MARK in await disk.list()
    except OSError:
        return True


async def _names(disk: Disk) -> list[str]:
    return [
        name
        for name in await disk.list()
        if BlobName.parse(name) is not None or name in (LOCK_SCREEN, TRIES)
    ]
