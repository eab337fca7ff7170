"""Reading: pages, search, words and sources."""
