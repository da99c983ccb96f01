"""Ask the planner for a proposal."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner.models import Proposal

MOST_SECONDS: Final = 120


@transaction.atomic
def propose(
    *, actor: Actor, now: datetime, unit: Unit, year: int, as_of: date | None = None, seconds: int = 5
) -> Proposal:
    """Put down that a proposal is wanted; `compute` makes it, at once or behind the pages. One that is still wanted is not
    asked for twice. `as_of`: a look back, as the approved plan stood on that day.

    Refuses: `access.…`, `proposal.year_over` (nothing can be moved any more), `proposal.not_past` (a look back at what is to come).
    """
    require_right(actor, PLAN_CHANGE, unit)
    if as_of is None and year < today(now).year:
        raise Refused("proposal.year_over", _("这一年已经过完，没有能改的了。可以“回头看”当时能怎么排。"))
    if as_of is not None and (as_of >= today(now) or as_of.year != year):
        raise Refused("proposal.not_past", _("回头看要选这一年里已经过去的一天。"), field="as_of")
    waiting = Proposal.objects.filter(unit=unit, year=year, as_of=as_of, state=Proposal.State.WANTED).first()
    if waiting is not None:
        return waiting
    proposal = Proposal.objects.create(
        unit=unit,
        year=year,
        as_of=as_of,
        seconds=min(max(seconds, 1), MOST_SECONDS),
        asked_at=now,
        asked_by=actor.label,
    )
    after = {"year": year, "as_of": as_of}
    audit.record(actor=actor, now=now, act="planner.propose", thing=proposal, unit=unit, after=after)
    return proposal
