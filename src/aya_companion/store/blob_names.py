"""Names of stored blobs: ``generation-<epoch>-<sequence>`` and ``journal-<epoch>-<sequence>``."""

from __future__ import annotations

import re
from typing import NamedTuple

from aya_companion.store.envelope import BlobKind


class BlobName(NamedTuple):
    """A name taken apart; ordered by age within one kind."""

    epoch: int
    sequence: int
    kind: BlobKind
    aside: str = ""

    @classmethod
    def parse(cls, name: str) -> BlobName | None:
        """The parts of a name, None when it is not of this kind."""
        match = _NAME.fullmatch(name)
        if match is None:
            return None
        aside, kind, epoch, sequence = match.groups()
        return cls(int(epoch), int(sequence), BlobKind(kind), aside or "")

    def __str__(self) -> str:
        return f"{self.aside}{self.kind.value}-{self.epoch:04d}-{self.sequence:08d}"


_NAME = re.compile(r"(damaged-\d{4}-\d\d-\d\d-)?(generation|journal)-(\d{4,8})-(\d{8,12})")


def newest_first(names: list[BlobName], *kinds: BlobKind) -> list[BlobName]:
    """Those of these kinds, the newest of the first kind first."""
    return [n for kind in kinds for n in sorted(names, reverse=True) if n.kind is kind]
