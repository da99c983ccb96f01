"""What kind of day a day is: workday, weekend, day off, adjusted workday."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.utils.translation import gettext as _

from tongxin.core.calendar import holidays

DayKindName = Literal["work", "weekend", "off", "adjusted"]
OverrideKind = Literal["off", "work", "named"]


@dataclass(frozen=True)
class Override:
    """A day entered by hand, which wins over what is computed: off, worked, or only named."""

    day: date
    kind: OverrideKind
    name: str


@dataclass(frozen=True)
class DayKind:
    """A day's kind with the name of what makes it so, in the reader's language (a hand-entered one as it was entered).

    `work` an ordinary workday, `weekend` an ordinary day of rest, `off` a day off for a festival (放假, 休),
    `adjusted` a weekend day that is worked (调休上班, 班). `provisional` where the year's days off are not announced
    yet: then they are weekends and the days that the law itself gives, and adjusted days are not known.
    """

    day: date
    kind: DayKindName
    name: str = ""
    provisional: bool = False

    @property
    def is_workday(self) -> bool:
        """Whether people work."""
        return self.kind in ("work", "adjusted")

    @property
    def mark(self) -> str:
        """What calendars print in a corner: 休, 班 (off, on), or nothing."""
        return {"off": _("休"), "adjusted": _("班")}.get(self.kind, "")


def day_kind(day: date, overrides: Mapping[date, Iterable[Override]] | None = None) -> DayKind:
    """What kind of day it is. `overrides` are hand-entered days by their date; a merely named one changes no kind."""
    for override in (overrides or {}).get(day, ()):
        if override.kind == "off":
            return DayKind(day, "off", override.name)
        if override.kind == "work":
            return DayKind(day, "adjusted" if day.weekday() > 4 else "work", override.name)
    return _announced(day) if holidays.is_announced(day.year) else _computed(day)


def _announced(day: date) -> DayKind:
    if name := holidays.announced_off(day):
        return DayKind(day, "off", _(name))
    if name := holidays.announced_work(day):
        return DayKind(day, "adjusted", _(name))
    return DayKind(day, "weekend" if day.weekday() > 4 else "work")


def _computed(day: date) -> DayKind:
    if name := holidays.lawful_off(day.year).get(day):
        return DayKind(day, "off", _(name), provisional=True)
    return DayKind(day, "weekend" if day.weekday() > 4 else "work", provisional=True)


def workdays_in(start: date, end: date, overrides: Mapping[date, Iterable[Override]] | None = None) -> int:
    """How many workdays lie from `start` to `end`, both included."""
    days = (start + timedelta(days=step) for step in range((end - start).days + 1))
    return sum(day_kind(day, overrides).is_workday for day in days)
