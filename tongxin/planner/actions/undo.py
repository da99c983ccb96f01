"""Take an accepted proposal back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.audit import actions as audit
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner.actions.placing import state_of, take_back
from tongxin.planner.models import Proposal, ProposedMove

TAKEN = (Proposal.State.ACCEPTED, Proposal.State.PARTLY)


@dataclass(frozen=True)
class Undone:
    """The lines that are as they were before, and those left because somebody changed them since."""

    done: tuple[ProposedMove, ...]
    left: tuple[ProposedMove, ...]


@transaction.atomic
def undo(*, actor: Actor, now: datetime, proposal: Proposal) -> Undone:
    """Put every activity of the accepted lines back as it stood before: day, form, state; its lists go on as before.
    What is no longer as the proposal left it stays, and is named.

    Refuses: `access.…`, `proposal.not_accepted`.
    """
    held = lock(Proposal.objects.filter(pk=proposal.pk)).select_related("unit").get()
    require_right(actor, PLAN_CHANGE, held.unit)
    moves = list(held.moves.filter(decision=ProposedMove.Decision.ACCEPTED).select_related("activity__unit"))
    if held.state not in TAKEN or not moves:
        raise Refused("proposal.not_accepted", _("这个方案没有采纳过，没有什么要撤回。"))
    left = tuple(move for move in moves if not _take_back(actor, now, move))
    done = tuple(move for move in moves if move not in left)
    held.state = Proposal.State.UNDONE
    held.save(update_fields=["state"])
    after = {"lines": len(done), "left": len(left)}
    audit.record(actor=actor, now=now, act="planner.undo", thing=held, unit=held.unit, after=after)
    return Undone(done, left)


def _take_back(actor: Actor, now: datetime, move: ProposedMove) -> bool:
    """Whether the activity is as it was again; not where it was changed since, or its own rules forbid it by now."""
    done = False
    activity = Activity.objects.select_related("unit", "category").get(pk=move.activity_id)
    if state_of(activity) == move.stands:
        try:
            with transaction.atomic():
                take_back(actor=actor, now=now, activity=activity, before=move.stood)
            done = True
        except Refused as refusal:
            if refusal.status != 422:
                raise
    move.decision = ProposedMove.Decision.UNDONE if done else ProposedMove.Decision.LEFT
    move.decided_at, move.decided_by = now, actor.label
    move.save(update_fields=["decision", "decided_at", "decided_by"])
    return done
