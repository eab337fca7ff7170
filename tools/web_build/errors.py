"""What can stop a build."""

from __future__ import annotations


class BuildError(Exception):
    """A part of the build is missing or unusable; the message says which and what to do."""
