"""How documents of an older schema become those of this one. The list only ever grows.

Migration n makes schema n + 1 of schema n. It works on plain dictionaries and imports nothing of
the domain, whose classes change: what it did for one release it does for all later ones. It leaves
tombstones alone, and may see only some of the records (a journal, a merge).
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator

from aya_companion.domain.codec import Doc
from aya_companion.store.schema import Tables, is_deleted


def migrate(tables: Tables, schema: int) -> Tables:
    """The tables of an older schema as the newest one has them; the given ones are not changed."""
    if schema - 1 >= len(MIGRATIONS):
        return tables
    tables = copy.deepcopy(tables)
    for step in MIGRATIONS[schema - 1 :]:
        step(tables)
    return tables


def _living(tables: Tables, table: str) -> Iterator[Doc]:
    return (doc for doc in tables.get(table, {}).values() if not is_deleted(doc))


def _appointments_repeat(tables: Tables) -> None:
    """1 to 2: appointments can repeat, remind, and be told apart in calendars; places in pages."""
    for doc in _living(tables, "settings"):
        doc.setdefault("reading_places", [])
    for doc in _living(tables, "appointments"):
        doc.setdefault("repeat", "")
        doc.setdefault("exceptions", [])
        doc.setdefault("uid", "")
        doc.setdefault("sequence", 0)
        doc.setdefault("reminder_minutes", None)


def _hospitals_copies_apart(tables: Tables) -> None:
    """2 to 3: what a hospital's calendar said of an appointment is kept beside it."""
    for doc in _living(tables, "appointments"):
        doc.setdefault("received", None)


def _numbers_apart(tables: Tables) -> None:
    """3 to 4: a number of the card is kept apart from the words beside it.

    Which of the digits in an older text are the number is not decided here: all of it becomes words,
    and whoever reads the card finds the number in them, or asks.
    """

    def apart(doc: Doc, field: str) -> None:
        if isinstance(text := doc.get(field), str):
            doc[field] = {"words": text, "number": None}

    for doc in _living(tables, "card"):
        apart(doc, "emergency_number")
        apart(doc, "crisis_number")
        contacts = doc.get("contacts")
        for contact in contacts if isinstance(contacts, list) else ():
            if isinstance(contact, dict):
                apart(contact, "phone")


MIGRATIONS: tuple[Callable[[Tables], None], ...] = (
    _appointments_repeat,
    _hospitals_copies_apart,
    _numbers_apart,
)
"""Migration number n stands at place n - 1."""
