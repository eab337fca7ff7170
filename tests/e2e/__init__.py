"""The whole app in a real browser, on a screen as small as a phone's."""
