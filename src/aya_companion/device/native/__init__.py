"""The app where Python runs natively: files, cryptography, one copy at a time."""
