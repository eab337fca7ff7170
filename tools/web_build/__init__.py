"""Makes the folder of static files in which the app reaches a phone through a browser."""
