"""Putting one activity where a line says, and back, through what activities themselves have for it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities import actions as activities
from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import Why, follow, keep_turn, leave_entry, locked, save, turn
from tongxin.activities.actions.turning import state_of as every_field
from tongxin.activities.hooks import Turned
from tongxin.activities.models import Activity, Change
from tongxin.org.actor import Actor
from tongxin.planner.models import ProposedMove

KEPT: Final = ("starts_on", "ends_on", "mode", "state", "year")


def state_of(activity: Activity) -> dict[str, Any]:
    """How the activity stands, as a line keeps it."""
    values = {name: getattr(activity, name) for name in KEPT}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def put(*, actor: Actor, now: datetime, move: ProposedMove, activity: Activity, reason: str, words: str) -> Activity:
    """Put the activity where the line says. Those concerned are told once, by what follows from the one turn it is.

    What has no place is put off without a day. Refuses as the acts of activities do.
    """
    who: dict[str, Any] = {"actor": actor, "now": now, "activity": activity}
    moves = move.day_after != activity.starts_on
    if move.day_after is None:
        return activities.postpone(**who, until=None, reason=reason, words=words, counts_for=activity.year)
    if move.mode_after == activity.mode:
        return activities.move(**who, to=move.day_after, reason=reason, words=words)
    if not moves:
        return activities.go_online(**who, mode=move.mode_after, reason=reason, words=words)
    return _both(actor, now, activity, move, Why(Change.Kind.ONLINE, reason, words))


def _both(actor: Actor, now: datetime, activity: Activity, move: ProposedMove, why: Why) -> Activity:
    """Another day and another form in one turn, so that nobody is told twice."""
    assert move.day_after is not None
    with turn("go_online", actor=actor, now=now, activity=activity, why=why) as held:
        length = held.ends_on - held.starts_on if held.ends_on and held.starts_on else timedelta(0)
        held.mode = move.mode_after
        held.starts_on, held.ends_on = move.day_after, move.day_after + length if length else None
    return held


def take_back(*, actor: Actor, now: datetime, activity: Activity, before: dict[str, Any]) -> Activity:
    """Put the activity back as it stood, in one turn: day, form, state; its lists go on, those concerned are told once.

    A restriction does not stop this: what it touches again shows on its own pages. Refuses: `access.…`, `activity.gone`.
    """
    why = Why(Change.Kind.REINSTATED, Change.Reason.OTHER, _("重排撤回，恢复原来的安排。"))
    with transaction.atomic():
        held = locked(activity)
        require_run(actor, held)
        was = every_field(held)
        held.starts_on, held.ends_on = _day(before["starts_on"]), _day(before["ends_on"])
        held.mode, held.state, held.year = before["mode"], before["state"], before["year"]
        act = "edit" if held.state == was["state"] else "reinstate"
        changed = save(held, was)
        keep_turn(held, was, why, actor, now)
        leave_entry(act, held, was, changed, actor, now, why)
        follow(Turned(act, held, {name: was[name] for name in changed}, why.words, actor, now))
    return held


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
