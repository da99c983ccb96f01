"""The exact plan: first answer, the additive aims before LEVEL, LEVEL over the whole year, the aims after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from tongxin.planner.problem import Aim, Plan, Year
from tongxin.planner.solving.additive import Additive, Part, sum_of
from tongxin.planner.solving.aims import Values, measured, placings, reached
from tongxin.planner.solving.board import Board, Ground, Spot
from tongxin.planner.solving.choosable import choosable
from tongxin.planner.solving.fates import Asking, Fates
from tongxin.planner.solving.greedy import Greedy, lost_for_good, standing, stood
from tongxin.planner.solving.level import Level
from tongxin.planner.solving.limits import Purse
from tongxin.planner.solving.rows import Rows
from tongxin.planner.solving.worth import Worth

VERSION = "1"


def greedy(year: Year) -> Plan:
    """The first usable answer, without the solver; only what no plan can keep is proven."""
    ground = Ground(year)
    return _unproven(ground, Greedy(ground).settled(standing(ground)))


def stand(year: Year) -> Plan:
    """No replanning: what is hit is lost, and what follows it."""
    ground = Ground(year)
    return _unproven(ground, stood(ground))


def solve(year: Year, *, seconds: float, told: Callable[[Plan], None] | None = None) -> Plan:
    """The best plan, aim after aim in the office's order, with what is proven of each.

    `seconds` are turned into deterministic work, so the same year gives the same plan on any machine of the same version; only where
    the clock shows twice as much a fuse ends it, and the plan says so (`cut`). `told` gets the first usable answer at once.
    """
    ground = Ground(year)
    first = Greedy(ground).settled(standing(ground))
    if told is not None:
        told(_unproven(ground, first))
    import_module("ortools.sat.python.cp_model")  # seconds where it is cold: not on the fuse
    purse = Purse(seconds)
    before, after = _split(year.order)
    worth = Worth(ground, before)
    additive = Additive(ground, worth, Rows(ground, Board(ground, ground.fixed)), first, purse)
    parts = additive.run()
    bounds = _bounds(ground, worth, parts)
    bounds.update(dict.fromkeys((Aim.LEVEL, *after), 0))
    if purse.empty:
        return _plan(ground, additive.spots, bounds, purse)
    level = Level(ground, choosable(ground, worth, parts, _fates(additive, parts)), additive.spots, purse)
    bounds.update(level.run(after))
    return _plan(ground, level.spots, bounds, purse)


def _fates(additive: Additive, parts: Sequence[Part]) -> Fates:
    """What can become of the items of parts that had to spoil something, where all is closed."""
    if not all(part.closed for part in parts):
        return {}
    asking, found = Asking(additive.worth, additive.rows, additive.purse), {}
    for part in parts:
        least = sum_of([additive.worth.least[place] for place in part.places], len(part.value))
        if part.value > least:
            found.update(asking.possible(part, additive.offered, additive.spots))
    return found


def _split(order: Sequence[Aim]) -> tuple[tuple[Aim, ...], tuple[Aim, ...]]:
    """The aims before LEVEL, and those after it."""
    at = order.index(Aim.LEVEL)
    return tuple(order[:at]), tuple(order[at + 1 :])


def _bounds(ground: Ground, worth: Worth, parts: Sequence[Part]) -> Values:
    """Bounds of the aims before LEVEL: the parts, and what has no choice at all."""
    closed = {place for part in parts for place in part.places}
    others = [place for place in ground.free if place not in closed]
    total = sum_of([part.bounds for part in parts] + [worth.least[place] for place in others], len(worth.aims))
    return dict(zip(worth.aims, total, strict=True))


def _unproven(ground: Ground, spots: list[Spot | None]) -> Plan:
    """A plan of which only is proven that nobody could keep what has no day at all."""
    bounds = dict.fromkeys(Aim, 0)
    if ground.year.order[0] is Aim.KEPT:
        bounds[Aim.KEPT] = len(lost_for_good(ground))
    return _plan(ground, spots, bounds, Purse(0))


def _plan(ground: Ground, spots: list[Spot | None], bounds: Values, purse: Purse) -> Plan:
    aims = reached(ground, measured(ground, spots), bounds)
    cut = purse.cut if any(aim.gap for aim in aims) else ""
    return Plan(placings(ground, spots), aims, lost_for_good(ground), round(purse.spent, 6), cut, _version())


def _version() -> str:
    from importlib.metadata import version

    return f"{VERSION}; or-tools {version('ortools')}"
