"""An activity's sign-up as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.core.clock import today
from tongxin.org.actor import Actor
from tongxin.places.models import Place, Pool
from tongxin.places.queries.words import rule_words
from tongxin.signups.access import slots_of
from tongxin.signups.models import Slot
from tongxin.ui.words import day, hour, moment

# Every term of a pool that its rule speaks of.
TERMS: Final = (
    "way", "capacity", "closes_at", "withdraw_until", "waiting", "waiting_max", "confirm_hours", "group_max", "companions_each",
    "companions_capacity", "who", "sex", "service_years", "series", "once_years", "quotas_until",
)  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """One slot: what is left, and whether it can be chosen now. `ahead`: how many would wait before a newcomer."""

    slot: Slot
    title: str
    when: str
    place: str
    capacity: int | None
    left: int | None
    taken: int
    queued: int
    open: bool
    full: bool
    shut: bool
    closes: str
    state: str
    next: int


@dataclass(frozen=True)
class Mine:
    """A place of the reader: `state` as in `Place.State`; `ahead` how many wait before; `at` when it was taken."""

    slot: Slot
    place: Place
    state: str
    ahead: int
    at: datetime
    may_leave: bool
    until: datetime | None
    confirm_by: datetime | None
    with_: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """What holds for some of the choices, in plain sentences: their titles (none where it holds for all), and the draw, if any,
    that can be recomputed."""

    titles: list[str]
    words: list[str]
    draw: Slot | None
    drawn: bool


@dataclass(frozen=True)
class Offered:
    """The sign-up panel: choices, the reader's places, the rules in force, and what the one button says."""

    choices: list[Choice]
    likely: int
    mine: list[Mine]
    rules: list[Rule]
    sessions: list[Slot]
    can: bool
    button: str
    foot: str
    early: datetime | None


def offered(actor: Actor, activity: Activity, now: datetime) -> Offered | None:
    """What a reader sees of an activity's sign-up; None where nothing is offered. Five queries at most."""
    slots = list(slots_of(activity))
    for slot in slots:
        slot.activity = activity
    pools = [slot.pool for slot in slots if slot.pool is not None]
    sessions = [slot for slot in slots if slot.kind == Slot.Kind.SESSION and slot.pool is None]
    if not pools:
        return Offered([], 0, [], [], sessions, False, "", "", None) if sessions else None
    places = _places(actor, pools)
    mine = [_mine(slot, places[slot.pool_id], now) for slot in slots if slot.pool_id in places]
    choices = [_choice(slot, slot.pool, activity, now, actor) for slot in slots if slot.pool is not None]
    taken = {each.slot.pk for each in mine if each.state in ("held", "waiting", "offered", "entered")}
    free = [choice for choice in choices if choice.open and choice.slot.pk not in taken]
    chosen = any(each.slot.kind == Slot.Kind.SESSION for each in mine if each.slot.pk in taken)
    if chosen:
        free = [choice for choice in free if choice.slot.kind != Slot.Kind.SESSION]
    living = activity.state in (Activity.State.PUBLISHED, Activity.State.UNDER_WAY)
    first = pools[0]
    early = first.opens_at if first.opens_at and now < first.opens_at else None
    return Offered(
        choices=choices, likely=_likely(free), mine=mine, rules=_rules(slots), sessions=sessions,
        can=living and bool(free) and (not taken or len(choices) > 1), button=_button(first, free),
        foot=_foot(first, early), early=early,
    )  # fmt: skip


def _rules(slots: list[Slot]) -> list[Rule]:
    """Each rule once, in the order of the slots; a draw stands alone, because each has its own list."""
    found: dict[tuple[Any, ...], list[Slot]] = {}
    for slot in slots:
        if slot.pool is not None:
            found.setdefault(_alike(slot.pool), []).append(slot)
    return [_rule(group, alone=len(found) == 1) for group in found.values()]


def _alike(pool: Pool) -> tuple[Any, ...]:
    """What two pools have in common that have the same rule; whom it is kept for is not compared but told of each."""
    own = pool.pk if pool.way == Pool.Way.DRAW or pool.narrowed or pool.has_quotas else None
    return (own, *(getattr(pool, name) for name in TERMS))


def _rule(slots: list[Slot], *, alone: bool) -> Rule:
    pool = slots[0].pool
    assert pool is not None
    draw = pool.way == Pool.Way.DRAW
    titles = [] if alone else [slot.title or _when(slot) for slot in slots]
    return Rule(titles, rule_words(pool), slots[0] if draw else None, draw and pool.draw.drawn_at is not None)


def _places(actor: Actor, pools: list[Pool]) -> dict[int, Place]:
    """The reader's last place in each pool."""
    if actor.person_id is None:
        return {}
    rows = Place.objects.filter(pool__in=pools, person=actor.person_id).select_related("group").order_by("number")
    return {place.pool_id: place for place in rows}


def _choice(slot: Slot, pool: Pool, activity: Activity, now: datetime, actor: Actor) -> Choice:
    left = None if pool.capacity is None else max(pool.capacity - pool.taken, 0)
    full = left == 0 and pool.way == Pool.Way.FIRST_COME
    shut = full and (not pool.waiting or (pool.waiting_max is not None and pool.queued >= pool.waiting_max))
    opened = pool.is_open(now)
    return Choice(
        slot=slot, title=slot.title, when=_when(slot), place=slot.place, capacity=pool.capacity, left=left, taken=pool.taken,
        queued=pool.queued, open=opened and not shut, full=full, shut=shut, closes=moment(pool.closes_at) if pool.closes_at else "",
        state="shut" if not opened or shut else "full" if full else "free", next=pool.queued + 1,
    )  # fmt: skip


def _mine(slot: Slot, place: Place, now: datetime) -> Mine:
    pool = slot.pool
    assert pool is not None
    ahead = 0
    if place.state == Place.State.WAITING:
        ahead = pool.places.filter(state=Place.State.WAITING, number__lt=place.number).count()
    seated = place.state == Place.State.HELD
    late = pool.frozen_at is not None or (pool.withdraw_until is not None and now >= pool.withdraw_until)
    live = place.state in ("held", "waiting", "offered", "entered")
    others: tuple[str, ...] = ()
    if place.group_id and live:
        rows = pool.places.filter(group=place.group_id, state=place.state).exclude(pk=place.pk)
        others = tuple(rows.values_list("person__name", flat=True))
    return Mine(
        slot, place, place.state, ahead, place.changed_at if place.state != "held" else place.at, live and not (seated and late),
        pool.withdraw_until, place.confirm_by, others,
    )  # fmt: skip


def _when(slot: Slot) -> str:
    if slot.starts_at is None:
        return ""
    same = slot.activity.starts_on == today(slot.starts_at)
    return hour(slot.starts_at) if same else f"{day(slot.starts_at)} {hour(slot.starts_at)}"


def _likely(free: list[Choice]) -> int:
    """The slot chosen unless told otherwise: the first that has something left."""
    return next((choice.slot.pk for choice in sorted(free, key=lambda choice: choice.full)), 0)


def _button(pool: Pool, free: list[Choice]) -> str:
    if pool.way == Pool.Way.DRAW:
        return _("报名抽签")
    return _("排候补") if free and all(choice.full for choice in free) else _("报名")


def _foot(pool: Pool, early: datetime | None) -> str:
    if early:
        return _("%(opens)s开始报名") % {"opens": moment(early)}
    if pool.withdraw_until:
        return _("%(until)s前可以退出，名额立刻让给候补") % {"until": moment(pool.withdraw_until)}
    if pool.closes_at:
        return _("%(closes)s截止") % {"closes": moment(pool.closes_at)}
    return ""
