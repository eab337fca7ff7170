"""The media type of each kind of file in a build."""

from __future__ import annotations

from pathlib import PurePosixPath

from tools.web_build.errors import BuildError

TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".frag": "application/octet-stream",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".tar": "application/x-tar",
    ".toml": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}


def media_type(address: str) -> str:
    """The type of the file at an address. Raises BuildError for an unknown kind."""
    suffix = PurePosixPath(address).suffix
    if suffix not in TYPES:
        raise BuildError(f"{address}: add the type of {suffix!r} to tools/web_build/media_types.py")
    return TYPES[suffix]
