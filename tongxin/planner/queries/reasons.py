"""The solver's explanation as a line keeps it: codes with the names of what they mean."""

from __future__ import annotations

from datetime import date
from typing import Any

from tongxin.planner import engine
from tongxin.planner.problem import Item, Placing, Plan
from tongxin.planner.queries.gather import Gathered, Names


def reasons_of(found: Gathered, plan: Plan, item: Item, placing: Placing) -> dict[str, Any]:
    """What is kept of why an item does not stay as it is."""
    return kept(found.names, item, engine.explain(found.year, plan, item.key))


def kept(names: Names, item: Item, told: Any) -> dict[str, Any]:
    """An explanation as plain data."""
    if told is None:
        return {"dayless": item.day is None}
    raise NotImplementedError


def cause(names: Names, one: Any) -> dict[str, Any]:
    """One cause, with the name of what it is about."""
    return {
        "code": str(one.code), "name": _name(names, str(one.code), one.key), "other": names.activities.get(one.item, ""),
        "period": one.period, "rule": one.rule,
    }  # fmt: skip


def _name(names: Names, code: str, key: int | None) -> str:
    if key is None:
        return ""
    known = {
        "limit": names.limits, "vacation": names.spans, "exam": names.spans, "unit": names.units, "venue": names.venues,
        "officer": names.officers, "budget": names.units, "spacing": names.groups,
    }.get(code, {})  # fmt: skip
    return known.get(key, "")


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
