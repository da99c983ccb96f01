"""How an activity's sign-up stands, for those who run it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.places.models import Place, Pool
from tongxin.signups.access import slots_of
from tongxin.signups.models import Slot
from tongxin.ui.words import day, hour, moment


@dataclass(frozen=True)
class Line:
    """One slot: how full, until when."""

    slot: Slot
    title: str
    when: str
    taken: int
    capacity: int | None
    queued: int
    entered: int
    words: str


@dataclass(frozen=True)
class DeskPanel:
    """`offered`: slots with a pool; `sessions`: meetings without; `may_offer`: whether signing up can be opened."""

    activity: Activity
    offered: list[Line]
    sessions: list[Line]
    questions: int
    may_offer: bool
    has_whole: bool


def desk_panel(activity: Activity, now: datetime) -> DeskPanel:
    """Three queries, and one more where lots are drawn."""
    slots = list(slots_of(activity))
    entered = _entered([slot.pool for slot in slots if slot.pool and slot.pool.way == Pool.Way.DRAW])
    lines = [line_of(slot, now, entered.get(slot.pool_id or 0, 0)) for slot in slots]
    ended = (Activity.State.DONE, Activity.State.CANCELLED, Activity.State.MERGED)
    return DeskPanel(
        activity, [line for line in lines if line.slot.pool_id], [line for line in lines if not line.slot.pool_id],
        activity.questions.count(), activity.state not in ended,
        any(line.slot.kind == Slot.Kind.WHOLE for line in lines if line.slot.pool_id),
    )  # fmt: skip


def _entered(pools: list[Pool]) -> dict[int, int]:
    """How many are in a draw that is still to be held, by pool."""
    if not pools:
        return {}
    rows = Place.objects.filter(pool__in=pools, state=Place.State.ENTERED).order_by()
    return dict(rows.values_list("pool").annotate(n=Count("pk")))


def line_of(slot: Slot, now: datetime, entered: int = 0) -> Line:
    """A slot as a line; `entered` are those who wait for its draw."""
    pool = slot.pool
    when = f"{day(slot.starts_at)} {hour(slot.starts_at)}" if slot.starts_at else ""
    title = slot.title or (str(slot.get_kind_display()) if slot.kind == Slot.Kind.WHOLE else when)
    if pool is None:
        return Line(slot, title, when, 0, None, 0, 0, "")
    return Line(slot, title, when, pool.taken, pool.capacity, pool.queued, entered, " ".join(_window(pool, now)))


def _window(pool: Pool, now: datetime) -> Iterable[str]:
    if pool.frozen_at:
        yield _("名单已定")
    elif pool.opens_at and now < pool.opens_at:
        yield _("%(opens)s开始") % {"opens": moment(pool.opens_at)}
    elif pool.is_over(now):
        yield _("已截止")
    elif pool.closes_at:
        yield _("%(closes)s截止") % {"closes": moment(pool.closes_at)}
    if pool.way == Pool.Way.DRAW:
        yield str(pool.get_way_display())
