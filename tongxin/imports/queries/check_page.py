"""The check: what would become of each row, a page of one tab at a time, and what there is to say about the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.core.sheets.notices import Notice
from tongxin.core.sheets.table import Skipped
from tongxin.imports.models import ImportRun
from tongxin.imports.protocol import Kind, Verdict
from tongxin.imports.queries.heads import Head, heads_of, titles_unused, titles_used
from tongxin.imports.queries.lines import Line, line
from tongxin.imports.queries.names_page import NameChoice, names_of
from tongxin.imports.queries.open_run import open_run
from tongxin.imports.queries.preview import KINDS, Preview, preview

PAGE = 50
TABS: dict[str, tuple[Kind, ...]] = {
    "look": ("refused", "changed", "new"),
    "refused": ("refused",),
    "changed": ("changed",),
    "new": ("new",),
    "unchanged": ("unchanged",),
}


@dataclass(frozen=True)
class CheckPage:
    """All that the page shows. `shown` of `of` rows of the tab; `used` of `known` columns go in."""

    run: ImportRun
    tab: str
    number: int
    counts: dict[str, int]
    heads: list[Head]
    lines: list[Line]
    first: int
    of: int
    sheets: list[str]
    records: int
    known: int
    used: int
    unused: list[str]
    names: list[NameChoice]
    afterwords: list[str]
    warnings: list[Notice]
    skipped: list[Skipped]

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return self.first + len(self.lines) - 1

    @property
    def sound(self) -> int:
        """Rows that would change something."""
        return self.counts["new"] + self.counts["changed"]


def check_page(actor: Any, now: datetime, run: ImportRun, *, tab: str = "look", number: int = 1) -> CheckPage:
    """Judge the file and show a page of it. Refuses: as `open_run`."""
    tab, number = (tab if tab in TABS else "look"), max(1, number)
    reading = open_run(actor, now, run)
    keep: dict[Kind, int] = dict.fromkeys(TABS[tab], number * PAGE)
    made = preview(reading, keep)
    counts: dict[str, int] = {kind: made.counts[kind] for kind in KINDS}
    counts["look"] = sum(made.counts[kind] for kind in TABS["look"])
    heads = heads_of(reading)
    used, unused = titles_used(reading), titles_unused(reading)
    several = len(reading.tables) > 1
    near = {unknown.name: unknown.near for unknown in made.unknown_units}
    return CheckPage(
        run=run, tab=tab, number=number, counts=counts, heads=heads,
        lines=[line(verdict, heads, near, several) for verdict in _page(made, tab, number)],
        first=(number - 1) * PAGE + 1, of=counts[tab], sheets=[table.sheet_name for table in reading.tables],
        records=made.total, known=len(used) + len(unused), used=len(used), unused=unused,
        names=names_of(made, run.choices.get("units", {})), afterwords=made.afterwords, warnings=made.warnings,
        skipped=made.skipped,
    )  # fmt: skip


def _page(made: Preview, tab: str, number: int) -> list[Verdict]:
    rows = [verdict for kind in TABS[tab] for verdict in made.verdicts[kind]]
    return rows[(number - 1) * PAGE : number * PAGE]
