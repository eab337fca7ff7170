"""Search: what somebody typed, and the lines that answer."""
