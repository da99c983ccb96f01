"""Change one's mind: another place of the same bundle instead of the one there is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.places.actions.giving_back import give_back
from tongxin.places.actions.holding import held
from tongxin.places.actions.seat import Wish, seat
from tongxin.places.actions.take import Taken, nothing_left, told
from tongxin.places.actions.withdraw import require_time
from tongxin.places.models import Place, Pool
from tongxin.places.queries.own import has_live_place, place_elsewhere
from tongxin.places.queries.words import refusal
from tongxin.places.rules.seating import Ask


@transaction.atomic
def swap(*, actor: Any, now: datetime, pool: Pool, person_id: int | None = None, exception: str = "") -> Taken:
    """Move the live place that the actor (or `person_id`) has in the bundle to `pool`; who waited for the old one moves up.

    Without a place in the bundle it is a first choice. Whatever is refused leaves all as it was: a place is never given up for a
    waiting list. An officer's `exception` goes past window, rule and deadline, never past the number of places.
    Refuses: as `take`, `places.full`, `places.too_late` where the old place may not be given back any more,
    `places.moved` where the same person did so by another phone at that moment.
    """
    person = person_id or actor.person_id
    if nothing_left(pool) and not has_live_place(pool, person):
        raise refusal("full", pool)
    old = _old(pool, person)
    if old is not None:
        if not exception:
            require_time(old.pool, old, now)
        give_back(old.pool, old, Place.State.WITHDRAWN, "swap", actor=actor, now=now, reason=exception)
    answer = seat(pool.pk, [Wish(actor, now, Ask((person,), beyond=bool(exception)), exception=exception)])[0]
    if old is not None and not answer.decision.no and answer.decision.state != Place.State.HELD:
        raise refusal("full", answer.pool)
    return told(answer)


def _old(pool: Pool, person: int) -> Place | None:
    """The place to be given up, both pools held in the order of their ids. Refuses: `places.gone`, `places.moved`."""
    there = place_elsewhere(pool, person)
    if there is None:
        return None
    pools = {pk: held(pk) for pk in sorted((pool.pk, there.pool_id))}
    old = place_elsewhere(pool, person)
    if old is not None and old.pool_id not in pools:
        # Between the first look and the locks the same person moved on by another phone.
        raise Refused("places.moved", _("你刚在别处改选过，看一眼再改。"))
    if old is not None:
        old.pool = pools[old.pool_id]
    return old
