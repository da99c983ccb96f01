"""Hold the draw: freeze the list, reveal the seed, seat everybody in the order that follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.places.actions.holding import count, held, leave_entries, seats_of, tell
from tongxin.places.actions.promote import let_in
from tongxin.places.models import Draw, Place, Pool
from tongxin.places.queries.facts import facts_of
from tongxin.places.queries.line import line_of, members_of
from tongxin.places.rules import drawing
from tongxin.places.rules.drawing import Entrant
from tongxin.places.rules.filling import fill


@transaction.atomic
def hold_draw(*, actor: Any, now: datetime, pool: Pool, word: str = "") -> Draw:
    """Draw once the window is over. `word` is the public word where one was announced. Whoever got no seat waits in the order
    of the draw, or has lost where nobody waits.

    Refuses: `draw.none`, `draw.early`, `draw.held`, `draw.no_word`.
    """
    kept = held(pool.pk)
    draw = _require(kept, word, now)
    seats, quotas = seats_of(kept, now)
    line = {entry.key: entry for entry in line_of(kept, quotas, Place.State.ENTERED)}
    members = members_of(kept, list(line))
    entrants = _entrants(kept, members, now)
    draw.word, draw.roll = word.strip(), drawing.roll(entrants.values())
    draw.roll_digest, draw.drawn_at, draw.drawn_by = drawing.digest(draw.roll), now, actor.label
    _remember_numbers(members, entrants)
    by_number = {entrant.key: line[key] for key, entrant in entrants.items()}
    ordered = [by_number[number] for number in drawing.order(draw.seed, draw.word, draw.roll)]
    seated = fill(seats, ordered)
    winners = [entry for entry in ordered if entry.key in seated]
    draw.winners = [entrants[entry.key].key for entry in winners]
    draw.save()
    let_in(kept, winners, seated, "win", actor=actor, now=now)
    _rest(kept, [members[entry.key] for entry in ordered if entry.key not in seated], actor, now)
    after = {"roll_digest": draw.roll_digest, "word": draw.word, "entries": len(ordered), "winners": len(winners)}
    record(actor=actor, now=now, act="places.hold_draw", thing=kept, unit=kept.unit, after=after)
    return draw


def _require(pool: Pool, word: str, now: datetime) -> Draw:
    draw = Draw.objects.filter(pool=pool).first()
    if draw is None:
        raise Refused("draw.none", _("这里是先到先得，不用抽签。"))
    if draw.drawn_at is not None:
        raise Refused("draw.held", _("已经抽过了，结果不会再变。"))
    if pool.closes_at is None or now < pool.closes_at:
        raise Refused("draw.early", _("报名还没截止，截止以后才能抽。"))
    if draw.source and not word.strip():
        sentence = _("说好要用“%(source)s”，填上它再抽。") % {"source": draw.source}
        raise Refused("draw.no_word", sentence, field="word")
    return draw


def _entrants(pool: Pool, members: dict[int, list[Place]], now: datetime) -> dict[int, Entrant]:
    """Each entry as the list names it: by the smallest number in it. A group has as many tickets as its luckiest so far."""
    people = [place.person_id for places in members.values() for place in places]
    facts = facts_of(pool, people, today(now))
    return {
        key: Entrant(
            min(place.number for place in places), len(places), min(facts[place.person_id].tickets for place in places)
        )
        for key, places in members.items()
    }


def _remember_numbers(members: dict[int, list[Place]], entrants: dict[int, Entrant]) -> None:
    """Who waits afterwards gets a new number: the one of the draw is kept beside it."""
    places = [place for group in members.values() for place in group]
    for key, group in members.items():
        for place in group:
            place.entered_as = entrants[key].key
    Place.objects.bulk_update(places, ["entered_as"], batch_size=200)


def _rest(pool: Pool, losers: list[list[Place]], actor: Any, now: datetime) -> None:
    """Who got no seat: the waiting list in the order of the draw, or lost."""
    state = Place.State.WAITING if pool.waiting else Place.State.LOST
    places = [place for group in losers for place in group]
    number = pool.last_number
    for place in places:
        number += 1
        place.number, place.state, place.changed_at = number, state, now
    Place.objects.bulk_update(places, ["number", "state", "changed_at"], batch_size=200)
    count(pool, queued=len(places) if pool.waiting else 0, numbers=len(places))
    leave_entries("lose", pool, places, [Place.State.ENTERED] * len(places), actor, now)
    tell(pool, "waiting" if pool.waiting else "lost", [place.person_id for place in places], now)
