"""The page that a browser opens: its first words, its scripts, and what a home screen shows."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from aya_companion.device.browser.first_paint import first_words
from aya_companion.i18n.catalogs import Catalogs
from aya_companion.i18n.locales import offered
from tools.web_build.fallback_fonts import LAST_RESORT
from tools.web_build.security import POLICY

NAME = "AYA Companion"
DESCRIPTION = "For young people with leukemia, their families and nurses. Works without a network."
BUILD_SCRIPT_BEGINS = "globalThis.ayaBuild = "
_SOURCES = Path(__file__).resolve().parent.parent / "web"
_SCRIPTS = (
    "files.css",
    "files.js",
    "first-paint.css",
    "first-paint.js",
    "fonts.js",
    "install.js",
    "lock_file.mjs",
    "python-worker.js",
    "python.js",
    "speech.js",
    "starting.js",
    "unpack.mjs",
)


def script_files() -> dict[str, bytes]:
    """The scripts and styles of the page, by address."""
    return {name: (_SOURCES / name).read_bytes() for name in _SCRIPTS}


def is_build(folder: Path) -> bool:
    """Whether a folder holds a build of the app."""
    script = folder / "build.js"
    return script.is_file() and script.read_bytes().startswith(BUILD_SCRIPT_BEGINS.encode())


def index_html(base: str) -> bytes:
    """The page itself, for a site whose app stands at the path ``base``."""
    text = (_SOURCES / "index.html").read_text(encoding="utf-8")
    english = first_words(Catalogs().translator("en"))
    values = {
        "base": base,
        "policy": POLICY,
        "name": NAME,
        "short_name": NAME,
        "description": DESCRIPTION,
        **english,
    }
    for key, value in values.items():
        text = text.replace("{{" + key + "}}", html.escape(value, quote=True))
    return text.encode()


def storage_name(base: str) -> str:
    """What the names of caches, database and lock begin with, for an app at the path ``base``.

    Two apps of one host would otherwise take each other's for their own.
    """
    return "aya-companion" if base == "/" else f"aya-companion@{base}"


def icons() -> set[str]:
    """The addresses of the icons that page and home screen ask for."""
    asking = index_html("/") + web_manifest()
    return set(re.findall(r"icons/[\w.-]+", asking.decode()))


def build_script(
    version: str, release: str, storage: str, snapshot: str, fonts: dict[str, list[str]]
) -> bytes:
    """What the scripts have to know: which build this is, its first words in each language.

    ``storage`` is the name of ``storage_name``, ``snapshot`` the address of the memory image,
    ``fonts`` are those of ``stand_ins``.
    """
    catalogs = Catalogs()
    words = {
        locale.code: {
            **first_words(catalogs.translator(locale.code)),
            "direction": locale.direction,
        }
        for locale in offered()
    }
    build = {
        "version": version,
        "release": release,
        "storage": storage,
        "snapshot": snapshot,
        "fonts": fonts,
        "lastResortFont": LAST_RESORT,
        "firstPaint": words,
    }
    text = json.dumps(build, ensure_ascii=False, sort_keys=True)
    return f"{BUILD_SCRIPT_BEGINS}{text};\n".encode()


def web_manifest() -> bytes:
    """What the phone shows of the app on its home screen, with two shortcuts into it."""
    say = Catalogs().translator("en")
    manifest = {
        "id": "./",
        "name": NAME,
        "short_name": NAME,
        "description": DESCRIPTION,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#FBF8F3",
        "theme_color": "#FBF8F3",
        "categories": ["health", "education"],
        "icons": [
            _icon("icon-192.png", 192),
            _icon("icon-512.png", 512),
            {**_icon("icon-maskable-512.png", 512), "purpose": "maskable"},
        ],
        "shortcuts": [
            {"name": say("Call"), "url": "./#/call"},
            {"name": say("Write a question"), "url": "./#/visits/questions/new"},
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()


def _icon(name: str, size: int) -> dict[str, str]:
    return {"src": f"icons/{name}", "sizes": f"{size}x{size}", "type": "image/png"}
