"""Checks, catalogs, fonts, measurements and the static build: ``python -m tools.NAME``."""
