"""Hand-written stand-ins for what the app needs from outside."""
