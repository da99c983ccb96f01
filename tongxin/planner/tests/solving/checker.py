"""Whether a plan keeps every hard rule: derived anew from the words in `solving/__init__.py`, day by day, with nothing of the solver's code.

Slow and plain on purpose. Also counts the aims anew.
"""

from __future__ import annotations

import math
from collections import Counter
from datetime import date

from tongxin.planner.problem import Aim, DayKind, Mode


def faults(year, placings):
    """Every broken rule as (number of the rule, keys); empty: a good plan."""
    placed = {placing.key: placing for placing in placings}
    items = {item.key: item for item in year.items}
    if sorted(placed) != sorted(items):
        return [(0, "not each item once")]
    found = []
    for item in items.values():
        found += [(rule, item.key) for rule in _alone(year, item, placed[item.key])]
    return found + _between(year, items, placed)


def _alone(year, item, placing):
    if item.fixed:
        return [] if (placing.day, placing.mode) == (item.day, item.mode) else [1]
    if placing.day is None:
        return []
    start, covered, broken = placing.day, range(placing.day, placing.day + item.days), []
    if placing.mode != item.mode and not (placing.mode == Mode.ONLINE and item.online_ok):
        broken.append(2)
    if not (item.window[0] <= start <= item.window[1] and year.first <= start and covered[-1] <= year.last):
        return [*broken, 3]
    if date.fromordinal(start).weekday() not in item.weekdays:
        broken.append(4)
    for day in covered:
        in_exam = item.avoid_exams and any(first <= day <= last for first, last in year.exams)
        in_vacation = item.avoid_vacations and any(first <= day <= last for first, last in year.vacations)
        if year.kinds[day - year.first] not in item.day_kinds or in_exam or in_vacation:
            broken.append(4)
    if start != item.day and start < year.now + year.notice:
        broken.append(5)
    if placing.mode == Mode.ON_SITE and any(_limited(year, limit, item, start, covered) for limit in year.limits):
        broken.append(6)
    return broken


def _limited(year, limit, item, start, covered):
    last = year.last if limit.last is None else limit.last
    if not any(limit.first <= day <= last for day in covered):
        return False
    if "" not in limit.paths and not any(path.startswith(prefix) for path in item.paths for prefix in limit.paths):
        return False
    if limit.places and not any(place in item.place for place in limit.places):
        return False
    return (
        limit.online_only
        or (limit.ban_over is not None and item.people > limit.ban_over)
        or item.reach > limit.farthest
        or (limit.no_indoor and item.indoor)
        or any(item.people > heads and start - year.now < days for heads, days in limit.plan_days)
        or (start - year.now < limit.notice_days and not (item.announced and start == item.day))
    )


def _between(year, items, placed):
    free, found = _taken(year, items, placed, lambda item: not item.fixed), []
    fixed = _taken(year, items, placed, lambda item: item.fixed)
    for what, used in free.items():
        room = max(_room(year, what) - fixed[what], 0)
        if used > room:
            found.append((what[0], what))
    for group, apart in year.spacing.items():
        like = sorted(
            (placed[k].day, items[k].fixed) for k in items if items[k].like == group and placed[k].day is not None
        )
        for index, (day, is_fixed) in enumerate(like):
            if any(other - day < apart and not (is_fixed and fixed_too) for other, fixed_too in like[index + 1 :]):
                found.append((11, group))
    for order in year.orders:
        if order.earlier in items and order.later in items:
            found += _out_of_order(order, items, placed)
    return found


def _out_of_order(order, items, placed):
    earlier, later = placed[order.earlier], placed[order.later]
    if later.day is None or (items[order.earlier].fixed and items[order.later].fixed):
        return []
    if earlier.day is None:
        return [] if items[order.later].fixed else [(12, order)]
    ends = earlier.day + items[order.earlier].days - 1
    return [] if later.day >= ends + order.lag else [(12, order)]


def _room(year, what):
    rule, who, *when = what
    if rule == 9:
        return year.officers.get(who, math.inf)
    if rule == 10:
        return year.budgets.get((who, when[0]), math.inf)
    return 1


def _taken(year, items, placed, meant):
    """How much is taken of each unit, venue (day, part), officer's month and payer's quarter by the items that are meant."""
    taken: Counter[tuple] = Counter()
    for item in items.values():
        placing = placed[item.key]
        if placing.day is None or not meant(item) or not year.first <= placing.day <= year.last:
            continue
        for day in range(placing.day, min(placing.day + item.days, year.last + 1)):
            for part in item.parts:
                for unit in set(item.units):
                    taken[7, unit, day, part] += 1
                if item.venue is not None and placing.mode == Mode.ON_SITE:
                    taken[8, item.venue, day, part] += 1
            if item.officer is not None and year.kinds[day - year.first] == DayKind.WORKDAY:
                taken[9, item.officer, _month(year, day)] += 1
        if item.payer is not None:
            cost = item.cost if placing.mode == Mode.ON_SITE else item.cost_online
            if cost:
                taken[10, item.payer, _month(year, placing.day) // 3] += cost
    return taken


def _month(year, day):
    begin, then = date.fromordinal(year.first), date.fromordinal(day)
    return (then.year - begin.year) * 12 + then.month - begin.month


def aims(year, placings):
    """The five aims, counted anew."""
    placed = {placing.key: placing for placing in placings}
    found = Counter(dict.fromkeys(Aim, 0))
    for item in year.items:
        placing = placed[item.key]
        if item.fixed:
            continue
        lost = placing.day is None
        moved = not lost and item.day is not None and placing.day != item.day
        other = not lost and placing.mode != item.mode
        found[Aim.KEPT] += lost
        found[Aim.ANNOUNCED] += item.announced and (lost or moved or other)
        found[Aim.MOVES] += moved
        found[Aim.ON_SITE] += other
        found[Aim.LEVEL] += abs(placing.day - item.day) if moved else 0
    found[Aim.LEVEL] += year.levels.factor * _load(year, placed)
    return dict(found)


def officers_excess(year, placings):
    """Working days of officers above the free days of their months, all months together."""
    worked = _worked(year, {placing.key: placing for placing in placings})
    return sum(max(days - year.levels.free_days, 0) for days in worked.values())


def _worked(year, placed):
    worked: Counter[tuple] = Counter()
    for item in year.items:
        day = placed[item.key].day
        if item.officer is not None and day is not None and year.first <= day <= year.last:
            for covered in range(day, min(day + item.days, year.last + 1)):
                worked[item.officer, _month(year, covered)] += year.kinds[covered - year.first] == DayKind.WORKDAY
    return worked


def _load(year, placed):
    levels, last_month = year.levels, _month(year, year.last)
    days = [placed[item.key].day for item in year.items]
    days = [day for day in days if day is not None and year.first <= day <= year.last]
    months = Counter(_month(year, day) for day in days)
    late = sum(count for month, count in months.items() if month >= 6)
    target = levels.month_target if levels.month_target is not None else math.ceil(len(year.items) / (last_month + 1))
    over = sum(max(count - levels.free_days, 0) for count in _worked(year, placed).values())
    above = sum(max(count - target, 0) for count in months.values())
    half = max(math.ceil(late - levels.second_half * len(days)), 0)
    return over + above + half + max(months.values(), default=0)
