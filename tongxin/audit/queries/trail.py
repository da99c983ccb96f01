"""The trail as a page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from tongxin.audit.models import Entry
from tongxin.audit.registry import called

PER_PAGE, MOST = 50, 20_000


@dataclass(frozen=True)
class Line:
    """One entry as it is shown: what changed as (name, before, after)."""

    at: datetime
    who: str
    hat: str
    act: str
    thing: str
    reason: str
    changes: tuple[tuple[str, Any, Any], ...]
    sealed: bool


@dataclass(frozen=True)
class Filter:
    """What the reader looks for."""

    text: str = ""
    act: str = ""
    since: date | None = None
    until: date | None = None


def trail(paths: tuple[str, ...], wanted: Filter, page: int) -> tuple[Page[Entry], list[Line]]:
    """A page of entries below one of `paths`, newest first; two queries."""
    shown = Paginator(_entries(paths, wanted), PER_PAGE).get_page(page)
    return shown, [_line(entry) for entry in shown]


def lines(paths: tuple[str, ...], wanted: Filter) -> Iterator[Line]:
    """All of them, `MOST` at most, a thousand at a time."""
    for entry in _entries(paths, wanted)[:MOST].iterator(chunk_size=1000):
        yield _line(entry)


def _entries(paths: tuple[str, ...], wanted: Filter) -> QuerySet[Entry]:
    below = Q(pk__in=())
    for path in paths:
        below |= Q(unit_path__startswith=path)
    entries = Entry.objects.filter(below).select_related("sealed")
    if wanted.text:
        entries = entries.filter(Q(who__icontains=wanted.text) | Q(thing_label__icontains=wanted.text))
    if wanted.act:
        entries = entries.filter(act=wanted.act)
    if wanted.since:
        entries = entries.filter(at__date__gte=wanted.since)
    if wanted.until:
        entries = entries.filter(at__date__lte=wanted.until)
    return entries


def _line(entry: Entry) -> Line:
    names = sorted({*entry.before, *entry.after})
    changes = tuple((name, entry.before.get(name), entry.after.get(name)) for name in names)
    changed = tuple(change for change in changes if change[1] != change[2])
    return Line(
        entry.at,
        entry.who,
        entry.hat,
        called(entry.act),
        entry.thing_label,
        entry.reason,
        changed,
        hasattr(entry, "sealed"),
    )
