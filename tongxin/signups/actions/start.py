"""Start an activity in under a minute: after last year's, from a starter, from the plan, or blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.activities import actions as activities
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity, Category
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.signups.actions.copying import copy_slots
from tongxin.signups.actions.offer import offer
from tongxin.signups.rules.defaults import closing


@dataclass(frozen=True)
class Essentials:
    """What is typed: title, when, where, who may come (no units: the whole union), how many;
    in a room or not and how far."""

    title: str
    day: date
    at: time | None = None
    place: str = ""
    open_to: Sequence[Unit] = ()
    capacity: int | None = None
    sign_up: bool = True
    indoor: bool = True
    reach: str = Activity.Reach.HERE


@transaction.atomic
def start(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    essentials: Essentials,
    category: Category | None = None,
    about: str = "",
    source: Activity | None = None,
    planned: Activity | None = None,
    publish: bool = True,
) -> Activity:
    """An activity with its sign-up, published at once unless told otherwise: everything not typed is taken from `source`
    (last year's), from the `planned` one that it is, or is a sensible default.

    Refuses: what `activities.add_activity`, `copy_activity`, `edit_activity`, `move`, `publish` and `offer` refuse,
    `start.no_category`.
    """
    made = _made(actor, now, unit, essentials, category, about, source, planned)
    if essentials.sign_up:
        copied = (
            copy_slots(actor=actor, now=now, source=source, activity=made, essentials=essentials) if source else False
        )
        if not copied:
            offer(
                actor=actor, now=now, activity=made, open_to=essentials.open_to, capacity=essentials.capacity,
                closes_at=closing(essentials.day, timezone.get_current_timezone(), now),
                withdraw_until=closing(essentials.day, timezone.get_current_timezone(), now),
            )  # fmt: skip
    return activities.publish(actor=actor, now=now, activity=made) if publish else made


def _made(
    actor: Actor,
    now: datetime,
    unit: Unit,
    typed: Essentials,
    category: Category | None,
    about: str,
    source: Activity | None,
    planned: Activity | None,
) -> Activity:
    if planned is not None:
        return _as_planned(actor, now, planned, typed)
    if source is not None:
        copy = activities.copy_activity(
            actor=actor, now=now, activity=source, unit=unit, year=typed.day.year, title=typed.title, planned_on=typed.day,
            place=typed.place, expected=typed.capacity,
        )  # fmt: skip
        typed_otherwise = {
            name: value
            for name, value in (("starts_at", typed.at), ("indoor", typed.indoor), ("reach", typed.reach))
            if value != getattr(copy, name)
        }
        return _edited(actor, now, copy, **typed_otherwise) if typed_otherwise else copy
    if category is None:
        raise Refused("start.no_category", _("选一个类别。"), field="category")
    return activities.add_activity(
        actor=actor, now=now, unit=unit, year=typed.day.year, title=typed.title, category=category, planned_on=typed.day,
        starts_at=typed.at, place=typed.place, indoor=typed.indoor, reach=typed.reach, about=about, expected=typed.capacity,
    )  # fmt: skip


def _as_planned(actor: Actor, now: datetime, planned: Activity, typed: Essentials) -> Activity:
    """The planned activity itself, with what was typed; its day stays as it is known unless it has none."""
    held = locked(planned)
    if held.starts_on is None:
        held = activities.move(actor=actor, now=now, activity=held, to=typed.day)
    return _edited(
        actor, now, held, title=typed.title, starts_at=typed.at, place=typed.place, indoor=typed.indoor, reach=typed.reach
    )  # fmt: skip


def _edited(actor: Actor, now: datetime, activity: Activity, **changes: object) -> Activity:
    return activities.edit_activity(actor=actor, now=now, activity=activity, **changes)
