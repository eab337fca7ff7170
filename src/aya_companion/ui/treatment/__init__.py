"""The map of treatment, and what changes at each turn of it."""
