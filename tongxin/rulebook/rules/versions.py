"""Which versions are in force on the day of the event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from tongxin.rulebook.rules.row import Row


def in_force(rows: Iterable[Row], day: date) -> list[Row]:
    """Of each rule the version of that day, in the order of their names.

    A version takes effect on its first day and holds until its last, or until the next begins. One that nobody confirmed
    (K) does not put aside what rests on a source: both are looked at. A rule that another supersedes is left out.
    """
    standing = [row for row in _latest(rows) if row.since and row.since <= day and (not row.until or day <= row.until)]
    chosen: list[Row] = []
    for _key, group in groupby(sorted(standing, key=_order), key=lambda row: (row.rule_id, row.owner)):
        versions = list(group)
        sure = [row for row in versions if row.sure]
        newest = sure[-1:]
        after = [row for row in versions if not row.sure and (not newest or _began(row) > _began(newest[0]))]
        chosen += [*newest, *after[-1:]]
    gone = {row.supersedes for row in chosen if row.supersedes and row.sure and not row.owner}
    return [row for row in chosen if row.rule_id not in gone]


def _latest(rows: Iterable[Row]) -> list[Row]:
    """A correction puts aside what it corrects: the same rule from the same day."""
    newest: dict[tuple[str, int, date | None], Row] = {}
    for row in sorted(rows, key=lambda row: row.version):
        newest[row.rule_id, row.owner, row.since] = row
    return list(newest.values())


def _order(row: Row) -> tuple[str, int, date]:
    return row.rule_id, row.owner, _began(row)


def _began(row: Row) -> date:
    return row.since or date.min
