"""What the planner would propose, without keeping anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.org.models import Unit
from tongxin.planner import engine
from tongxin.planner.problem import Plan
from tongxin.planner.queries.found_moves import FoundMove, found_moves
from tongxin.planner.queries.gather import gather
from tongxin.planner.words import sentences


@dataclass(frozen=True)
class Answer:
    """A plan and its lines."""

    plan: Plan
    moves: tuple[FoundMove, ...]

    @property
    def aims(self) -> list[dict[str, Any]]:
        """For each aim its value, the best that is proven possible, and the gap between."""
        return aims_of(self.plan)

    def as_json(self) -> dict[str, Any]:
        """For machines: exact, the sentences in the reader's language."""
        return {
            "aims": self.aims,
            "moves": [_move(one) for one in self.moves],
            "cut": self.plan.cut,
            "seconds": self.plan.spent,
            "version": self.plan.version,
        }


def answer(unit: Unit, year: int, now: datetime, *, seconds: float, as_of: datetime | None = None) -> Answer:
    """The best plan found within so many repeatable seconds; `as_of`: as the plan stood then."""
    found = gather(unit, year, now, as_of=as_of)
    plan = engine.solve(found.year, seconds)
    return Answer(plan, tuple(found_moves(found, plan)))


def aims_of(plan: Plan) -> list[dict[str, Any]]:
    """The aims of a plan as they are kept."""
    return [
        {"name": str(one.aim), "value": one.value, "bound": one.bound, "gap": round(float(one.gap), 6)}
        for one in plan.aims
    ]


def _move(one: FoundMove) -> dict[str, Any]:
    return {
        "id": one.activity_id,
        "activity": one.title,
        "from": one.day_before and one.day_before.isoformat(),
        "to": one.day_after and one.day_after.isoformat(),
        "mode": one.mode_after,
        "reasons": sentences(one.reasons, unplaced=one.day_after is None),
    }
