"""Why an activity does not stay as it is, as a line keeps it: causes with the names of what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tongxin.planner.problem import Item, Mode, Placing, Plan
from tongxin.planner.queries.gather import Gathered, Names

if TYPE_CHECKING:
    from tongxin.planner.solving.causes import Cause

PLAIN: Final = ("window", "day_kind", "weekday")
NEARER, WHYS, MOST_SET = 3, 3, 6


class Explainer:
    """A plan's year with everything standing where the plan puts it; asked for one item after the other."""

    def __init__(self, found: Gathered, plan: Plan) -> None:
        from tongxin.planner.solving.board import Board, Ground

        self.names, self.year = found.names, found.year
        self.ground = Ground(found.year)
        self.board = Board(self.ground)
        for one in plan.placings:
            if one.day is not None:
                self.board.put(self.ground.place_of[one.key], one.day - self.year.first, one.mode)

    def reasons(self, item: Item, placing: Placing) -> dict[str, Any]:
        """What stood against the old day, how many days fell to what, what stood against nearer days; of what has no place
        also the smallest set in its way that was found, and what would help."""
        place = self.ground.place_of[item.key]
        spot = self.board.spot[place]
        if spot is not None:
            self.board.lift(place)
        try:
            told = {
                "dayless": item.day is None,
                "why": self._why(item),
                **self._counted(item),
                **self._nearer(item, placing),
            }
            if placing.day is None:
                told |= {"set": self._in_the_way(item), "helps": list(self._helps(item))}
            return told
        finally:
            if spot is not None:
                self.board.put(place, *spot)

    def _closed(self, item: Item, mode: Mode) -> Iterator[tuple[Cause, int]]:
        """Every cause with the starts that it closes: the rules for the item alone, then what others take."""
        place, days = self.ground.place_of[item.key], self.ground.calendar.all
        yield from self.ground.statics.causes(item, mode)
        yield from self.board.closed(place, mode, days)

    def _window(self, item: Item) -> int:
        """The days that come into question: of its window, from today on."""
        calendar = self.ground.calendar
        return calendar.dated(*item.window) & calendar.between(max(calendar.now, 0), calendar.length - item.days)

    def _why(self, item: Item) -> list[dict[str, Any]]:
        found = [self._told(cause) for cause, days in self._closed(item, item.mode) if days & self._own(item)]
        return _once(found)[:WHYS]

    def _counted(self, item: Item) -> dict[str, Any]:
        """Of the days in question, how many fell to which cause; a day of several counts under the first."""
        rest = window = self._window(item)
        counts: list[list[Any]] = []
        for cause, days in self._closed(item, item.mode):
            hit = days & rest
            if hit:
                counts.append([self._told(cause), hit.bit_count()])
                rest &= ~hit
        return {"days": window.bit_count(), "closed": counts}

    def _nearer(self, item: Item, placing: Placing) -> dict[str, Any]:
        """Days nearer to the old one than the new day, that would suit but for something that the old day does not have against
        it, the nearest first; how many fall to just what the old day falls to; and how many are free but would bunch the work."""
        from tongxin.planner.solving.board import days_by_distance

        if item.day is None or placing.day is None or placing.day == item.day:
            return {"nearer": [], "same": 0, "free": 0}
        closed = list(self._closed(item, item.mode))
        plain = 0
        for cause, days in closed:
            plain |= days if cause.code in PLAIN else 0
        own, old = (
            item.day - self.year.first,
            _once([self._told(one) for one, days in closed if days & self._own(item)]),
        )
        found: list[dict[str, Any]] = []
        same = free = 0
        for day in days_by_distance(self._window(item) & ~plain, own):
            if abs(day - own) >= abs(placing.day - item.day):
                break
            causes = _once([self._told(cause) for cause, days in closed if days >> day & 1])
            if day == own:
                continue
            if not causes:
                free += 1
            elif all(cause in old for cause in causes):
                same += 1
            elif len(found) < NEARER:
                found.append({"day": date.fromordinal(day + self.year.first).isoformat(), "causes": causes})
        return {"nearer": found, "same": same, "free": free}

    def _own(self, item: Item) -> int:
        return self.ground.statics.own(item)

    def _in_the_way(self, item: Item) -> list[dict[str, Any]]:
        """Causes that together close every day, each time the one that closes most of those left."""
        left, closed = self._window(item), list(self._closed(item, item.mode))
        chosen: list[dict[str, Any]] = []
        while left and len(chosen) < MOST_SET:
            cause, days = max(closed, key=lambda pair: (pair[1] & left).bit_count())
            if not days & left:
                break
            chosen.append(self._told(cause))
            left &= ~days
        return _once([one for one in chosen if one["code"] != "window"])

    def _helps(self, item: Item) -> Iterator[dict[str, Any]]:
        """What would give it a day: another form, fewer people, something lifted, somebody else."""
        if item.mode is Mode.ON_SITE and self._opens(replace(item, online_ok=True), Mode.ONLINE):
            yield {"kind": "online"}
        bans = {limit.ban_over for limit in self.year.limits if limit.ban_over and limit.ban_over < item.people}
        if heads := next(
            (heads for heads in sorted(bans, reverse=True) if self._opens(replace(item, people=heads))), None
        ):
            yield {"kind": "fewer", "people": heads}
        limits = {cause.key: cause for cause, days in self._closed(item, item.mode) if cause.code == "limit" and days}
        for key, limit in limits.items():
            if self._opens(item, without=lambda cause, key=key: cause.code == "limit" and cause.key == key):
                yield {"kind": "lift", "causes": [self._told(limit)]}
                break
        for kind in ("unit", "venue", "officer"):
            if self._opens(item, without=lambda cause, kind=kind: cause.code == kind):
                yield {"kind": kind}
        wide = replace(item, window=(self.year.first, self.year.last), weekdays=frozenset(range(7)))
        if self._opens(wide):
            yield {"kind": "window"}

    def _opens(self, item: Item, mode: Mode | None = None, without: Callable[[Cause], bool] | None = None) -> bool:
        left = self._window(item)
        for cause, days in self._closed(item, item.mode if mode is None else mode):
            if without is None or not without(cause):
                left &= ~days
        return bool(left)

    def _told(self, cause: Cause) -> dict[str, Any]:
        return told_of(self.names, cause)


def told_of(names: Names, cause: Any) -> dict[str, Any]:
    """A cause with the names of what it is about."""
    return {
        "code": str(cause.code), "name": _name(names, str(cause.code), cause.key), "other": names.activities.get(cause.item, ""),
        "period": cause.period, "rule": cause.rule, **({"kind": cause.key} if cause.code == "day_kind" else {}),
    }  # fmt: skip


def _name(names: Names, code: str, key: int | None) -> str:
    if key is None:
        return ""
    known = {
        "limit": names.limits, "vacation": names.spans, "exam": names.spans, "unit": names.units, "venue": names.venues,
        "officer": names.officers, "budget": names.units, "spacing": names.groups,
    }.get(code, {})  # fmt: skip
    return known.get(key, "")


def _once(causes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each cause once, in their order."""
    return [one for place, one in enumerate(causes) if one not in causes[:place]]
