"""Flet: the host of every window, and repairs of what Flet does not forgive."""
