"""What a line of the plan would change of an activity that is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tongxin.activities.models import Activity, Organiser
from tongxin.org.models import Unit
from tongxin.plan.imports.lines import Part

DAYS = ("planned_on", "planned_words", "starts_on", "ends_on")
COLUMN_OF = {"planned_on": "when", "planned_words": "when", "starts_on": "when", "ends_on": "when"}


def differing(activity: Activity, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that differ. The day that counts is the one first planned: a moved activity is not moved back."""
    given = dict(fields)
    if activity.starts_on != activity.planned_on:
        given.pop("starts_on", None)
        given.pop("ends_on", None)
    return {name: value for name, value in given.items() if getattr(activity, name) != value}


def other_organisers(activity: Activity, parts: Sequence[Part]) -> bool:
    """Whether the parts differ from the activity's organisers."""
    held = [(organiser.unit_id, str(organiser.role)) for organiser in activity.organisers.all()]
    wanted = [(unit.pk if isinstance(unit, Unit) else None, role) for unit, role in parts]
    return bool(parts) and held != wanted


def before_of(activity: Activity, changed: dict[str, Any], organisers: str | None) -> dict[str, str]:
    """The old values, by column; `organisers` is the column to show them in, where they change."""
    before = {COLUMN_OF.get(name, name): _shown(activity, name) for name in changed}
    if organisers:
        named = (f"{one.unit.called}（{Organiser.Role(one.role).label}）" for one in activity.organisers.all())
        before[organisers] = "、".join(named) or "—"
    return before


def _shown(activity: Activity, name: str) -> str:
    if name in DAYS:
        return activity.planned_words or (activity.planned_on.isoformat() if activity.planned_on else "—")
    if name == "mode":
        return activity.get_mode_display()
    return str(getattr(activity, name) or "—")
