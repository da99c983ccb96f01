"""Take over last year's sign-up: its parts, terms and questions, moved to the new day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from tongxin.activities.models import Activity
from tongxin.org.actor import Actor
from tongxin.places.models import Pool
from tongxin.signups.actions.ask import Wanted, set_questions
from tongxin.signups.actions.offer import offer
from tongxin.signups.actions.slots import add_session
from tongxin.signups.models import Slot
from tongxin.signups.rules.defaults import shifted

if TYPE_CHECKING:
    from tongxin.signups.actions.start import Essentials

TERMS: Final = (
    "way", "waiting", "waiting_max", "confirm_hours", "companions_each", "companions_capacity", "who", "sex", "service_years",
    "series", "once_years",
)  # fmt: skip
MOMENTS: Final = ("opens_at", "closes_at", "withdraw_until")


def copy_slots(*, actor: Actor, now: datetime, source: Activity, activity: Activity, essentials: Essentials) -> bool:
    """Copy the parts of `source` to `activity`; False where it had none. What was typed stands above last year's terms.

    An instrument of `start`; refuses what `offer` refuses.
    """
    slots = list(source.slots.select_related("pool"))
    if not any(slot.pool for slot in slots):
        return False
    by = essentials.day - (source.day or essentials.day)
    for slot in slots:
        if slot.pool is None:
            _meeting(actor, now, slot, activity, by)
        else:
            _offer(actor, now, slot, slot.pool, activity, by, essentials)
    _questions(actor, now, source, activity)
    return True


def _offer(
    actor: Actor, now: datetime, slot: Slot, pool: Pool, activity: Activity, by: timedelta, typed: Essentials
) -> None:
    terms: dict[str, Any] = {name: getattr(pool, name) for name in TERMS}
    terms |= {name: shifted(getattr(pool, name), by, now) for name in MOMENTS}
    whole = slot.kind == Slot.Kind.WHOLE
    capacity = typed.capacity if whole and typed.capacity is not None else pool.capacity
    if slot.team_max == 1:
        terms["group_max"] = pool.group_max
    if terms["way"] == Pool.Way.DRAW and (terms["closes_at"] is None or capacity is None):
        terms["way"] = Pool.Way.FIRST_COME
    offer(
        actor=actor, now=now, activity=activity, kind=slot.kind, title=slot.title, starts_at=_moved(slot.starts_at, by),
        ends_at=_moved(slot.ends_at, by), place=slot.place, open_to=typed.open_to or pool.open_to.all(), capacity=capacity,
        team_min=slot.team_min, team_max=slot.team_max, per_unit=slot.per_unit, measure=slot.measure, **terms,
    )  # fmt: skip


def _meeting(actor: Actor, now: datetime, slot: Slot, activity: Activity, by: timedelta) -> None:
    if slot.starts_at is not None:
        add_session(
            actor=actor, now=now, activity=activity, starts_at=slot.starts_at + by, ends_at=_moved(slot.ends_at, by),
            title=slot.title, place=slot.place,
        )  # fmt: skip


def _questions(actor: Actor, now: datetime, source: Activity, activity: Activity) -> None:
    asked = [Wanted(each.text, each.kind, tuple(each.choices), each.required) for each in source.questions.all()]
    if asked:
        set_questions(actor=actor, now=now, activity=activity, questions=asked)


def _moved(moment: datetime | None, by: timedelta) -> datetime | None:
    return moment + by if moment else None
