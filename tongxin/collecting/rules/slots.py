"""Time slots from days, hours and how long each is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from tongxin.core.spans import Span, days_between

MOST: Final = 120


def slots_of(
    first: date, last: date, times: Sequence[Span], *, days: str, minutes: int | None
) -> list[tuple[datetime, datetime]]:
    """Naive beginnings and ends in order: each span of each day, cut into slots of `minutes` where told. The rest of a span that
    is shorter than a slot is one too."""
    made = []
    for day in days_between(first, last, days):
        for span in times:
            begins, ends = span.on(day)
            step = timedelta(minutes=minutes) if minutes else ends - begins
            while begins < ends:
                made.append((begins, min(begins + step, ends)))
                begins += step
    return made
