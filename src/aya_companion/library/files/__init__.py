"""The files that pages and lists are read from."""
