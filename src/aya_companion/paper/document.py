"""HTML documents that need nothing but themselves: no script, no file beside them, no network.

Every value is escaped. The browser's own print dialog puts them on paper of any size, or into a
PDF; shaping and direction of every script are the browser's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from aya_companion.i18n.catalogs import Catalogs, Translator
from aya_companion.i18n.formats import Formats
from aya_companion.i18n.locales import locale_of

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Side:
    """One language of a document: code, direction, words and formats."""

    code: str
    direction: str
    t: Translator
    f: Formats


def make_side(catalogs: Catalogs, code: str, zone: tzinfo) -> Side:
    """The side of a document in a language, its times on the clocks of ``zone``.

    Raises UnknownLanguageError.
    """
    locale = locale_of(code)
    return Side(code, locale.direction, catalogs.translator(code), Formats(code, zone))


def render(template: str, **values: Any) -> str:
    """The document of a template in ``templates/``. A missing value is an error, never a gap."""
    return _ENVIRONMENT.get_template(template).render(**values)
