"""First start, the first tab, and what stands under More."""
