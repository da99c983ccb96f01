"""What becomes of an activity's days and year when it is put on another day."""

from __future__ import annotations

from datetime import date


def moved_end(starts_on: date | None, ends_on: date | None, to: date | None) -> date | None:
    """The last day when the first becomes `to`: the activity stays as long as it was; None where it has one day."""
    if to is None or starts_on is None or ends_on is None:
        return None
    return to + (ends_on - starts_on)


def year_counted(year: int, until: date | None, counts_for: int | None) -> int:
    """The year a postponed activity counts for: as told; else that of its new day where this lies past the year."""
    if counts_for is not None:
        return counts_for
    return max(year, until.year) if until else year
