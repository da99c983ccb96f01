"""Prices of what is shared, and with them a proven bound on LEVEL and what each option costs above it.

A linear program over all options gives a price to each tie and load. Whatever the prices are, the sum over items of the cheapest
option, its share of the ties paid for, less the rooms at their prices, is never more than the least LEVEL (Lagrangian bound). So the
linear program may be as rough as it likes: prices are rounded to whole 2^-32 parts and the bound is computed in whole numbers.
An option that costs more above the bound than the plan at hand does cannot be in a better plan: it is out of the question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tongxin.planner.solving.board import Spot
from tongxin.planner.solving.limits import Purse
from tongxin.planner.solving.loads import Kind, Load
from tongxin.planner.solving.ties import Offers, Tie

SCALE: Final = 1 << 32
NEAREST: Final = 6  # options of an item in the first linear program
ROUNDS: Final = 40


@dataclass(frozen=True)
class Priced:
    """A bound on the whole (in `SCALE` parts) and for each option what it costs above it."""

    bound: int
    above: dict[tuple[int, Spot], int]


class Pricing:
    """The linear program over the options of items that can still choose."""

    def __init__(
        self,
        offers: Offers,
        ties: Sequence[Tie],
        loads: Sequence[Load],
        costs: Mapping[tuple[int, Spot], int],
        factor: int,
    ) -> None:
        self.factor = factor
        self.columns = [(place, option) for place, options in offers.items() for option in options]
        number = {column: index for index, column in enumerate(self.columns)}
        self.cost = np.array([costs[column] for column in self.columns], dtype=np.int64)
        self.first = np.cumsum([0, *(len(options) for options in offers.values())])[:-1]
        self.count = np.array([len(options) for options in offers.values()])
        self.ties, self.loads = ties, loads
        rows = [tie.terms for tie in ties] + [load.terms for load in loads]
        self.row = np.repeat(np.arange(len(rows)), [len(terms) for terms in rows])
        self.col = np.fromiter(
            (number[place, option] for terms in rows for place, option, _amount in terms), np.int64, len(self.row)
        )
        self.amount = np.fromiter(
            (amount for terms in rows for _place, _option, amount in terms), np.int64, len(self.row)
        )
        self.room = np.array([tie.room for tie in ties] + [-load.begun for load in loads], dtype=np.int64)

    def priced(self, begin: Mapping[int, Spot], purse: Purse) -> Priced:
        """The best prices found: columns come into the program as long as one would lower it."""
        inside = self._begin(begin)
        best = self._bound(np.zeros(len(self.room), dtype=np.int64))
        for _round in range(ROUNDS):
            prices = self._solved(inside, purse)
            if prices is None:
                break
            bound, above, cheaper = self._bound(prices)
            if bound > best[0]:
                best = bound, above, cheaper
            new = cheaper & ~inside
            if not new.any() or purse.empty:
                break
            inside |= new
        return Priced(best[0], dict(zip(self.columns, best[1].tolist(), strict=True)))

    def _begin(self, begin: Mapping[int, Spot]) -> Any:
        inside = np.zeros(len(self.columns), dtype=bool)
        for first, count in zip(self.first.tolist(), self.count.tolist(), strict=True):
            cheap = np.argsort(self.cost[first : first + count], kind="stable")[:NEAREST]
            inside[first + cheap] = True
        for index, (place, option) in enumerate(self.columns):
            inside[index] |= begin.get(place) == option or option[0] < 0
        return inside

    def _bound(self, prices: Any) -> tuple[int, Any, Any]:
        """(bound, above it for each column, which columns are cheaper than the linear program's own of their item)."""
        full = self.cost * SCALE
        np.add.at(full, self.col, prices[self.row] * self.amount)
        least = np.minimum.reduceat(full, self.first)
        above = full - np.repeat(least, self.count)
        bound = int(least.sum()) - int((prices * self.room).sum())
        owed = np.repeat(self._dual, self.count) if self._dual is not None else np.repeat(least, self.count)
        return bound, above, full < owed - SCALE // 1000

    _dual: Any = None

    def _solved(self, inside: Any, purse: Purse) -> Any | None:
        """Prices of the linear program over the columns inside, rounded and kept within what loads may cost."""
        from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]

        solver = pywraplp.Solver.CreateSolver("GLOP")
        infinity = solver.infinity()
        goal = solver.Objective()
        chosen = np.flatnonzero(inside)
        variables: dict[int, Any] = {}
        for column in chosen.tolist():
            variables[column] = variable = solver.NumVar(0, infinity, "")
            goal.SetCoefficient(variable, float(self.cost[column]))
        picks = self._picks(solver, variables)
        rows = self._rows(solver, variables, goal, inside)
        goal.SetMinimization()
        if solver.Solve() != pywraplp.Solver.OPTIMAL:
            return None
        purse.pay(1e-6 * solver.iterations() + 4e-6 * len(chosen))
        self._dual = np.array([round(pick.dual_value() * SCALE) for pick in picks], dtype=np.int64)
        prices = np.zeros(len(self.room), dtype=np.int64)
        for index, row in rows.items():
            prices[index] = max(round(-row.dual_value() * SCALE), 0)
        return self._allowed(prices)

    def _picks(self, solver: Any, variables: dict[int, Any]) -> list[Any]:
        picks = []
        for first, count in zip(self.first.tolist(), self.count.tolist(), strict=True):
            pick = solver.Constraint(1, 1)
            for column in range(first, first + count):
                if column in variables:
                    pick.SetCoefficient(variables[column], 1)
            picks.append(pick)
        return picks

    def _rows(self, solver: Any, variables: dict[int, Any], goal: Any, inside: Any) -> dict[int, Any]:
        infinity = solver.infinity()
        rows: dict[int, Any] = {}
        used = np.flatnonzero(inside[self.col])
        cells = zip(self.row[used].tolist(), self.col[used].tolist(), self.amount[used].tolist(), strict=True)
        for number, column, amount in cells:
            row = rows.get(number)
            if row is None:
                row = rows[number] = solver.Constraint(-infinity, float(self.room[number]))
            row.SetCoefficient(variables[column], amount)
        peak = None
        for number, load in enumerate(self.loads, len(self.ties)):
            row = rows.get(number)
            if row is None:
                row = rows[number] = solver.Constraint(-infinity, float(self.room[number]))
            if load.kind is Kind.PEAK and peak is not None:
                excess = peak
            else:
                excess = solver.NumVar(0, infinity, "")
                goal.SetCoefficient(excess, self.factor)
                peak = excess if load.kind is Kind.PEAK else peak
            row.SetCoefficient(excess, -load.step)
        return rows

    def _allowed(self, prices: Any) -> Any:
        """A load's price is at most the factor (by its step); all peak months together pay it once."""
        whole = self.factor * SCALE
        peaks = [number for number, load in enumerate(self.loads, len(self.ties)) if load.kind is Kind.PEAK]
        for number, load in enumerate(self.loads, len(self.ties)):
            prices[number] = min(int(prices[number]), whole // load.step)
        paid = int(prices[peaks].sum()) if peaks else 0
        if paid > whole:
            prices[peaks] = [int(prices[peak]) * whole // paid for peak in peaks]
        return prices
