"""Teaching at the bedside."""
