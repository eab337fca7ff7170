"""Screens and their pieces."""
