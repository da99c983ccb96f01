"""The meetings of an activity: a weekly class, batches of an outing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.hooks import uses
from tongxin.signups.models import Slot
from tongxin.signups.rules.repeating import weekly


@transaction.atomic
def add_session(
    *,
    actor: Actor,
    now: datetime,
    activity: Activity,
    starts_at: datetime,
    ends_at: datetime | None = None,
    title: str = "",
    place: str = "",
) -> Slot:
    """A meeting nobody signs up for by itself: who has a place in the activity comes. Refuses: `access.…`, `slot.backwards`."""
    held = locked(activity)
    require_run(actor, held)
    _require_forward(starts_at, ends_at)
    slot = Slot.objects.create(
        activity=held, kind=Slot.Kind.SESSION, title=title.strip(), starts_at=starts_at, ends_at=ends_at, place=place.strip(),
        order=held.slots.count(),
    )  # fmt: skip
    record(actor=actor, now=now, act="signups.add_session", thing=held, unit=held.unit, after=_told(slot))
    return slot


@transaction.atomic
def add_weekly(
    *,
    actor: Actor,
    now: datetime,
    activity: Activity,
    first: date,
    at: time,
    until: time | None = None,
    times: int,
    every: int = 1,
    place: str = "",
    but: Collection[date] = (),
) -> list[Slot]:
    """The meetings of a weekly class, passing over the days in `but`. Refuses: `access.…`, `slot.times`, `slot.backwards`."""
    if not 1 <= times <= 60:
        raise Refused("slot.times", _("一次可以加1到60场。"), field="times")
    held = locked(activity)
    require_run(actor, held)
    slots: list[Slot] = []
    for day in weekly(first, times, every, but):
        starts_at = timezone.make_aware(datetime.combine(day, at))
        ends_at = timezone.make_aware(datetime.combine(day, until)) if until else None
        _require_forward(starts_at, ends_at)
        slots.append(
            Slot(
                activity=held, kind=Slot.Kind.SESSION, starts_at=starts_at, ends_at=ends_at, place=place.strip(),
                order=held.slots.count() + len(slots),
            )
        )  # fmt: skip
    Slot.objects.bulk_create(slots)
    after = {"sessions": len(slots), "first": slots[0].starts_at, "last": slots[-1].starts_at}
    record(actor=actor, now=now, act="signups.add_weekly", thing=held, unit=held.unit, after=after)
    return slots


@transaction.atomic
def change_slot(*, actor: Actor, now: datetime, slot: Slot, **fields: Any) -> Slot:
    """Another time, place or name for a part. Refuses: `access.…`, `slot.backwards`."""
    held = locked(slot.activity)
    require_run(actor, held)
    before = {name: getattr(slot, name) for name in fields if getattr(slot, name) != fields[name]}
    for name in before:
        setattr(slot, name, fields[name])
    _require_forward(slot.starts_at, slot.ends_at)
    if before:
        slot.save(update_fields=list(before))
        after = {name: getattr(slot, name) for name in before}
        record(actor=actor, now=now, act="signups.change_slot", thing=held, unit=held.unit, before=before, after=after)
    return slot


@transaction.atomic
def drop_slot(*, actor: Actor, now: datetime, slot: Slot) -> None:
    """Take a part away. Refuses: `access.…`, `slot.in_use` once anybody signed up for it or came to it."""
    held = locked(slot.activity)
    require_run(actor, held)
    if (slot.pool is not None and slot.pool.last_number) or any(use.holds(slot) for use in uses):
        raise Refused("slot.in_use", _("已经有人报了名或来过，不能删。可以改时间。"))
    record(actor=actor, now=now, act="signups.drop_slot", thing=held, unit=held.unit, before=_told(slot))
    pool = slot.pool
    slot.delete()
    if pool is not None:
        pool.delete()


def _require_forward(starts_at: datetime | None, ends_at: datetime | None) -> None:
    if ends_at and (starts_at is None or ends_at < starts_at):
        raise Refused("slot.backwards", _("结束时间在开始之前，改其中一个。"), field="ends_at")


def _told(slot: Slot) -> dict[str, Any]:
    return {"slot": slot.pk, "title": slot.title, "starts_at": slot.starts_at, "place": slot.place}
