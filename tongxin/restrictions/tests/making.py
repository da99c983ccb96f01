"""Restrictions for tests: declared by the act, or written quickly as terms."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.cast import NOW, Cast
from tongxin.restrictions import actions
from tongxin.restrictions.models import Restriction
from tongxin.restrictions.rules.limits import Event, Limits

FIRST = date(2020, 10, 1)
FIFTY = ((50, "plan"),)


def terms(**more: Any) -> actions.Terms:
    """More than 50 heads need a plan, from 1 October until further notice."""
    values = {"title": "聚集管控", "starts_on": FIRST, "steps": FIFTY, "source_number": "防控〔2020〕12号", **more}
    return actions.Terms(**values)


def declare(
    cast: Cast, *, by: str = "office", unit: str = "union", contingency: bool = False, **more: Any
) -> Restriction:
    """A restriction declared by the office for the union."""
    return actions.declare(
        actor=cast.actor(by), now=NOW, unit=cast.units[unit], terms=terms(**more), contingency=contingency
    )


def event(**more: Any) -> Event:
    """Eighty people in a room on 25 October 2020, in unit 1.2."""
    values: dict[str, Any] = {
        "starts_on": date(2020, 10, 25), "ends_on": date(2020, 10, 25), "online": False, "people": 80, "indoor": True,
        "reach": "here", "place": "大礼堂", "paths": ("1.2.",),
    }  # fmt: skip
    return Event(**{**values, **more})


def limits(**more: Any) -> Limits:
    """A restriction of unit 1 that limits nothing yet."""
    values: dict[str, Any] = {"id": 7, "title": "管控", "starts_on": FIRST, "ends_on": None, "paths": ("1.",)}
    return Limits(**{**values, **more})
