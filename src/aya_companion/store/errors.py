"""What can go wrong with what a person wrote, by name. No message holds their words."""

from __future__ import annotations

import errno
from datetime import timedelta

from aya_companion.domain.errors import CompanionError


class StoreError(CompanionError):
    """Base of the store's errors. What was saved before is still there after any of them."""


class DiskError(StoreError):
    """The device refused to read or write; the change is still in memory: try again."""


class DiskFullError(DiskError):
    """No room left on the device: free some and try again."""


class ReadOnlyError(StoreError):
    """Nothing can be written at this place: check the folder's permissions."""


class NewerVersionError(ReadOnlyError):
    """A newer version of the app wrote this; it can be read, not changed: update the app."""


class UnknownFormatError(StoreError):
    """Whole bytes in a form that only a newer version of the app knows: update the app."""


class ErasingUnfinishedError(DiskError):
    """Erasing began and something is still there; nothing new is saved before the rest is gone."""


class FollowsError(ReadOnlyError):
    """Another tab of the app is the one that writes: write there, or make this one the writer."""


class LeftoversError(DiskError):
    """The lock was changed, but copies under the former one are still there until next start."""


class LockedError(StoreError):
    """The store is locked: unlock it first."""


class WrongKeyError(StoreError):
    """The passphrase does not open this."""


class WeakPassphraseError(StoreError):
    """A passphrase or code is too short to protect anything."""


class TooManyTriesError(StoreError):
    """Too many wrong passphrases: wait for ``wait`` and try again."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"lock: wait {int(wait.total_seconds())} s before the next try")
        self.wait = wait


class DamagedError(StoreError):
    """Stored bytes are not what was once written."""


class UnreadableRecordError(StoreError):
    """A stored record does not have the shape its kind should have."""


class BackupError(StoreError):
    """A file cannot be restored. Nothing was changed."""


class NotABackupError(BackupError):
    """The file is something else: choose a file this app made."""


class BackupDamagedError(BackupError):
    """The file was cut off or altered: use another copy."""


class BackupTooLargeError(BackupError):
    """The file is larger than any backup this app makes."""


class BackupTooNewError(BackupError):
    """A newer version of the app made the file: update the app, then restore."""


class PartialBackupError(BackupError):
    """The file holds chosen records only: it can be merged, not put in place of everything."""


class PassphraseNeededError(BackupError):
    """The backup is encrypted: ask for its passphrase."""


def disk_error(error: OSError, doing: str) -> StoreError:
    """The named error for what the medium refused while ``doing`` something."""
    kind: type[StoreError] = DiskError
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        kind = DiskFullError
    elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        kind = ReadOnlyError
    return kind(f"{doing}: {errno.errorcode.get(error.errno or 0, type(error).__name__)}")
