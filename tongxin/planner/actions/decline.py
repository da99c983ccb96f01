"""Leave lines of a proposal as they are today."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.planner.actions.accept import open_proposal
from tongxin.planner.models import Proposal, ProposedMove


@transaction.atomic
def decline(*, actor: Actor, now: datetime, proposal: Proposal, lines: Collection[int]) -> int:
    """Put down that these lines are not wanted; how many. Nothing changes in the year.

    Refuses: `access.…`, `proposal.what_if`, `proposal.closed`, `proposal.nothing_chosen`.
    """
    held = open_proposal(actor, proposal)
    rows = held.moves.filter(decision=ProposedMove.Decision.OPEN, pk__in=lines)
    count = rows.update(decision=ProposedMove.Decision.DECLINED, decided_at=now, decided_by=actor.label)
    if not count:
        raise Refused("proposal.nothing_chosen", _("一项都没勾。勾上不改的，再点。"))
    audit.record(actor=actor, now=now, act="planner.decline", thing=held, unit=held.unit, after={"lines": count})
    return count
