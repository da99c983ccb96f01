"""Activities for tests: made by the act, or quickly as rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.cast import NOW, Cast
from tongxin.activities import actions
from tongxin.activities.models import Activity, Category, Organiser
from tongxin.org.models import Unit

DAY = date(2020, 10, 25)


def category(code: str = "jie") -> Category:
    """A category of the default catalogue."""
    return Category.objects.get(code=code)


def add(cast: Cast, title: str = "重阳节登高", *, by: str = "office", unit: str = "union", **more: Any) -> Activity:
    """An activity added by the office: planned for 2020-10-25, published where `published` says so."""
    published = more.pop("published", False)
    values = {"year": 2020, "category": category(), "planned_on": DAY, **more}
    activity = actions.add_activity(actor=cast.actor(by), now=NOW, unit=cast.units[unit], title=title, **values)
    return actions.publish(actor=cast.actor(by), now=NOW, activity=activity) if published else activity


def row(
    unit: Unit, title: str = "读书月", *, organisers: tuple[tuple[Unit, str, bool], ...] = (), **more: Any
) -> Activity:
    """An activity as a bare row, without acts and audit entries."""
    values = {"year": 2020, "category": category("wen"), **more}
    activity = Activity.objects.create(unit=unit, title=title, **values)
    Organiser.objects.bulk_create(
        Organiser(activity=activity, unit=each, role=role, counts=counts) for each, role, counts in organisers
    )
    return activity
