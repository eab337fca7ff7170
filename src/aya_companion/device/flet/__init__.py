"""Flet: the host of every window, and the repairs of Flet that are listed in docs/flet.md."""
