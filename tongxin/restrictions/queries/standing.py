"""Which restrictions stand on some days for some units: one statement, whatever is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import F, Q

from tongxin.org.access import below
from tongxin.restrictions.models import Restriction
from tongxin.restrictions.rules.in_force import InForce
from tongxin.restrictions.rules.limits import Demand, Limits

COLUMNS: Final = (
    "pk", "title", "starts_on", "ends_on", "ended_on", "places", "farthest", "no_indoor", "online_only", "notice_days", "severity",
    "source_title", "source_number", "source_issuer", "source_url", "contingency", "unit__path", "unit__short_name", "unit__name",
)  # fmt: skip
PARTS: Final = ("units__path", "steps__over", "steps__demand")


def standing(first: date, last: date | None = None, *, paths: Collection[str] | None = None) -> tuple[InForce, ...]:
    """All that hold on some day from `first` to `last` (None: from then on), by their first day.

    `paths` leaves those out that were declared neither for one of these units, above nor below it; whether one holds for a given
    unit is for `rules.findings.holds_for` to say, because it may be narrowed to some. One statement.
    """
    held = Q(ends_on=None) | Q(ends_on__gte=first)
    held &= Q(ended_on=None) | Q(ended_on__gt=first) & Q(ended_on__gt=F("starts_on"))
    if last is not None:
        held &= Q(starts_on__lte=last)
    if paths is not None:
        held &= Q(unit__path__in=_chain(paths)) | below(tuple(paths), "unit__path")
    return gathered(held)


def gathered(held: Q) -> tuple[InForce, ...]:
    """Those for which `held` is true, with their units and steps. One statement."""
    rows = Restriction.objects.filter(held).order_by("starts_on", "pk").values_list(*COLUMNS, *PARTS)
    parts: dict[int, tuple[Any, set[str], set[tuple[int, str]]]] = {}
    for row in rows:
        kept, (path, over, demand) = row[: len(COLUMNS)], row[len(COLUMNS) :]
        _row, units, steps = parts.setdefault(kept[0], (kept, set(), set()))
        if path:
            units.add(path)
        if over is not None:
            steps.add((over, demand))
    return tuple(_in_force(dict(zip(COLUMNS, row, strict=True)), units, steps) for row, units, steps in parts.values())


def _in_force(row: dict[str, Any], units: Iterable[str], steps: Iterable[tuple[int, str]]) -> InForce:
    limits = Limits(
        id=row["pk"], title=row["title"], starts_on=row["starts_on"], ends_on=_until(row),
        paths=tuple(sorted(units)) or (row["unit__path"] or "\0",), places=tuple(row["places"].split("\n")) if row["places"] else (),
        steps=tuple(sorted((over, Demand(demand)) for over, demand in steps)), farthest=row["farthest"],
        no_indoor=row["no_indoor"], online_only=row["online_only"], notice_days=row["notice_days"],
        block=row["severity"] == Restriction.Severity.BLOCK,
    )  # fmt: skip
    unit = row["unit__short_name"] or row["unit__name"]
    source = " ".join(part for part in (row["source_title"], row["source_number"]) if part)
    return InForce(
        limits, unit, row["unit__path"] or "\0", source or row["source_issuer"] or unit, row["source_url"], row["contingency"]
    )  # fmt: skip


def _until(row: dict[str, Any]) -> date | None:
    ended: date | None = row["ended_on"]
    ends: date | None = row["ends_on"]
    if ended is None:
        return ends
    return min(ended - timedelta(days=1), ends or date.max)


def _chain(paths: Collection[str]) -> set[str]:
    """The paths of the units and of all above them: `1.4.` gives `1.` and `1.4.`."""
    found: set[str] = set()
    for path in paths:
        steps = [step for step in path.split(".") if step]
        found |= {".".join(steps[: end + 1]) + "." for end in range(len(steps))}
    return found
