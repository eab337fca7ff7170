"""Errors a person can meet, each with what happened, where, and what to do."""


class CompanionError(Exception):
    """Base of every error the app knows by name.

    The message is for logs and developers and never holds what a person wrote; screens choose
    their own words by the class.
    """


class InvalidRecordError(CompanionError):
    """A record breaks a rule of the domain, such as an empty question."""
