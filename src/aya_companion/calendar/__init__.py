"""Appointments as calendar files (RFC 5545), for the phone's own calendar."""
