"""Compressed copies of the files, made once here instead of for each visitor."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import brotli  # type: ignore[import-untyped]

_ALREADY = (".woff2", ".png", ".jpg", ".webp")
_SMALL = 512
_LARGE = 16_000_000


def is_worth_it(address: str, data: bytes) -> bool:
    """Whether a file gets smaller by more than its headers."""
    return len(data) >= _SMALL and not address.endswith(_ALREADY)


def compress_all(files: dict[str, bytes], *, quick: bool = False) -> dict[str, bytes]:
    """The compressed copies (``.br`` and ``.gz``) of all files that are worth it, by address.

    The same bytes give the same copies. ``quick`` ones are some tenths larger.
    """
    chosen = {address: data for address, data in files.items() if is_worth_it(address, data)}
    with ThreadPoolExecutor() as pool:
        brotlis = pool.map(partial(_brotli, quick=quick), chosen.values())
        gzips = pool.map(partial(_gzip, quick=quick), chosen.values())
        copies = {f"{address}.br": data for address, data in zip(chosen, brotlis, strict=True)}
        copies |= {f"{address}.gz": data for address, data in zip(chosen, gzips, strict=True)}
    return copies


def _brotli(data: bytes, *, quick: bool) -> bytes:
    # The best quality takes a second for a megabyte; for the largest file it is not worth that.
    quality = 4 if quick else 11 if len(data) < _LARGE else 9
    return bytes(brotli.compress(data, quality=quality, lgwin=24))


def _gzip(data: bytes, *, quick: bool) -> bytes:
    return gzip.compress(data, 1 if quick else 6, mtime=0)
