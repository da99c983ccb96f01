"""What waits: a place to say yes to; a draw to hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.access import activities_to_run
from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.places.models import Place, Pool
from tongxin.ui.words import moment


def ask_member(actor: Actor, now: datetime) -> Sequence[Todo]:
    """A to-do for each place that was offered to the actor. One query."""
    rows = Place.objects.filter(person=actor.person_id, state=Place.State.OFFERED, pool__slot__isnull=False)
    return [_confirm(place) for place in rows.select_related("pool__slot__activity")]


def ask_officer(actor: Actor, now: datetime) -> Sequence[Todo]:
    """A to-do for each draw whose window is over. One query."""
    pools = Pool.objects.filter(
        way=Pool.Way.DRAW, closes_at__lte=now, draw__drawn_at=None, frozen_at=None, last_number__gt=0
    )
    pools = pools.filter(slot__activity__in=activities_to_run(actor))
    return [_draw(pool, now) for pool in pools.select_related("slot__activity__category")]


def _confirm(place: Place) -> Todo:
    activity = place.pool.slot.activity
    return Todo(
        key=f"signups.confirm.{place.pk}", title=_("轮到你了：%(title)s") % {"title": place.pool.label},
        why=_("%(by)s前点一下") % {"by": moment(place.confirm_by)} if place.confirm_by else "",
        due=today(place.confirm_by) if place.confirm_by else None, minutes=1,
        url=reverse("activities:activity", args=[activity.pk]), act=_("我来"),
    )  # fmt: skip


def _draw(pool: Pool, now: datetime) -> Todo:
    slot = pool.slot
    category = slot.activity.category
    return Todo(
        key=f"signups.draw.{pool.pk}", title=_("抽签：%(title)s") % {"title": pool.label},
        why=_("报名截止了，点一下就抽好"), due=today(now), minutes=1, url=reverse("signups:list", args=[slot.activity_id, slot.pk]),
        act=_("去抽签"), seal=category.seal, tone=category.tone,
    )  # fmt: skip


MEMBER: Final = TodoSource("signups.member", ask_member, office=False)
OFFICER: Final = TodoSource("signups.officer", ask_officer)
