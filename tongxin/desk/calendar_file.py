"""Entries of calendars as an ICS file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

from tongxin.core.agenda import Entry

ASK_AGAIN: Final = timedelta(hours=4)
PRODUCT: Final = "-//Tongxin//Calendar//ZH"


def calendar_file(name: str, entries: Iterable[Entry], *, base: str, now: datetime) -> bytes:
    """A calendar of that name. `base` is the site's address (`https://…`), before the entries' paths and in their uids.

    Moments stand in UTC, which every calendar knows without a time zone's rules; days stand as days.
    """
    calendar = Calendar()
    for key, value in (
        ("PRODID", PRODUCT), ("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH"), ("NAME", name),
        ("X-WR-CALNAME", name),
    ):  # fmt: skip
        calendar.add(key, value)
    calendar.add("REFRESH-INTERVAL", vDuration(ASK_AGAIN), {"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(ASK_AGAIN))
    for entry in entries:
        calendar.add_component(_event(entry, base, now))
    return bytes(calendar.to_ical())


def _event(entry: Entry, base: str, now: datetime) -> Event:
    event = Event()
    changed = (entry.changed_at or now).astimezone(UTC)
    event.add("UID", f"{entry.uid}@{urlsplit(base).hostname or 'tongxin'}")
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", entry.sequence)
    event.add("SUMMARY", _("取消：%(title)s") % {"title": entry.title} if entry.cancelled else entry.title)
    event.add("STATUS", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("DTSTART", _when(entry.starts))
    if entry.ends is not None:
        event.add("DTEND", _end(entry.ends))
    for key, value in (("LOCATION", entry.place), ("DESCRIPTION", entry.words)):
        if value:
            event.add(key, value)
    if entry.url:
        event.add("URL", base + entry.url)
    if not isinstance(entry.starts, datetime):
        event.add("TRANSP", "TRANSPARENT")
    return event


def _when(value: date | datetime) -> Any:
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def _end(value: date | datetime) -> Any:
    """The end as the standard wants it: the moment, or the day after the last."""
    return _when(value) if isinstance(value, datetime) else value + timedelta(days=1)
