"""The real content folder."""
