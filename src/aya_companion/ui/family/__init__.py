"""Who does what, and handing over to another phone."""
