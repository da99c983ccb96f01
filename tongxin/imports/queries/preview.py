"""What a file would do, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tongxin.core.sheets.notices import Notice
from tongxin.core.sheets.table import Skipped, Table
from tongxin.imports.protocol import Kind, UnknownName, Verdict
from tongxin.imports.reading import Reading

KINDS: tuple[Kind, ...] = ("refused", "changed", "new", "unchanged")
KEPT: Mapping[Kind, int] = {"refused": 500, "changed": 500, "new": 200, "unchanged": 50}


@dataclass
class Preview:
    """Counts of everything, and the first rows of each kind, as many as `keep` says."""

    keep: Mapping[Kind, int] = field(default_factory=lambda: KEPT)
    counts: Counter[str] = field(default_factory=Counter)
    verdicts: dict[str, list[Verdict]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    tables: list[Table] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    unknown_units: list[UnknownName] = field(default_factory=list)
    afterwords: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All records of the file."""
        return sum(self.counts.values())

    @property
    def sound(self) -> int:
        """Rows that would change something."""
        return self.counts["new"] + self.counts["changed"]

    def add(self, verdicts: list[Verdict]) -> None:
        """Count a chunk, keep what will be shown."""
        for verdict in verdicts:
            self.counts[verdict.kind] += 1
            kept = self.verdicts[verdict.kind]
            if len(kept) < self.keep.get(verdict.kind, 0):
                kept.append(verdict)

    def close(self, reading: Reading) -> Preview:
        """What is known only after the last row."""
        self.tables = reading.tables
        self.skipped = [skip for table in reading.tables for skip in table.skipped]
        self.warnings = list(reading.book.warnings)
        self.unknown_units = reading.judge.unknown_units()
        self.afterwords = reading.judge.afterwords()
        return self


def preview(reading: Reading, keep: Mapping[Kind, int] | None = None) -> Preview:
    """Judge the whole file without writing anything."""
    made = Preview(keep or KEPT)
    for verdicts in reading.verdicts():
        made.add(verdicts)
    return made.close(reading)
