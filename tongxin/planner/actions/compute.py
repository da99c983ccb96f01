"""Work out a proposal that is wanted. The solving itself holds no lock and no transaction."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from tongxin.core.database import lock
from tongxin.planner import engine
from tongxin.planner.models import Proposal, ProposedMove
from tongxin.planner.problem import Plan
from tongxin.planner.queries.answer import aims_of
from tongxin.planner.queries.found_moves import found_moves
from tongxin.planner.queries.gather import Gathered, gather, moment_of
from tongxin.planner.rules.digest import facts_of

GIVEN_UP: Final = timedelta(minutes=15)
log = logging.getLogger("tongxin.planner")


def plan_wanted(*, now: datetime) -> int:
    """Work out every proposal that waits, or was begun so long ago that whoever did it is gone; how many."""
    waiting = Q(begun_at=None) | Q(begun_at__lt=now - GIVEN_UP)
    wanted = list(Proposal.objects.filter(waiting, state=Proposal.State.WANTED).order_by("asked_at", "pk"))
    return sum(compute(now=now, proposal=one) is not None for one in wanted)


def compute(*, now: datetime, proposal: Proposal) -> Proposal | None:
    """Work the proposal out; None where somebody else has taken it up. A fault is logged and leaves it as failed."""
    mine = _take_up(proposal, now)
    if mine is None:
        return None
    try:
        found = gather(mine.unit, mine.year, now, as_of=moment_of(mine))
        plan = engine.solve(found.year, mine.seconds)
        moves = _moves(mine, found, plan)
    except Exception:
        log.exception("proposal %s could not be made", mine.pk)
        Proposal.objects.filter(pk=mine.pk).update(state=Proposal.State.FAILED, made_at=now)
        mine.refresh_from_db()
        return mine
    return _write(mine, found, plan, moves, now)


@transaction.atomic
def _take_up(proposal: Proposal, now: datetime) -> Proposal | None:
    held = lock(Proposal.objects.filter(pk=proposal.pk)).select_related("unit").first()
    if held is None or held.state != Proposal.State.WANTED:
        return None
    if held.begun_at is not None and held.begun_at > now - GIVEN_UP:
        return None
    held.begun_at = now
    held.save(update_fields=["begun_at"])
    return held


def _moves(proposal: Proposal, found: Gathered, plan: Plan) -> list[ProposedMove]:
    return [
        ProposedMove(
            proposal=proposal, activity_id=one.activity_id, order=order, day_before=one.day_before, mode_before=one.mode_before,
            day_after=one.day_after, mode_after=one.mode_after, reasons=one.reasons,
        )
        for order, one in enumerate(found_moves(found, plan))
    ]  # fmt: skip


@transaction.atomic
def _write(proposal: Proposal, found: Gathered, plan: Plan, moves: list[ProposedMove], now: datetime) -> Proposal:
    ProposedMove.objects.filter(proposal=proposal).delete()
    ProposedMove.objects.bulk_create(moves)
    proposal.state = Proposal.State.OPEN
    proposal.made_at = now
    proposal.facts = facts_of(found.year).as_json()
    proposal.aims = aims_of(plan)
    proposal.counts = _counts(found, plan, moves)
    proposal.spent, proposal.cut, proposal.version = plan.spent, plan.cut, plan.version
    proposal.save()
    return proposal


def _counts(found: Gathered, plan: Plan, moves: list[ProposedMove]) -> dict[str, Any]:
    """Items in all, those that stay as they are, move, go online, have no day at all, lost theirs to others; and how many would
    be lost if nothing were changed, with their keys (`left`)."""
    left = [one.key for one in engine.stand(found.year).placings if one.day is None]
    unplaced = [one.activity_id for one in moves if one.day_after is None]
    placed = [one for one in moves if one.day_after is not None]
    return {
        "items": len(found.year.items),
        "stay": len(found.year.items) - len(moves),
        "moved": sum(one.day_after != one.day_before for one in placed),
        "online": sum(one.mode_after != one.mode_before for one in placed),
        "cannot": sum(one in plan.cannot for one in unplaced),
        "lost": sum(one not in plan.cannot for one in unplaced),
        "lost_if_left": len(left),
        "left": left,
    }
