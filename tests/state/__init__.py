"""Actions change the store first, then what is shown."""
