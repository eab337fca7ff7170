"""What stands on a drawn screen: its words, headings, and what can be tapped or filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

import flet as ft
from flet.components.component import Component

Expand = Callable[[Component], list[Any]]

WORDS = (
    "value",
    "text",
    "label",
    "hint_text",
    "helper",
    "error",
    "tooltip",
    "semantics_label",
    "help_text",
    "confirm_text",
    "cancel_text",
    "error_format_text",
    "error_invalid_text",
    "field_label_text",
    "field_hint_text",
    "hour_label_text",
    "minute_label_text",
    "title",
    "subtitle",
    "counter",
    "prefix",
    "suffix",
    "search_hint",
    "bar_hint_text",
)
"""The fields of controls that a person sees or hears when they hold text."""

TYPED = (ft.TextField, ft.Dropdown)
"""Controls whose ``value`` is the person's, not the app's."""

TAPPED = (
    ft.Button,
    ft.TextButton,
    ft.FilledButton,
    ft.OutlinedButton,
    ft.IconButton,
    ft.FloatingActionButton,
    ft.Checkbox,
    ft.Switch,
    ft.Radio,
    ft.ListTile,
    ft.Slider,
)


@dataclass(frozen=True)
class Node:
    """A control with the controls it stands in, the outermost first."""

    control: Any
    above: tuple[Any, ...]
    within: Callable[[], list[Any]]

    @property
    def is_tappable(self) -> bool:
        """Whether a tap on it does something."""
        tapped = getattr(self.control, "on_click", None) or getattr(self.control, "on_tap", None)
        return isinstance(self.control, TAPPED) or tapped is not None

    @property
    def name(self) -> str:
        """What a screen reader says: its tooltip, the words within, or a label around it."""
        own = getattr(self.control, "tooltip", None) or getattr(self.control, "label", None)
        if isinstance(own, str) and own:
            return own
        within = [self.control, *self.within()]
        words = " ".join(words for control in within for words in read_aloud(control) if words)
        if words.strip():
            return words
        labels = [c.label for c in self.above if isinstance(c, ft.Semantics) and c.label]
        for merged in (c for c in self.above if isinstance(c, ft.MergeSemantics)):
            said = (w for node in walk([merged], lambda _: []) for w in read_aloud(node.control))
            labels.append(" ".join(said))
        return labels[-1] if labels else ""


def read_aloud(control: Any) -> list[str]:
    """What a control itself contributes to the name of what it stands in."""
    if isinstance(control, ft.Text):
        return [control.semantics_label or control.value or ""]
    if isinstance(control, ft.TextSpan):
        return [control.text or ""]
    return []


def parts(control: Any) -> Iterator[Any]:
    """The values of a control's fields that may hold other controls."""
    values = getattr(control, "_values", None)
    if values is None:
        if is_dataclass(control):
            yield from (getattr(control, name) for name in control.__dataclass_fields__)
        return
    yield from list(values.values())
    for name in getattr(type(control), "_structural_fields", ()):
        if not name.startswith("_") and name not in ("data", "ref"):
            yield getattr(control, name, None)


def walk(roots: list[Any], expand: Expand, above: tuple[Any, ...] = ()) -> Iterator[Node]:
    """Every control of a tree, components opened by ``expand``, in reading order."""
    for each in roots:
        if isinstance(each, Component):
            yield from walk(expand(each), expand, above)
        elif isinstance(each, list | tuple):
            yield from walk(list(each), expand, above)
        elif isinstance(each, dict):
            yield from walk(list(each.values()), expand, above)
        elif isinstance(each, ft.BaseControl):
            inside = list(parts(each))

            def within(start: Any = each) -> list[Any]:
                return [node.control for node in walk(list(parts(start)), expand)]

            yield Node(each, above, within)
            yield from walk(inside, expand, (*above, each))


class Sight:
    """A screen or a dialog as it was drawn at one moment."""

    def __init__(self, roots: list[Any], expand: Expand) -> None:
        self.nodes = list(walk(roots, expand))

    def of(self, *kinds: type[Any]) -> list[Any]:
        """The controls of these kinds."""
        return [node.control for node in self.nodes if isinstance(node.control, kinds)]

    @property
    def strings(self) -> list[tuple[str, str]]:
        """Every text that is seen or heard, with where it stands (``TextField.label``)."""
        found = []
        for node in self.nodes:
            for name in WORDS:
                value = getattr(node.control, name, None)
                if isinstance(value, str) and value.strip() and not self._is_typed(node, name):
                    found.append((f"{type(node.control).__name__}.{name}", value))
        return found

    @staticmethod
    def _is_typed(node: Node, name: str) -> bool:
        return name == "value" and isinstance(node.control, TYPED)

    @property
    def words(self) -> str:
        """All that can be read, one text a line."""
        return "\n".join(value for _, value in self.strings)

    @property
    def titles(self) -> list[str]:
        """The headings of level 1."""
        return [
            " ".join(w for c in node.within() for w in read_aloud(c))
            for node in self.nodes
            if isinstance(node.control, ft.Semantics) and node.control.heading_level == 1
        ]

    @property
    def tappable(self) -> list[Node]:
        """All that does something when it is tapped."""
        return [node for node in self.nodes if node.is_tappable]

    def named(self, name: str) -> Node:
        """What can be tapped and has this name, or begins with it when none has it whole."""
        name = " ".join(name.split())
        names = [(node, " ".join(node.name.split())) for node in self.tappable]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            for node, has in names:
                if fits(has, name):
                    return node
        raise AssertionError(
            f"Nothing to tap is named {name!r}. There are: {[n for _, n in names]}"
        )

    def field(self, label: str) -> Any:
        """The field to type or choose in with this label."""
        for control in self.of(*TYPED):
            if control.label == label:
                return control
        raise AssertionError(f"No field {label!r}: {[c.label for c in self.of(*TYPED)]}")
