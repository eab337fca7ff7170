"""Pieces that every room of screens is built from. They know no feature."""
