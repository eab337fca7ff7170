"""What the screens look at, and the actions that change it."""
