"""Write the prizes and who received them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.paperwork.models import Prize
from tongxin.paperwork.rules.facts import Prize as PrizeLine
from tongxin.places.models import Place


@transaction.atomic
def set_prizes(*, actor: Actor, now: datetime, activity: Activity, prizes: Sequence[PrizeLine]) -> list[Prize]:
    """These prizes in this order are all from now on. A receiver whose name one participant alone bears is that person.

    Refuses: `access.…`.
    """
    held = locked(activity)
    require_run(actor, held)
    rows = Prize.objects.filter(activity=held)
    before = [PrizeLine(row.name, row.thing, row.value, row.receiver) for row in rows]
    if before == list(prizes):
        return list(rows)
    rows.delete()
    known = _participants(held)
    kept = Prize.objects.bulk_create(
        Prize(
            activity=held, name=each.name, thing=each.thing, value=each.value, receiver=each.receiver, order=order,
            person=known.get(each.receiver),
        )
        for order, each in enumerate(prizes)
    )  # fmt: skip
    record(
        actor=actor, now=now, act="paperwork.set_prizes", thing=held, unit=held.unit,
        before={"prizes": [_told(each) for each in before]}, after={"prizes": [_told(each) for each in prizes]},
    )  # fmt: skip
    return kept


def _participants(activity: Activity) -> dict[str, Person | None]:
    """Who holds a place, by name; None where two bear it."""
    people = Person.objects.filter(places__pool__slot__activity=activity, places__state=Place.State.HELD).distinct()
    found: dict[str, Person | None] = {}
    for person in people:
        found[person.name] = None if person.name in found else person
    return found


def _told(prize: PrizeLine) -> str:
    return " ".join(part for part in (prize.name, prize.thing, str(prize.value or ""), prize.receiver) if part)
