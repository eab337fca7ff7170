"""The workshop's tools."""
