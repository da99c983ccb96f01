"""How an activity's sign-up stands, for those who run it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.places.models import Pool
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
    """Three queries."""
    slots = list(slots_of(activity))
    lines = [line_of(slot, now) for slot in slots]
    ended = (Activity.State.DONE, Activity.State.CANCELLED, Activity.State.MERGED)
    return DeskPanel(
        activity, [line for line in lines if line.slot.pool_id], [line for line in lines if not line.slot.pool_id],
        activity.questions.count(), activity.state not in ended,
        any(line.slot.kind == Slot.Kind.WHOLE for line in lines if line.slot.pool_id),
    )  # fmt: skip


def line_of(slot: Slot, now: datetime) -> Line:
    """A slot as a line."""
    pool = slot.pool
    when = f"{day(slot.starts_at)} {hour(slot.starts_at)}" if slot.starts_at else ""
    title = slot.title or (str(slot.get_kind_display()) if slot.kind == Slot.Kind.WHOLE else when)
    if pool is None:
        return Line(slot, title, when, 0, None, 0, 0, "")
    entered = pool.last_number if pool.way == Pool.Way.DRAW and not pool.taken and not pool.queued else 0
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
