"""The list of a build's files by which the service worker fetches, checks and keeps them."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from aya_companion.i18n.fonts import families_for
from aya_companion.i18n.locales import SOURCE, offered
from tools.web_build.errors import BuildError
from tools.web_build.media_types import media_type
from tools.web_build.security import HEADERS

_SOURCE = Path(__file__).resolve().parent.parent / "web" / "service-worker.js"
_PLACE = "/* filled in by the build */ null"

GUARDED = ("index.html", "python-worker.js")
"""Pages and workers: what runs under a policy that their own answer has to carry."""

Stage = Literal["start", "languages", "later"]
"""When a first visit fetches a file: at once, because no start can do without it; then what the
app's other languages are written with, and with that it works offline; last, all the rest."""


def named(describe: Callable[[str], dict[str, bytes]]) -> dict[str, bytes]:
    """The files that ``describe`` makes for a version, under the version that names just these."""
    return describe(version_of(describe("")))


def version_of(files: dict[str, bytes]) -> str:
    """A name for exactly these files: 12 hexadecimal digits."""
    digest = hashlib.sha256()
    for address in sorted(files):
        digest.update(f"{address}\0{_hash(files[address])}\n".encode())
    return digest.hexdigest()[:12]


def service_worker(files: dict[str, bytes], image: str, version: str, storage: str) -> bytes:
    """The service worker for these files and a memory image. Raises BuildError.

    The image is at the address ``image``, its hash at ``hash_of(image)``: that differs from build
    to build, and the service worker does not. ``storage`` begins the names of its caches.
    """
    entries = [
        _entry(address) | {"hash": _hash(data), "guarded": address in GUARDED}
        for address, data in sorted(files.items())
    ]
    build = {
        "version": version,
        "storage": storage,
        "headers": HEADERS,
        "files": [*entries, _entry(image) | {"hashAt": hash_of(image)}],
    }
    source = _SOURCE.read_text(encoding="utf-8")
    if source.count(_PLACE) != 1:
        raise BuildError(f"{_SOURCE} has no place for the list of files ({_PLACE}).")
    return source.replace(_PLACE, json.dumps(build, indent=0)).encode()


def image_files(image: str, data: bytes) -> dict[str, bytes]:
    """The memory image and its hash, by address."""
    return {image: data, hash_of(image): _hash(data).encode()}


def hash_of(image: str) -> str:
    """The address of a memory image's hash."""
    return f"{image.removesuffix('.bin')}.txt"


def stage(address: str) -> Stage:
    """When a first visit fetches the file at an address."""
    if address.startswith("snapshot-"):
        return "later"
    if not address.startswith("fonts/") or address in families_for(SOURCE).values():
        return "start"
    spoken = families_for(*(locale.code for locale in offered()))
    return "languages" if address in spoken.values() else "later"


def _entry(address: str) -> dict[str, Any]:
    entry = {"address": address, "type": media_type(address), "stage": stage(address)}
    if address.startswith("canvaskit/"):
        entry["variant"] = "chromium" if "/chromium/" in address else "full"
    return entry


def _hash(data: bytes) -> str:
    """SHA-256 as the browser's integrity checks write it."""
    return base64.b64encode(hashlib.sha256(data).digest()).decode()
