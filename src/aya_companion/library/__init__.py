"""The pages people read: parsed, checked and found."""
