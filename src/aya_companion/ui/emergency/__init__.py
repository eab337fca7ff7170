"""Calling for help, and the emergency card."""
