"""Throw a proposal away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner.models import Proposal

DROPPABLE = (Proposal.State.OPEN, Proposal.State.WANTED, Proposal.State.FAILED)


@transaction.atomic
def drop(*, actor: Actor, now: datetime, proposal: Proposal) -> Proposal:
    """The proposal is no longer offered; it stays to be read. Refuses: `access.…`, `proposal.taken` (undo it first)."""
    held = lock(Proposal.objects.filter(pk=proposal.pk)).select_related("unit").get()
    require_right(actor, PLAN_CHANGE, held.unit)
    if held.state not in DROPPABLE:
        raise Refused("proposal.taken", _("这个方案已经采纳或处理过，不能不要了。要恢复原样，用“撤回”。"))
    before = held.state
    held.state = Proposal.State.DROPPED
    held.save(update_fields=["state"])
    audit.record(
        actor=actor, now=now, act="planner.drop", thing=held, unit=held.unit, before={"state": before}, after={"state": held.state}
    )  # fmt: skip
    return held
