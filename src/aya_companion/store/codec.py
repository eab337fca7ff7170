"""Stored documents as records: by the app's one codec, with the store's own error."""

from __future__ import annotations

from typing import TypeVar

from aya_companion.domain import codec
from aya_companion.domain.errors import UnfitDataError
from aya_companion.store.errors import UnreadableRecordError

T = TypeVar("T")


def decode(kind: type[T], doc: object) -> T:
    """The record of a document; fields it does not know are passed over.

    Raises UnreadableRecordError naming the kind, the field and what is wrong, never what was
    written.
    """
    try:
        return codec.decode(kind, doc, unknown_keys=True)
    except UnfitDataError as error:
        raise UnreadableRecordError(str(error)) from None
