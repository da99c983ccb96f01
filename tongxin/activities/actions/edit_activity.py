"""Correct what an activity is: words, place, category; its day only while nobody counts on it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.activities.actions.add_activity import require_sound
from tongxin.activities.actions.turning import turn
from tongxin.activities.hooks import day_is_promised
from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor

DAYS: Final = ("planned_on", "planned_words", "starts_on", "ends_on")
EDITABLE: Final = (
    "title",
    "category",
    "group",
    "mode",
    "starts_at",
    "place",
    "indoor",
    "reach",
    "about",
    "expected",
    *DAYS,
)


def edit_activity(*, actor: Actor, now: datetime, activity: Activity, **fields: Any) -> Activity:
    """Change any of `EDITABLE`; a field that is not given stays.

    While the day is promised to nobody (`hooks.day_is_promised`) it may be corrected here, and `planned_on` follows unless it was moved;
    afterwards only an activity without a day may be given one, and all else is `move` or `postpone`, with a reason.
    A change of form after publishing is `go_online`, with a reason, too.
    Refuses: `access.…`, `activity.not_possible`, `activity.no_title`, `activity.backwards`, `category.retired`,
    `activity.move_instead`, `activity.go_online_instead`.
    """
    if unknown := set(fields) - set(EDITABLE):
        raise TypeError(f"an activity has no such fields to edit: {', '.join(sorted(unknown))}")
    with turn("edit", actor=actor, now=now, activity=activity) as held:
        _require_open(held, fields)
        if held.planned_on == held.starts_on and not day_is_promised(held):
            fields = {"planned_on": fields.get("starts_on", held.starts_on), **fields}
        old_category = held.category_id
        for name, value in fields.items():
            setattr(held, name, value.strip() if isinstance(value, str) else value)
        if held.ends_on == held.starts_on:
            held.ends_on = None
        _require_sound(held, old_category)
    return held


def _require_sound(held: Activity, old_category: int) -> None:
    """As for a new activity; a category retired meanwhile may stay where it was."""
    kept = held.category_id == old_category
    category = held.category
    if kept and not category.in_use:
        category = type(category)(in_use=True)
    require_sound(held.title, category, held.starts_on, held.ends_on)


def _require_open(held: Activity, fields: dict[str, Any]) -> None:
    """Refuses what others count on already."""
    if not day_is_promised(held):
        return
    moved = [name for name in DAYS if name in fields and fields[name] != getattr(held, name)]
    if moved and not (held.starts_on is None and set(moved) <= {"starts_on", "ends_on"}):
        raise Refused("activity.move_instead", _("日期已经定下，要改就用“改期”或“延期”，写上原因。"), field=moved[0])
    if held.published_at and fields.get("mode", held.mode) != held.mode:
        raise Refused("activity.go_online_instead", _("形式已经发布，要改就用“改线上”，写上原因。"), field="mode")
