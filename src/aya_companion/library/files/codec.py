"""Blocks as plain data and back, for prepared files."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from aya_companion.library import page as blocks

_CLASSES: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in vars(blocks).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind is not blocks.Page
}
_KIND = "_"


def to_data(value: Any) -> Any:
    """A block, or a tuple of them, as dictionaries and lists; values that are defaults left out."""
    if isinstance(value, tuple):
        return [to_data(item) for item in value]
    if not is_dataclass(value):
        return value
    data = {_KIND: type(value).__name__}
    for part in fields(value):
        inner = getattr(value, part.name)
        if part.default is MISSING or inner != part.default:
            data[part.name] = to_data(inner)
    return data


def from_data(data: Any) -> Any:
    """The block that ``to_data`` was given. Raises KeyError or TypeError for anything else."""
    if isinstance(data, str):  # first, because most values are words
        return data
    if isinstance(data, list):
        return tuple([from_data(item) for item in data])
    if isinstance(data, dict):
        return _CLASSES[data[_KIND]](
            **{key: from_data(value) for key, value in data.items() if key != _KIND}
        )
    return data
