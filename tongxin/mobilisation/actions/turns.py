"""No more signing up, signing up again, over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_call
from tongxin.mobilisation.models import Call
from tongxin.org.actor import Actor
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE

State = Call.State


@transaction.atomic
def close_call(*, actor: Actor, now: datetime, call: Call) -> Call:
    """Nobody signs up any more; who has a shift keeps it and may leave it. Refuses: `access.…`, `call.not_possible`."""
    return _turn(actor, now, call, "close_call", (State.OPEN,), State.CLOSED)


@transaction.atomic
def reopen_call(*, actor: Actor, now: datetime, call: Call) -> Call:
    """Signing up goes on, of an ended call too. Refuses: `access.…`, `call.not_possible`."""
    return _turn(actor, now, call, "reopen_call", (State.CLOSED, State.ENDED), State.OPEN)


@transaction.atomic
def end_call(*, actor: Actor, now: datetime, call: Call) -> Call:
    """The call is over. Refuses: `access.…`, `call.not_possible`, `call.still_coming` where somebody has a shift to come."""
    held = held_call(actor, call)
    coming = Place.objects.filter(pool__shift__duty__call=held, pool__shift__starts_at__gt=now, state__in=LIVE)
    if coming.exists():
        raise Refused("call.still_coming", _("还有没到时间的班次，已经有人报了。过了那一班再结束，或者先把人移出。"))
    return _turn(actor, now, held, "end_call", (State.OPEN, State.CLOSED), State.ENDED)


def _turn(actor: Actor, now: datetime, call: Call, act: str, from_: Collection[str], to: str) -> Call:
    held = held_call(actor, call)
    if held.state not in from_:
        facts = {"title": held.title, "state": held.get_state_display()}
        raise Refused("call.not_possible", _("“%(title)s”现在是“%(state)s”，什么都没有改。") % facts)
    before, held.state = held.state, to
    held.save(update_fields=["state"])
    record(
        actor=actor, now=now, act=f"mobilisation.{act}", thing=held, unit=held.unit, before={"state": before}, after={"state": to}
    )  # fmt: skip
    return held
