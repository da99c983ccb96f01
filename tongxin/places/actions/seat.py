"""The engine: all who ask for places of one pool, decided and written in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter
from typing import Any, Final

from django.db import IntegrityError, transaction

from tongxin.audit.actions.record_many import Touched, record_many
from tongxin.core.clock import today
from tongxin.core.database import insert_rows
from tongxin.places.actions.holding import after_of, count, count_quotas, held, seats_of, tell, thing_of
from tongxin.places.models import Group, Place, Pool
from tongxin.places.queries.facts import facts_of, rule_of
from tongxin.places.queries.line import line_of
from tongxin.places.queries.own import live_elsewhere, live_states
from tongxin.places.rules.seating import ENTERED, HELD, WAITING, Ask, Decision, State, decide

_COLUMNS: Final = (
    "pool", "person", "unit", "quota", "group", "state", "number", "companions", "at", "changed_at", "exception", "note",
    "bundle",
)  # fmt: skip
_ACTS: Final = {HELD: "places.take", WAITING: "places.wait", ENTERED: "places.enter"}


@dataclass(frozen=True)
class Wish:
    """What somebody asks for, and who it is that asks."""

    actor: Any
    now: datetime
    ask: Ask
    note: dict[str, Any] = field(default_factory=dict)
    team: str = ""
    team_unit: int | None = None
    exception: str = ""


@dataclass(frozen=True)
class Answer:
    """What was decided; `number` is the order of arrival, `pool` as it was left."""

    decision: Decision
    number: int
    pool: Pool


def seat(pool_id: int, wishes: Sequence[Wish]) -> list[Answer]:
    """Decide the wishes in their order and write what follows, all in one transaction under the pool's lock.

    Whatever the number of wishes, it is eight statements; nine where the pool is in a bundle. Refuses: `places.gone`.
    """
    try:
        return _seated(pool_id, wishes)
    except IntegrityError:
        # Somebody got into two pools of a bundle at the same moment. The other place stands by now, and this time it is seen.
        return _seated(pool_id, wishes)


def _seated(pool_id: int, wishes: Sequence[Wish]) -> list[Answer]:
    with transaction.atomic():
        pool = held(pool_id)
        now = wishes[0].now
        state = _state(pool, wishes, now)
        decisions = decide(state, [wish.ask for wish in wishes], today(now))
        return _write(pool, wishes, decisions, state, now)


def _state(pool: Pool, wishes: Sequence[Wish], now: datetime) -> State:
    people = {person for wish in wishes for person in wish.ask.people}
    seats, quotas = seats_of(pool, now)
    live = live_states(pool, people)
    facts = facts_of(pool, people - live.keys(), today(now))
    companions_free = None
    if pool.companions_capacity is not None:
        companions_free = pool.companions_capacity - pool.companions_taken
    return State(
        rule=rule_of(pool), draw=pool.way == Pool.Way.DRAW, window=_window(pool, now), seats=seats, waiting=pool.waiting,
        queued=pool.queued, waiting_max=pool.waiting_max, group_max=pool.group_max, companions_each=pool.companions_each,
        companions_free=companions_free, live=live, facts=facts, quotas=quotas,
        line=line_of(pool, quotas) if pool.queued and not seats.none else (),
        elsewhere=live_elsewhere(pool, people - live.keys()),
    )  # fmt: skip


def _window(pool: Pool, now: datetime) -> str:
    if pool.is_over(now):
        return "over"
    return "open" if pool.is_open(now) else "early"


def _write(
    pool: Pool, wishes: Sequence[Wish], decisions: Sequence[Decision], state: State, now: datetime
) -> list[Answer]:
    number, rows, entries = pool.last_number, [], []
    quotas: list[int | None] = []
    told: dict[str, list[int]] = {HELD: [], WAITING: [], ENTERED: []}
    companions, answers = 0, []
    for wish, decision in zip(wishes, decisions, strict=True):
        answers.append(Answer(decision, number + 1, pool))
        if decision.no or decision.again:
            continue
        group = _group(pool, wish, now)
        companions += wish.ask.companions
        quotas += decision.seating
        for position, (person, quota) in enumerate(zip(wish.ask.people, decision.seating, strict=True)):
            number += 1
            rows.append((
                pool.pk, person, state.facts[person].unit, quota, group, decision.state, number,
                wish.ask.companions if position == 0 else 0, wish.now, wish.now, wish.exception, wish.note if position == 0 else {}, pool.bundle,
            ))  # fmt: skip
            entries.append((wish, decision.state, person, number))
            told[decision.state].append(person)
    if rows:
        # In a bundle two pools may write the same people at once: in one order, so that neither waits for the other for ever.
        insert_rows(Place, _COLUMNS, sorted(rows, key=itemgetter(1)) if pool.bundle else rows)
        taken, queued = len(told[HELD]), len(told[WAITING])
        count(pool, taken=taken, queued=queued, companions=companions, numbers=len(rows))
        count_quotas(quotas, 1)
        _leave_entries(pool, entries, now)
        own = {wish.actor.person_id for wish in wishes}
        for what, people in told.items():
            tell(pool, what, people, now, seen=own)
    return answers


def _group(pool: Pool, wish: Wish, now: datetime) -> int | None:
    if len(wish.ask.people) == 1 and not wish.team:
        return None
    return Group.objects.create(pool=pool, name=wish.team, unit_id=wish.team_unit, at=now).pk


def _leave_entries(pool: Pool, entries: Sequence[tuple[Wish, str, int, int]], now: datetime) -> None:
    """One entry a place, each under the name of who asked; an exception with its reason."""
    thing, path = thing_of(pool), pool.unit.path or ""
    kinds = {(state, wish.exception) for wish, state, _person, _number in entries}
    for kind, reason in sorted(kinds):
        touched = [
            Touched(thing, path, after_of(person, state, number), actor=wish.actor)
            for wish, state, person, number in entries
            if (state, wish.exception) == (kind, reason)
        ]
        act = "places.admit" if reason else _ACTS[kind]
        record_many(actor=entries[0][0].actor, now=now, act=act, touched=touched, reason=reason)
