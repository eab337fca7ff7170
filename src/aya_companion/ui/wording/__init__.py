"""The interface's words for what the domain names."""
