"""Publish a call: whom it concerns is told."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_call
from tongxin.mobilisation.models import Call, Shift
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.notices.queries.audience import people_of
from tongxin.org.actor import Actor
from tongxin.org.queries.units import union_of
from tongxin.ui.words import day as day_words
from tongxin.ui.words import listed


@transaction.atomic
def publish_call(*, actor: Actor, now: datetime, call: Call) -> Call:
    """Members see the call and take its shifts. Refuses: `access.…`, `call.published`, `call.no_shift` (all begun or none)."""
    held = held_call(actor, call)
    if held.state != Call.State.DRAFT:
        raise Refused("call.published", _("这次招募已经发布过了。"))
    if not Shift.objects.filter(duty__call=held, starts_at__gt=now).exists():
        raise Refused("call.no_shift", _("没有还没开始的班次，报不了。先加班次再发布。"))
    held.state, held.published_at = Call.State.OPEN, now
    held.save(update_fields=["state", "published_at"])
    people = _tell(actor, now, held)
    record(
        actor=actor, now=now, act="mobilisation.publish_call", thing=held, unit=held.unit,
        before={"state": Call.State.DRAFT}, after={"state": held.state, "people": people},
    )  # fmt: skip
    return held


def _tell(actor: Actor, now: datetime, call: Call) -> int:
    units = list(call.open_to.all())
    people = {person for unit in units or [union_of(call.unit)] for person in people_of(unit, call.who, today(now))}
    with ours():
        facts = {"first": day_words(call.starts_on), "last": day_words(call.ends_on)}
        when = _("%(first)s到%(last)s") % facts
        tell(
            actor=actor, now=now, unit=call.unit, kind=Notice.Kind.INVITATION, key=f"mobilisation:{call.pk}:publish",
            title=_("招募志愿者：%(title)s") % {"title": call.title}, to=people, thing=call,
            body="\n".join(line for line in (when, call.place, call.what) if line),
            url=reverse("mobilisation:call", args=[call.pk]),
            audience=listed([unit.called for unit in units]) or call.unit.called,
        )  # fmt: skip
    return len(people)
