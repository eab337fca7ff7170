"""What the device can do for the app, behind ports."""
