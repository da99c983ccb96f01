"""One CP-SAT model: each item takes exactly one of its options, the ties hold, and sums over options are made small or capped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tongxin.planner.solving.board import Spot
from tongxin.planner.solving.limits import Purse
from tongxin.planner.solving.ties import Offers, Tie

BIG: Final = 300  # items from which the search is led by the bound

Option = tuple[int, Spot]
Weights = Mapping[Option, int]
Chosen = dict[int, Spot]


@dataclass(frozen=True)
class Solved:
    """What one solve found: the choice (None: nothing yet), its value, the proven bound (None: nothing proven), all proven or not."""

    chosen: Chosen | None
    value: int
    bound: int | None
    proven: bool


class Model:
    """A model over offers; sums are given as weights of options."""

    def __init__(self, offers: Offers, bound: Iterable[Tie]) -> None:
        from ortools.sat.python import cp_model

        self.sat: Any = cp_model
        self.cp: Any = cp_model.CpModel()
        self.offers = offers
        self.lits: dict[Option, Any] = {}
        for place, options in offers.items():
            mine = [self.cp.new_bool_var("") for _option in options]
            self.lits.update(((place, option), lit) for option, lit in zip(options, mine, strict=True))
            self.cp.add_exactly_one(mine)
        for tie in bound:
            self.tie(tie)

    def tie(self, tie: Tie) -> None:
        """Let a condition hold."""
        known = [
            (self.lits[place, option], amount) for place, option, amount in tie.terms if (place, option) in self.lits
        ]
        lits = [lit for lit, _amount in known]
        if tie.plain:
            self.cp.add_at_most_one(lits)
        elif lits or tie.room < 0:
            self.cp.add(self._sum(lits, [amount for _lit, amount in known]) <= tie.room)

    def _sum(self, lits: Sequence[Any], weights: Sequence[int]) -> Any:
        return self.sat.LinearExpr.weighted_sum(lits, weights)

    def total(self, weights: Weights) -> Any:
        """The sum of the weights of the chosen options."""
        kept = [(self.lits[option], weight) for option, weight in weights.items() if weight and option in self.lits]
        return self._sum([lit for lit, _weight in kept], [weight for _lit, weight in kept])

    def number(self, most: int) -> Any:
        """A whole number from 0 to `most`."""
        return self.cp.new_int_var(0, most, "")

    def cap(self, expression: Any, most: int) -> None:
        """The sum is at most so much from now on."""
        self.cp.add(expression <= most)

    def hint(self, chosen: Mapping[int, Spot]) -> None:
        """Where to begin to look: a choice, as far as it is offered."""
        self.cp.clear_hints()
        for (place, option), lit in self.lits.items():
            if place in chosen:
                self.cp.add_hint(lit, option == chosen[place])

    def least(self, expression: Any, purse: Purse, *, share: float = 1.0, most: float = math.inf) -> Solved:
        """Make a sum as small as it gets with a share of what is left, and `most` units."""
        if purse.empty:
            return Solved(None, 0, None, proven=False)
        self.cp.minimize(expression)
        solver = self._solver(purse, min(purse.left * share, most))
        status = solver.solve(self.cp)
        response = solver.response_proto
        purse.pay(response.deterministic_time + 1e-4)
        sat = self.sat
        if status not in (sat.OPTIMAL, sat.FEASIBLE):
            self._blow(purse, solver, infeasible=status == sat.INFEASIBLE)
            bound = _up(solver.best_objective_bound) if status == sat.UNKNOWN else None
            return Solved(None, 0, bound, proven=status == sat.INFEASIBLE)
        if status == sat.FEASIBLE:
            self._blow(purse, solver, infeasible=False)
        chosen = {place: option for (place, option), lit in self.lits.items() if solver.boolean_value(lit)}
        value, bound = round(solver.objective_value), _up(solver.best_objective_bound)
        return Solved(chosen, value, min(bound, value), proven=status == sat.OPTIMAL)

    def _solver(self, purse: Purse, units: float) -> Any:
        solver = self.sat.CpSolver()
        parameters = solver.parameters
        parameters.num_workers = 1
        parameters.random_seed = 1
        parameters.linearization_level = 2
        parameters.optimize_with_lb_tree_search = len(self.offers) > BIG
        parameters.max_deterministic_time = self._allowed = units
        parameters.max_time_in_seconds = purse.fuse
        return solver

    def _blow(self, purse: Purse, solver: Any, *, infeasible: bool) -> None:
        """Ended by the wall clock before its deterministic limit: the fuse."""
        spent = solver.response_proto.deterministic_time
        if not infeasible and spent < self._allowed * 0.98 and purse.fuse <= 0.05:
            purse.blown = True


def _up(bound: float) -> int:
    """A proven bound on a whole number, as a whole number."""
    return -int(-bound // 1) if abs(bound - round(bound)) > 1e-6 else round(bound)
