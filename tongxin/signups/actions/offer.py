"""Offer an activity for signing up, change the terms, take the offer back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.places import actions as places
from tongxin.places.models import Pool
from tongxin.signups.models import Slot


@transaction.atomic
def offer(
    *,
    actor: Actor,
    now: datetime,
    activity: Activity,
    kind: str = Slot.Kind.WHOLE,
    title: str = "",
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    place: str = "",
    open_to: Iterable[Unit] = (),
    quotas: Mapping[Unit, int] | None = None,
    draw_source: str = "",
    team_min: int = 1,
    team_max: int = 1,
    per_unit: int | None = None,
    measure: str = Slot.Measure.RANK,
    **terms: Any,
) -> Slot:
    """A slot of the activity that people can sign up for, under the terms of `places.open_pool`.

    Refuses: `access.…`, `signup.twice` (the whole is offered already), `signup.ended`, and as `places.open_pool`.
    """
    held = locked(activity)
    require_run(actor, held)
    _require_living(held)
    if kind == Slot.Kind.WHOLE and held.slots.filter(kind=kind, pool__isnull=False).exists():
        raise Refused("signup.twice", _("这项活动已经开了报名，改它的条件就行。"))
    if team_max > 1:
        terms["group_max"] = team_max
    pool = places.open_pool(
        actor=actor, now=now, unit=held.unit, label=label_of(held, title), url=reverse("activities:activity", args=[held.pk]),
        open_to=open_to, quotas=quotas, draw_source=draw_source, happens_on=_day(held, starts_at), **terms,
    )  # fmt: skip
    slot = held.slots.filter(kind=kind, pool=None).first() if kind == Slot.Kind.WHOLE else None
    slot = slot or Slot(activity=held, kind=kind, order=held.slots.count())
    slot.title, slot.starts_at, slot.ends_at, slot.place = title.strip(), starts_at, ends_at, place.strip()
    slot.team_min, slot.team_max, slot.per_unit, slot.measure = team_min, team_max, per_unit, measure
    slot.asks, slot.pool = held.questions.exists(), pool
    slot.save()
    record(
        actor=actor, now=now, act="signups.offer", thing=held, unit=held.unit,
        after={"slot": slot.pk, "title": slot.title, "pool": pool.pk, **terms},
    )  # fmt: skip
    return slot


@transaction.atomic
def change_offer(*, actor: Actor, now: datetime, slot: Slot, **terms: Any) -> Slot:
    """Other terms for a slot; more places let in who waits. Refuses: `access.…`, `signup.not_open`, and as `places.change_pool`."""
    held = locked(slot.activity)
    require_run(actor, held)
    if slot.pool is None:
        raise Refused("signup.not_open", _("这里没有开报名。"))
    places.change_pool(actor=actor, now=now, pool=slot.pool, **terms)
    return slot


@transaction.atomic
def withdraw_offer(*, actor: Actor, now: datetime, slot: Slot) -> None:
    """Nobody needs to sign up after all. Refuses: `access.…`, `signup.taken` once anybody has."""
    held = locked(slot.activity)
    require_run(actor, held)
    pool: Pool | None = slot.pool
    if pool is None:
        return
    if pool.last_number:
        raise Refused("signup.taken", _("已经有人报名，不能撤了。可以取消活动，或者提前截止。"))
    slot.pool = None
    slot.save(update_fields=["pool"])
    record(actor=actor, now=now, act="signups.withdraw_offer", thing=held, unit=held.unit, before={"slot": slot.pk})
    pool.delete()


def label_of(activity: Activity, title: str) -> str:
    """What a pool is called in notices: the activity, and which part of it."""
    return f"{activity.title} {title}".strip()


def _day(activity: Activity, starts_at: datetime | None) -> date | None:
    return today(starts_at) if starts_at else activity.starts_on


def _require_living(activity: Activity) -> None:
    ended = (Activity.State.DONE, Activity.State.CANCELLED, Activity.State.MERGED)
    if activity.state in ended:
        facts = {"title": activity.title, "state": activity.get_state_display()}
        raise Refused("signup.ended", _("“%(title)s”已经是“%(state)s”，不能再开报名。") % facts)
