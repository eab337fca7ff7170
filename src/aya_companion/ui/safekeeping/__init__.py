"""Backup, lock and erasing."""
