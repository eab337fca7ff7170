"""The frame around every screen, and what stands in it when something is wrong."""
