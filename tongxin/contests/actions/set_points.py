"""Say what the ranks of an event are worth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.contests.actions.holding import held, leave_entry, rank_anew
from tongxin.contests.models import Contest
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot

MOST_RANKS, MOST_POINTS, MOST_TIMES = 30, 1000, 10


@transaction.atomic
def set_points(*, actor: Actor, now: datetime, slot: Slot, table: Sequence[int], factor: int) -> Contest:
    """The points of the first, the second, …, each `factor` times; an empty table: the event does not count.

    Points already given follow. Refuses: `access.…`, `contest.table` (rising, too long, too high), `contest.factor`.
    """
    contest = held(actor, slot)
    given = [int(each) for each in table]
    fits = len(given) <= MOST_RANKS and all(0 <= each <= MOST_POINTS for each in given)
    if not fits or given != sorted(given, reverse=True):
        raise Refused("contest.table", _("从第一名写起，后面的不能比前面的多，例如：7 5 4 3 2 1。"), field="table")
    if not 1 <= factor <= MOST_TIMES:
        raise Refused("contest.factor", _("1到%(most)s倍。") % {"most": MOST_TIMES}, field="factor")
    if (contest.table, contest.factor) == (given, factor):
        return contest
    before = {"table": contest.table, "factor": contest.factor}
    contest.table, contest.factor = given, factor
    contest.save(update_fields=["table", "factor"])
    rank_anew(contest)
    leave_entry("set_points", contest, actor, now, before=before, after={"table": given, "factor": factor})
    return contest
