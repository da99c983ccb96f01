"""The plainest exact planner: every allowed day of every item in one model, aim after aim. No components, no prices, nothing left out.

Its days are those that the checker accepts for an item alone; everything between items is written pair by pair.
"""

from __future__ import annotations

from ortools.sat.python import cp_model

from tongxin.planner.problem import Aim, DayKind, Mode, Placing
from tongxin.planner.tests.solving import checker


def best(year):
    """(aims at their lexicographic least, placings)."""
    model = cp_model.CpModel()
    choice = {item.key: _spots(year, model, item) for item in year.items}
    items = {item.key: item for item in year.items}
    _capacities(year, model, items, choice)
    _pairs(year, model, items, choice)
    totals = _totals(year, model, items, choice)
    values = {}
    for aim in year.order:
        model.minimize(totals[aim])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        assert solver.solve(model) == cp_model.OPTIMAL
        values[aim] = round(solver.objective_value)
        model.add(totals[aim] <= values[aim])
    chosen = {
        key: next(spot for spot, lit in spots.items() if solver.boolean_value(lit)) for key, spots in choice.items()
    }
    return values, tuple(Placing(key, *(chosen[key] or (None, items[key].mode))) for key in sorted(chosen))


def _spots(year, model, item):
    if item.fixed:
        spots = [None if item.day is None else (item.day, item.mode)]
    else:
        days = [(day, mode) for day in range(year.first, year.last + 1) for mode in Mode]
        spots = [None, *(spot for spot in days if not checker._alone(year, item, Placing(item.key, *spot)))]
    lits = {spot: model.new_bool_var("") for spot in spots}
    model.add_exactly_one(lits.values())
    return lits


def _capacities(year, model, items, choice):
    used: dict[tuple, list] = {}
    fixed: dict[tuple, int] = {}
    for key, item in items.items():
        for spot, lit in choice[key].items():
            if spot:
                taken = checker._taken(year, {key: item}, {key: Placing(key, *spot)}, lambda _item: True)
                for what, amount in taken.items():
                    if item.fixed:
                        fixed[what] = fixed.get(what, 0) + amount
                    else:
                        used.setdefault(what, []).append(amount * lit)
    for what, terms in used.items():
        room = checker._room(year, what)
        if room != float("inf"):
            model.add(sum(terms) <= max(room - fixed.get(what, 0), 0))


def _pairs(year, model, items, choice):
    for group, apart in year.spacing.items():
        like = [key for key, item in items.items() if item.like == group]
        for one in like:
            for other in like:
                if one < other and not (items[one].fixed and items[other].fixed):
                    _exclude(model, choice, one, other, lambda a, b, apart=apart: abs(a - b) < apart)
    for order in year.orders:
        first, second = items[order.earlier], items[order.later]
        if first.fixed and second.fixed:
            continue
        if not second.fixed and None in choice[order.earlier]:
            model.add_implication(choice[order.earlier][None], choice[order.later][None])
        after = first.days - 1 + order.lag
        _exclude(model, choice, order.earlier, order.later, lambda a, b, after=after: b < a + after)


def _exclude(model, choice, one, other, clash):
    for spot, lit in choice[one].items():
        for second, literal in choice[other].items():
            if spot and second and clash(spot[0], second[0]):
                model.add_bool_or(~lit, ~literal)


def _totals(year, model, items, choice):
    totals = dict.fromkeys(Aim, 0)
    for key, item in items.items():
        for spot, lit in choice[key].items():
            counted = checker.aims(
                year.__class__(**{**vars(year), "items": (item,)}), [Placing(key, *(spot or (None, item.mode)))]
            )
            for aim in Aim:
                if aim is not Aim.LEVEL:
                    totals[aim] += counted[aim] * lit
            if spot and not item.fixed and item.day is not None:
                totals[Aim.LEVEL] += abs(spot[0] - item.day) * lit
    totals[Aim.LEVEL] += year.levels.factor * _load(year, model, items, choice)
    return totals


def _load(year, model, items, choice):
    levels, months = year.levels, checker._month(year, year.last) + 1
    target = levels.month_target if levels.month_target is not None else -(-len(items) // months)
    worked: dict[tuple, object] = {}
    held, late, placed = [0] * months, 0, 0
    for key, item in items.items():
        for spot, lit in choice[key].items():
            if spot and year.first <= spot[0] <= year.last:
                month = checker._month(year, spot[0])
                held[month] += lit
                placed += lit
                late += lit if month >= 6 else 0
                for day in range(spot[0], min(spot[0] + item.days, year.last + 1)):
                    if item.officer is not None and year.kinds[day - year.first] == DayKind.WORKDAY:
                        what = item.officer, checker._month(year, day)
                        worked[what] = worked.get(what, 0) + lit
    excess = [_above(model, days, levels.free_days) for days in worked.values()]
    excess += [_above(model, count, target) for count in held]
    half, peak = model.new_int_var(0, len(items), ""), model.new_int_var(0, len(items), "")
    share = levels.second_half
    model.add(half * share.denominator >= late * share.denominator - share.numerator * placed)
    for count in held:
        model.add(peak >= count)
    return sum(excess) + half + peak


def _above(model, total, free):
    over = model.new_int_var(0, 10_000, "")
    model.add(over >= total - free)
    return over
