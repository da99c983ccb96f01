"""Work out a proposal that is wanted. The solving itself holds no lock and no transaction."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from tongxin.core.clock import local
from tongxin.core.database import lock
from tongxin.planner import engine
from tongxin.planner.models import ProposedMove, Proposal
from tongxin.planner.problem import Item, Placing, Plan
from tongxin.planner.queries.gather import MODES, Gathered, gather
from tongxin.planner.queries.reasons import reasons_of
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
        moves = list(_moves(mine, found, plan))
    except Exception:
        log.exception("proposal %s could not be made", mine.pk)
        Proposal.objects.filter(pk=mine.pk).update(state=Proposal.State.FAILED, made_at=now)
        mine.refresh_from_db()
        return mine
    return _write(mine, found, plan, moves, now)


def moment_of(proposal: Proposal) -> datetime | None:
    """The morning of the day that a look back is made from."""
    if proposal.as_of is None:
        return None
    day = proposal.as_of
    return local(proposal.asked_at).replace(
        year=day.year, month=day.month, day=day.day, hour=9, minute=0, second=0, microsecond=0
    )


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


def _moves(proposal: Proposal, found: Gathered, plan: Plan) -> Iterator[ProposedMove]:
    items = {item.key: item for item in found.year.items}
    changed = [
        (items[one.key], one) for one in plan.placings if not items[one.key].fixed and _differs(items[one.key], one)
    ]
    modes = {one.activity.pk: one.stood.mode for one in found.known}
    for order, (item, placing) in enumerate(sorted(changed, key=lambda pair: _when(*pair))):
        yield ProposedMove(
            proposal=proposal, activity_id=item.key, order=order, day_before=_date(item.day), mode_before=modes[item.key],
            day_after=_date(placing.day), mode_after=modes[item.key] if placing.mode == item.mode else MODES[placing.mode],
            reasons=reasons_of(found, plan, item, placing),
        )  # fmt: skip


def _differs(item: Item, placing: Placing) -> bool:
    return placing.day is None or placing.day != item.day or placing.mode != item.mode


def _when(item: Item, placing: Placing) -> tuple[bool, int, int]:
    """Placed before what has no place, in the order of the days."""
    return placing.day is None, item.day or placing.day or 0, item.key


def _date(day: int | None) -> date | None:
    return None if day is None else date.fromordinal(day)


@transaction.atomic
def _write(proposal: Proposal, found: Gathered, plan: Plan, moves: list[ProposedMove], now: datetime) -> Proposal:
    ProposedMove.objects.filter(proposal=proposal).delete()
    ProposedMove.objects.bulk_create(moves)
    proposal.state = Proposal.State.OPEN
    proposal.made_at = now
    proposal.facts = facts_of(found.year).as_json()
    proposal.aims = [
        {"name": str(one.aim), "value": one.value, "bound": one.bound, "gap": _share(one.gap)} for one in plan.aims
    ]
    proposal.counts = _counts(found, plan, moves)
    proposal.spent, proposal.cut, proposal.version = plan.spent, plan.cut, plan.version
    proposal.save()
    return proposal


def _share(gap: Fraction | float) -> float:
    return round(float(gap), 6)


def _counts(found: Gathered, plan: Plan, moves: list[ProposedMove]) -> dict[str, Any]:
    """Items in all, those that stay as they are, move, go online, have no day at all, and lost theirs to others."""
    unplaced = [one.activity_id for one in moves if one.day_after is None]
    placed = [one for one in moves if one.day_after is not None]
    return {
        "items": len(found.year.items),
        "stay": len(found.year.items) - len(moves),
        "moved": sum(one.day_after != one.day_before for one in placed),
        "online": sum(one.mode_after != one.mode_before for one in placed),
        "cannot": sum(one in plan.cannot for one in unplaced),
        "lost": sum(one not in plan.cannot for one in unplaced),
    }
