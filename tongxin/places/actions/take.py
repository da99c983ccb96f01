"""Ask for a place: one tap."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from tongxin.core.combining import Combiner
from tongxin.org.models import Person
from tongxin.places.actions.seat import Answer, Wish, seat
from tongxin.places.models import Pool
from tongxin.places.queries.facts import last_used
from tongxin.places.queries.own import has_live_place, place_elsewhere
from tongxin.places.queries.words import refusal
from tongxin.places.rules.seating import Ask, Decision
from tongxin.ui.words import fullday


@dataclass(frozen=True)
class Taken:
    """What came of a tap: the state of the place, and whether it was there before (the same tap twice)."""

    state: str
    number: int
    again: bool


def take(
    *,
    actor: Any,
    now: datetime,
    pool: Pool,
    people: Sequence[int] = (),
    companions: int = 0,
    note: dict[str, Any] | None = None,
    team: str = "",
    team_unit: int | None = None,
) -> Taken:
    """A place in `pool` for `people` (by default the actor alone; several get in or wait together), or its waiting list.

    Taps that come while others are being served are served together (`core.combining`): right under a rush, and cheap.
    The same tap twice is one place. `pool` may be some moments old: it is read again under its lock; where it tells
    already that nothing is left, nothing is locked.
    Refuses `places.…`: early, over, full, unknown, left, other_union, not_member, other_unit, other_sex, too_short, used,
    in_already, elsewhere, twice, too_many, companions_each, companions_full; `places.gone` (404).
    """
    everyone = tuple(people) or (actor.person_id,)
    wish = Wish(actor, now, Ask(everyone, companions), note or {}, team, team_unit)
    if nothing_left(pool) and not has_live_place(pool, everyone[0]):
        raise refusal("full", pool)
    if connection.in_atomic_block:
        return told(seat(pool.pk, [wish])[0])
    return told(_line.submit(pool.bundle or pool.pk, (pool.pk, wish)))


def take_many(*, wishes: Sequence[Wish], pool: Pool) -> list[Answer]:
    """Many taps as one, each under the name of who asked: for imports and the demonstration year. Refuses nothing; what was
    not possible stands in the answers."""
    return seat(pool.pk, wishes)


def told(answer: Answer) -> Taken:
    """An answer as a person gets it: raises the refusal where it is one, in the language of this thread."""
    decision = answer.decision
    if decision.no:
        raise refusal(decision.no, answer.pool, **_facts(decision, answer.pool))
    return Taken(decision.state, answer.number, decision.again)


def _serve(_key: Hashable, asked: Sequence[tuple[int, Wish]]) -> Sequence[Answer]:
    """All who stand in one line: of one pool, or of the pools of one bundle, which would only wait for each other."""
    by_pool: dict[int, list[int]] = {}
    for position, (pool_id, _wish) in enumerate(asked):
        by_pool.setdefault(pool_id, []).append(position)
    answers: dict[int, Answer] = {}
    for pool_id, positions in by_pool.items():
        answers |= zip(positions, seat(pool_id, [asked[position][1] for position in positions]), strict=True)
    return [answers[position] for position in range(len(asked))]


_line: Combiner[tuple[int, Wish], Answer] = Combiner(_serve)


def nothing_left(pool: Pool) -> bool:
    """Whether the pool, as it is at hand, has neither a place nor room to wait."""
    if pool.capacity is None or pool.taken < pool.capacity or pool.way == Pool.Way.DRAW:
        return False
    return not pool.waiting or (pool.waiting_max is not None and pool.queued >= pool.waiting_max)


def _facts(decision: Decision, pool: Pool) -> dict[str, Any]:
    """What the sentence of a refusal names."""
    facts: dict[str, Any] = {}
    if decision.about:
        facts["name"] = Person.objects.filter(pk=decision.about).values_list("name", flat=True).first() or ""
    if decision.no == "used":
        used = last_used(pool, decision.about)
        facts["day"] = fullday(used) if used else ""
    if decision.no == "elsewhere":
        there = place_elsewhere(pool, decision.about)
        facts["label"] = there.pool.label if there else ""
    if decision.no == "companions_full" and pool.companions_capacity is not None:
        facts["left"] = pool.companions_capacity - pool.companions_taken
    return facts
