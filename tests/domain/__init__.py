"""The rules of what the app talks about."""
