"""What the person wrote. The only door to it is a repository."""
