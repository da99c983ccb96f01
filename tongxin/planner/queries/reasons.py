"""Why an activity does not stay as it is, as a line keeps it: the solver's causes with the names of what they mean."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tongxin.planner.problem import Item, Mode, Placing, Plan
from tongxin.planner.queries.gather import Gathered, Names

if TYPE_CHECKING:
    from tongxin.planner.solving import Cause, Explanation, Help, Nearer


class Reasons:
    """The reasons of a plan's lines."""

    def __init__(self, found: Gathered, plan: Plan) -> None:
        from tongxin.planner.solving import Explainer

        self.names, self.explainer = found.names, Explainer(found.year, plan)

    def of(self, item: Item, placing: Placing) -> dict[str, Any]:
        """What stood against the old day, how many days fell to what, what stood against nearer days; of what has no place also
        the smallest set in its way, and what would help."""
        told = self.explainer.of(item.key)
        counted = told.online if item.mode is Mode.ONLINE else told.on_site
        return {
            "dayless": item.day is None,
            "why": [self._told(one) for one in told.excluded],
            "days": told.window,
            "closed": [[self._told(one.cause), one.days] for one in counted if one.cause is not None],
            "nearer": [self._near(one) for one in _other_than_old(told)] if placing.day is not None else [],
            "set": [self._told(one) for one in told.closing],
            "helps": [self._help(one) for one in told.helps],
        }

    def _near(self, one: Nearer) -> dict[str, Any]:
        return {
            "day": _iso(one.day),
            "causes": [self._told(cause) for cause in one.causes],
            "price": [[str(aim), change] for aim, change in one.price],
        }

    def _help(self, one: Help) -> dict[str, Any]:
        lever = str(one.lever)
        name = self.names.activities if lever == "order" else _names_of(self.names, lever)
        return {
            "lever": lever,
            "value": one.value,
            "name": name.get(one.value or 0, ""),
            "days": one.days,
            "first": _iso(one.first),
        }

    def _told(self, cause: Cause) -> dict[str, Any]:
        code = str(cause.code)
        name = _names_of(self.names, code).get(cause.key, "") if cause.key is not None else ""
        other = self.names.activities.get(cause.item, "") if cause.item is not None else ""
        kind = {"kind": cause.key} if code == "day_kind" else {}
        return {"code": code, "name": name, "other": other, "period": cause.period, "rule": cause.rule, **kind}


def _other_than_old(told: Explanation) -> list[Nearer]:
    """Nearer days that fell to something else than the old day did."""
    return [one for one in told.nearer if not one.causes or not set(one.causes) <= set(told.excluded)]


def _names_of(names: Names, code: str) -> dict[int, str]:
    return dict(
        {
            "limit": names.limits, "vacation": names.spans, "exam": names.spans, "unit": names.units, "venue": names.venues,
            "officer": names.officers, "budget": names.units, "spacing": names.groups,
        }.get(code, {})
    )  # fmt: skip


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
