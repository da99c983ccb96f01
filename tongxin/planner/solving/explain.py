"""Why an item stands where the plan puts it: codes and keys, no sentences. All look-ups beside the rest of the plan; no solver.

The others are taken as the plan has them. Days are ordinals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tongxin.planner.problem import Aim, Item, Mode, Plan, Year
from tongxin.planner.solving.aims import counts, distance, fate, load, spots
from tongxin.planner.solving.board import Board, Ground, Spot, days_by_distance
from tongxin.planner.solving.calendar import Days, each
from tongxin.planner.solving.causes import Cause, Closed, Code
from tongxin.planner.solving.covering import smallest_cover

NEARER = 5  # days told one by one
NATURE = frozenset({Code.WINDOW, Code.DAY_KIND, Code.WEEKDAY, Code.FORM})  # what makes a day not one of its days at all


class Lever(StrEnum):
    """What would help an item that has no place."""

    ONLINE = "online"  # if it could be online
    FEWER = "fewer"  # with `value` people at most
    NOTICE = "notice"  # had it been told earlier, or with its plan filed
    VENUE = "venue"  # in another room than `value`
    UNIT = "unit"  # with units that are free
    OFFICER = "officer"  # with another officer than `value`
    BUDGET = "budget"  # with money of another quarter or payer than `value`
    LIMIT = "limit"  # without the limit `value`
    ORDER = "order"  # without waiting for the item `value`
    SPACING = "spacing"  # nearer to like items


@dataclass(frozen=True)
class Counted:
    """So many days of the window fall to this cause first; cause None: so many are open."""

    cause: Cause | None
    days: int


@dataclass(frozen=True)
class Nearer:
    """A day nearer to its own than what it got: what stands against it, or where nothing does, what each aim would lose or gain."""

    day: int
    mode: Mode
    causes: tuple[Cause, ...]
    price: tuple[tuple[Aim, int], ...] = ()


@dataclass(frozen=True)
class Help:
    """What would open so many days, the first of them."""

    lever: Lever
    value: int | None
    days: int
    first: int


@dataclass(frozen=True)
class Explanation:
    """Why: `excluded` stood against its own day in its own form (empty: it gave way, or had no day).

    `on_site` and `online` count the days of its window by the first cause; each sums to `window` (`online` is empty where it may not).
    `nearer` are the nearest days that it did not get, one for each set of causes. Of what has no place: `closing` is a smallest set of causes that closes all its days,
    `helps` what would open some, the most days first.
    """

    key: int
    window: int
    excluded: tuple[Cause, ...]
    on_site: tuple[Counted, ...]
    online: tuple[Counted, ...]
    nearer: tuple[Nearer, ...]
    closing: tuple[Cause, ...] = ()
    helps: tuple[Help, ...] = ()


class Explainer:
    """One plan of one year, ready for many questions."""

    def __init__(self, year: Year, plan: Plan) -> None:
        self.ground = Ground(year)
        self.board = Board(self.ground, spots(self.ground, plan.placings))
        self._load: int | None = None

    def of(self, key: int) -> Explanation:
        """The explanation of one item."""
        place = self.ground.place_of[key]
        item, spot = self.ground.items[place], self.board.spot[place]
        window = self.ground.calendar.dated(*item.window)
        closed = {mode: self._closed(place, item, mode) for mode in self._modes(item)}
        return Explanation(
            key,
            window.bit_count(),
            self._excluded(place, closed[item.mode]),
            self._counted(closed.get(Mode.ON_SITE), window),
            self._counted(closed.get(Mode.ONLINE), window),
            tuple(self._nearer(place, closed, window)),
            () if spot else self._closing(closed, window),
            () if spot else tuple(self._helps(place, closed, window)),
        )

    @staticmethod
    def _modes(item: Item) -> tuple[Mode, ...]:
        return (item.mode, Mode.ONLINE) if item.online_ok and item.mode is Mode.ON_SITE else (item.mode,)

    def _closed(self, place: int, item: Item, mode: Mode) -> list[Closed]:
        """All that closes days for it, in the order in which days of several causes are counted."""
        static = list(self.ground.statics.causes(item, mode))
        others = [*self.board.closed(place, mode, self.ground.calendar.all), *self._unled(place)]
        order = list(Code)
        return sorted((one for one in [*static, *others] if one[1]), key=lambda one: order.index(one[0].code))

    def _unled(self, place: int) -> Iterable[Closed]:
        for before, _apart in self.ground.earlier[place]:
            if self.board.spot[before] is None:
                yield Cause(Code.ORDER, item=self.ground.items[before].key), self.ground.calendar.all

    def _excluded(self, place: int, closed: Sequence[Closed]) -> tuple[Cause, ...]:
        own = self.ground.statics.own(self.ground.items[place])
        return _distinct(cause for cause, days in closed if days & own)

    @staticmethod
    def _counted(closed: Sequence[Closed] | None, window: Days) -> tuple[Counted, ...]:
        if closed is None:
            return ()
        left, found = window, dict[Cause, int]()
        for cause, days in closed:
            if left & days:
                found[cause] = found.get(cause, 0) + (left & days).bit_count()
                left &= ~days
        open_days = [Counted(None, left.bit_count())] if left else []
        return (*(Counted(cause, days) for cause, days in found.items()), *open_days)

    def _nearer(self, place: int, closed: dict[Mode, list[Closed]], window: Days) -> Iterable[Nearer]:
        """The nearest days of its kind that it did not get, in the form that it got (or its own): one for each set of causes."""
        own, spot = self.ground.own[place], self.board.spot[place]
        mode = spot[1] if spot else self.ground.items[place].mode
        if own is None or (spot and spot[0] == own):
            return
        days = window & ~_of(closed[mode], NATURE)
        seen: set[tuple[Cause, ...]] = set()
        for day in days_by_distance(days & ~self.ground.statics.own(self.ground.items[place]), own):
            if len(seen) == NEARER or (spot and abs(day - own) >= abs(spot[0] - own)):
                return
            causes = _distinct(cause for cause, shut in closed[mode] if shut >> day & 1)
            if causes not in seen:
                seen.add(causes)
                price = () if causes else self._price(place, (day, mode))
                yield Nearer(day + self.ground.year.first, mode, causes, price)

    def _price(self, place: int, other: Spot) -> tuple[tuple[Aim, int], ...]:
        """What the aims would change if it stood there instead and all others stayed."""
        ground, item, own = self.ground, self.ground.items[place], self.ground.own[place]
        spot = self.board.spot[place]
        if self._load is None:
            self._load = load(ground, self.board.spot)
        changed = list(self.board.spot)
        changed[place] = other
        found = {
            aim: counts(item, fate(item, own, other), aim) - counts(item, fate(item, own, spot), aim) for aim in Aim
        }
        more = ground.year.levels.factor * (load(ground, changed) - self._load)
        found[Aim.LEVEL] = distance(own, other) - distance(own, spot) + more
        return tuple((aim, found[aim]) for aim in ground.year.order if found[aim])

    def _closing(self, closed: dict[Mode, list[Closed]], window: Days) -> tuple[Cause, ...]:
        """A smallest set of names that closes each of its days in each form it may have."""
        length = self.ground.calendar.length
        universe, masks = 0, dict[Cause, int]()
        for mode, causes in closed.items():
            days = window & ~_of(causes, NATURE)
            universe |= days << length * mode
            for cause, shut in causes:
                name = _named(cause)
                if cause.code not in NATURE and shut & days:
                    masks[name] = masks.get(name, 0) | (shut & days) << length * mode
        if not universe:
            first = next(iter(closed.values()))
            return _distinct(cause for cause, shut in first if cause.code in NATURE and shut & window)
        return smallest_cover(universe, masks)

    def _helps(self, place: int, closed: dict[Mode, list[Closed]], window: Days) -> Iterable[Help]:
        found = [*self._lifted(closed, window), *self._changed(place, window)]
        yield from sorted(found, key=lambda one: (-one.days, one.lever, one.value or 0))

    def _lifted(self, closed: dict[Mode, list[Closed]], window: Days) -> Iterable[Help]:
        levers = sorted(
            {lever for causes in closed.values() for cause, _days in causes if (lever := _lever(cause))}, key=str
        )
        for lever in levers:
            days = 0
            for causes in closed.values():
                days |= window & ~_any(shut for cause, shut in causes if _lever(cause) != lever)
            yield from self._help(*lever, days)

    def _changed(self, place: int, window: Days) -> Iterable[Help]:
        item = self.ground.items[place]
        if not item.online_ok and item.mode is Mode.ON_SITE:
            yield from self._help(
                Lever.ONLINE, None, self._days(place, replace(item, online_ok=True), Mode.ONLINE, window)
            )
        for people in sorted(self._thresholds(item), reverse=True):
            days = self._days(place, replace(item, people=people), Mode.ON_SITE, window)
            if days:
                yield from self._help(Lever.FEWER, people, days)
                return

    def _days(self, place: int, changed: Item, mode: Mode, window: Days) -> Days:
        return window & ~_any(days for _cause, days in self._closed(place, changed, mode))

    def _thresholds(self, item: Item) -> set[int]:
        limits = self.ground.year.limits
        bans = {limit.ban_over for limit in limits if limit.ban_over is not None}
        return {
            heads
            for heads in bans | {heads for limit in limits for heads, _days in limit.plan_days}
            if heads < item.people
        }

    def _help(self, lever: Lever, value: int | None, days: Days) -> Iterable[Help]:
        if days:
            yield Help(lever, value, days.bit_count(), next(each(days)) + self.ground.year.first)


def explain(year: Year, plan: Plan, key: int) -> Explanation:
    """Why an item stands where the plan puts it. For many items of one plan make one `Explainer`."""
    return Explainer(year, plan).of(key)


def _lever(cause: Cause) -> tuple[Lever, int | None] | None:
    """What one would have to lift."""
    if cause.code is Code.LIMIT and cause.rule in ("plan_days", "notice_days"):
        return Lever.NOTICE, None
    match cause.code:
        case Code.NOTICE:
            return Lever.NOTICE, None
        case Code.LIMIT | Code.VENUE | Code.OFFICER | Code.BUDGET:
            return Lever(cause.code.value), cause.key
        case Code.UNIT | Code.SPACING:
            return Lever(cause.code.value), None
        case Code.ORDER:
            return Lever.ORDER, cause.item
    return None


def _named(cause: Cause) -> Cause:
    """The name of what closes a day, whoever takes it and in which month."""
    keeps_item = cause.code is Code.ORDER
    return replace(cause, item=cause.item if keeps_item else None, period=None, rule="")


def _of(closed: Sequence[Closed], codes: frozenset[Code]) -> Days:
    return _any(days for cause, days in closed if cause.code in codes)


def _any(masks: Iterable[Days]) -> Days:
    found = 0
    for mask in masks:
        found |= mask
    return found


def _distinct(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    return tuple(dict.fromkeys(causes))
