"""The app in a browser: its page, its storage, its tabs, its voice."""
