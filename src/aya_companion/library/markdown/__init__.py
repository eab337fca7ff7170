"""The text of a page, read into blocks."""
