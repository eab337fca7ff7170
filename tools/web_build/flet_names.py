"""Which parts of Flet the app uses, and which of its icons."""

from __future__ import annotations

import ast
from collections.abc import Iterable


def flet_names(sources: Iterable[str]) -> list[str]:
    """The names that Python sources take from Flet, as in ``ft.Text``, in alphabetical order."""
    return sorted(
        {
            node.attr
            for source in sources
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in ("ft", "flet")
        }
    )


def icon_names(sources: Iterable[str]) -> list[str]:
    """The names of the icons that Python sources take from Flet, as in ``ft.Icons.ADD``."""
    return sorted(
        {
            node.attr
            for source in sources
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Attribute | ast.Name)
            and (node.value.attr if isinstance(node.value, ast.Attribute) else node.value.id)
            == "Icons"
        }
    )
