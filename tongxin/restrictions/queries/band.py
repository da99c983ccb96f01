"""The line about restrictions at the head of a page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tongxin.restrictions.queries.listing import Line, line_of
from tongxin.restrictions.queries.standing import standing
from tongxin.restrictions.rules.findings import holds_for


@dataclass(frozen=True)
class Band:
    """Restrictions on one line, with their details folded; `now` are in force today."""

    lines: list[Line]
    today: date

    @property
    def titles(self) -> list[str]:
        """What they are called."""
        return [line.restriction.title for line in self.lines]

    @property
    def coming(self) -> bool:
        """Whether none of them holds yet."""
        return all(line.restriction.limits.starts_on > self.today for line in self.lines)


def band(paths: Collection[str], today: date, last: date | None = None, *, inner: bool = False) -> Band | None:
    """Those that hold for one of the units on some day from today to `last` (None: from today on); None where there are none.

    `inner` also takes what holds only for units below these: an officer looks after them. One statement.
    """
    if not paths or (last is not None and last < today):
        return None
    found = standing(today, last, paths=paths)
    kept = [each for each in found if holds_for(each.limits, paths) or (inner and _is_inner(each.limits.paths, paths))]
    return Band([line_of(each) for each in kept], today) if kept else None


def _is_inner(held: Collection[str], paths: Collection[str]) -> bool:
    return any(each.startswith(path) for each in held for path in paths)
