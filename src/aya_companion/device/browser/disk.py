"""A Disk in the browser: IndexedDB, which outlives the page, the tab and the browser."""

from __future__ import annotations

import asyncio
import errno
import os
import struct
from typing import Any

import js
from pyodide.ffi import JsException, create_proxy, to_js

STORE = "blobs"

NO_ANSWER = 20.0
"""Seconds after which a browser that does not open its database is taken to refuse it: it waits for
ever while a process that was ended badly still holds the files."""

SMALLEST = 70_000
"""Bytes that a stored value has at least.

Chromium keeps smaller values inside its log files, where they can still be read after they were
deleted; larger ones (from 64 KiB) are files of their own, which go when the value goes.
"""

_LENGTH = struct.Struct("<Q")
_ERRORS = {"QuotaExceededError": errno.ENOSPC, "SecurityError": errno.EACCES}
_LOST = ("InvalidStateError", "UnknownError", "AbortError")
"""What the browser calls it when it has dropped the connection to the database under us. Phones do,
while the app is in the background."""


class _ConnectionLostError(OSError):
    """The connection is gone; a new one can be had."""


class BrowserDisk:
    """Blobs in an IndexedDB database of this origin.

    A write returns when the browser says that the transaction is complete, asked for with strict
    durability: then it is on the medium and survives a kill of the browser.
    """

    def __init__(self, database: Any) -> None:
        self._database = database

    @classmethod
    async def open(cls) -> BrowserDisk:
        """Open the database, made if need be. Raises OSError when the browser refuses one."""
        return cls(await _connect())

    async def read(self, name: str) -> bytes | None:
        """The blob's bytes, or None when there is none of that name."""
        stored = await self._do("readonly", "get", name)
        return None if stored is None else unpad(stored.to_bytes())

    async def write(self, name: str, data: bytes) -> None:
        """Put a blob in place of what was there, atomically and durably."""
        await self._do("readwrite", "put", to_js(pad(data)), name)

    async def list(self) -> list[str]:
        """The names of all blobs."""
        names = await self._do("readonly", "getAllKeys")
        return sorted(str(name) for name in names.to_py())

    async def delete(self, name: str) -> None:
        """Remove a blob; one that is not there is no error."""
        await self._do("readwrite", "delete", name)

    async def _do(self, mode: str, method: str, *arguments: Any) -> Any:
        """Run one request in a transaction of its own; its result, once that is complete.

        Once more over a new connection when the browser has dropped this one: all requests come
        to the same when they are done twice.
        """
        try:
            return await self._try(mode, method, *arguments)
        except _ConnectionLostError:
            self._database = await _connect()
            return await self._try(mode, method, *arguments)

    async def _try(self, mode: str, method: str, *arguments: Any) -> Any:
        options = to_js({"durability": "strict"}, dict_converter=js.Object.fromEntries)
        try:
            transaction = self._database.transaction(STORE, mode, options)
            request = getattr(transaction.objectStore(STORE), method)(*arguments)
        except JsException as error:
            raise _os_error(error) from None
        await _settled(transaction, "complete", ("abort", "error"))
        return request.result


def pad(data: bytes) -> bytes:
    """The stored form: the length in 8 bytes, the data, and random bytes up to ``SMALLEST``.

    Random, because the browser compresses what it stores.
    """
    missing = max(0, SMALLEST - _LENGTH.size - len(data))
    return _LENGTH.pack(len(data)) + data + os.urandom(missing)


def unpad(stored: bytes) -> bytes:
    """The data of a stored form; what is left of it when it was cut short, which is damage like
    any other and shows in the checksum."""
    if len(stored) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack_from(stored)
    return stored[_LENGTH.size : _LENGTH.size + length]


async def _connect() -> Any:
    """A connection to the database. Raises OSError."""
    try:
        request = js.indexedDB.open(str(js.ayaBuild.storage), 1)
    except (JsException, AttributeError) as error:  # storage is forbidden to this page
        raise _os_error(error) from None

    def make_store(_event: Any) -> None:
        request.result.createObjectStore(STORE)

    upgrade = create_proxy(make_store)
    request.onupgradeneeded = upgrade
    try:
        async with asyncio.timeout(NO_ANSWER):
            await _settled(request, "success", ("error", "blocked"))
    except TimeoutError:
        raise OSError(errno.ETIMEDOUT, "the browser's storage: no answer") from None
    finally:
        upgrade.destroy()
    return request.result


async def _settled(target: Any, success: str, failures: tuple[str, ...]) -> None:
    """Wait for one of the events of a request or a transaction. Raises OSError for a failure."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def succeed(_event: Any) -> None:
        if not done.done():
            done.set_result(None)

    def fail(_event: Any) -> None:
        if not done.done():
            done.set_exception(_os_error(getattr(target, "error", None)))

    handlers = {success: create_proxy(succeed)} | {name: create_proxy(fail) for name in failures}
    for name, handler in handlers.items():
        target.addEventListener(name, handler)
    try:
        await done
    finally:
        for name, handler in handlers.items():
            target.removeEventListener(name, handler)
            handler.destroy()


def _os_error(error: Any) -> OSError:
    name = str(getattr(error, "name", "") or "refused")
    kind = _ConnectionLostError if name in _LOST else OSError
    return kind(_ERRORS.get(name, errno.EIO), f"the browser's storage: {name}")
