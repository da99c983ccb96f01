"""Why an item cannot start on a day, whatever stands elsewhere: each cause with the days that it closes.

The one place where the rules that look at a single item are computed; what closes days because of others is in `board`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tongxin.planner.problem import Item, Limit, Mode, Year
from tongxin.planner.solving.calendar import Calendar, Days, touching


class Code(StrEnum):
    """What can stand against a day. In this order a day of several causes is counted under the first."""

    WINDOW = "window"  # before or after the item's window, or not over before the year ends
    LIMIT = "limit"  # key: the limit; rule: which of what it asks
    VACATION = "vacation"  # key: the ordinal of its first day
    EXAM = "exam"  # key: the ordinal of its first day
    DAY_KIND = "day_kind"
    WEEKDAY = "weekday"
    NOTICE = "notice"
    UNIT = "unit"  # key: the unit; item: what it is busy with
    VENUE = "venue"  # key: the venue; item: what takes it
    OFFICER = "officer"  # key: the officer; period: the month (from 0)
    BUDGET = "budget"  # key: who pays; period: the quarter (from 0)
    SPACING = "spacing"  # key: the group; item: the like item that is too near
    ORDER = "order"  # item: what it must follow or precede
    FORM = "form"  # on site or not at all: it is never online


@dataclass(frozen=True, order=True)
class Cause:
    """One thing that stands against a day; what `key`, `item`, `period` and `rule` mean is said at its code."""

    code: Code
    key: int | None = None
    item: int | None = None
    period: int | None = None
    rule: str = ""


Closed = tuple[Cause, Days]


@dataclass(frozen=True)
class Statics:
    """The rules of a year that look at one item alone."""

    year: Year
    calendar: Calendar

    def causes(self, item: Item, mode: Mode) -> Iterator[Closed]:
        """Every cause with the starts that it closes, in the order of `Code`."""
        calendar, own = self.calendar, self.own(item)
        if mode is not item.mode and not (mode is Mode.ONLINE and item.online_ok):
            yield Cause(Code.FORM), calendar.all
        window = calendar.dated(*item.window) & calendar.between(0, calendar.length - item.days)
        yield Cause(Code.WINDOW), calendar.all & ~window
        if mode is Mode.ON_SITE:
            for limit in self._limits(item):
                yield from self._limit(item, limit, own)
        for code, spans, avoids in (
            (Code.VACATION, self.year.vacations, item.avoid_vacations),
            (Code.EXAM, self.year.exams, item.avoid_exams),
        ):
            for span in spans if avoids else ():
                yield Cause(code, span[0]), touching(calendar.dated(*span), item.days)
        for kind, days in calendar.kinds.items():
            if kind not in item.day_kinds:
                yield Cause(Code.DAY_KIND, int(kind)), touching(days, item.days)
        yield Cause(Code.WEEKDAY), calendar.all & ~sum(calendar.weekdays[day] for day in item.weekdays)
        yield Cause(Code.NOTICE), self._before(calendar.now + self.year.notice) & ~own

    def open(self, item: Item, mode: Mode) -> Days:
        """The days on which it may start in that form as far as the rules for it alone go."""
        if mode is not item.mode and not (mode is Mode.ONLINE and item.online_ok):
            return 0
        closed = 0
        for _cause, days in self.causes(item, mode):
            closed |= days
        return self.calendar.all & ~closed

    def own(self, item: Item) -> Days:
        """The day on which it stands, as a set; empty where it has none in this year."""
        return 0 if item.day is None else self.calendar.dated(item.day, item.day)

    def _limits(self, item: Item) -> Iterator[Limit]:
        kind = (item.paths, item.place)
        known = self._limits_of.get(kind)
        if known is None:
            known = self._limits_of[kind] = [limit for limit in self.year.limits if _meant(limit, item)]
        yield from known

    @cached_property
    def _limits_of(self) -> dict[tuple[tuple[str, ...], str], list[Limit]]:
        return {}

    def _limit(self, item: Item, limit: Limit, own: Days) -> Iterator[Closed]:
        force = touching(self.calendar.dated(limit.first, limit.last), item.days)
        if not force:
            return
        if limit.online_only:
            yield Cause(Code.LIMIT, limit.key, rule="online_only"), force
        if limit.ban_over is not None and item.people > limit.ban_over:
            yield Cause(Code.LIMIT, limit.key, rule="ban_over"), force
        if item.reach > limit.farthest:
            yield Cause(Code.LIMIT, limit.key, rule="farthest"), force
        if limit.no_indoor and item.indoor:
            yield Cause(Code.LIMIT, limit.key, rule="no_indoor"), force
        wait = max((days for heads, days in limit.plan_days if item.people > heads), default=0)
        if wait:
            yield Cause(Code.LIMIT, limit.key, rule="plan_days"), force & self._before(self.calendar.now + wait)
        if limit.notice_days:
            told = own if item.announced else 0
            late = self._before(self.calendar.now + limit.notice_days)
            yield Cause(Code.LIMIT, limit.key, rule="notice_days"), force & late & ~told

    def _before(self, day: int) -> Days:
        return self.calendar.between(0, day - 1)


def _meant(limit: Limit, item: Item) -> bool:
    """Whether a limit looks at an item at all: one of its units below one of the paths, its place among the places."""
    below = "" in limit.paths or any(path.startswith(prefix) for path in item.paths for prefix in limit.paths)
    return below and (not limit.places or any(place in item.place for place in limit.places))
