"""Rounds of the world that ask: one in which packs are chosen, one with a poll, one that is rated."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.cast import NOW
from tongxin.choosing.tests.making import opened
from tongxin.welfare.actions.set_poll import set_poll
from tongxin.welfare.models import Asked, Box
from tongxin.welfare.tests.making import make_round


def fill_choosing(world: Any, now: datetime = NOW) -> None:
    """Everybody of the union is entitled and asked."""
    cast, week = world.cast, now + timedelta(days=7)
    # In the demonstration several names may be one person.
    own = list({person.pk: name for name, person in cast.people.items() if name != "outsider"}.values())
    choosing = opened(cast, 9, 9, names=own, now=now, title="选礼包的", delivers=True)
    asking = make_round(cast, title="问需求的")
    set_poll(
        actor=cast.actor("office"), now=now, round=asking, question="想要什么", options=["米", "油"], opens_at=now, closes_at=week, most=1
    )  # fmt: skip
    rated = make_round(cast, "handing", title="评过的")
    Box.objects.create(round=rated, asked=len(own), opened_at=now, closes_at=week)
    Asked.objects.bulk_create(Asked(round=rated, person=cast.people[name]) for name in own)
    world.things |= {
        "round with packs": choosing.pk, "pack to tap": choosing.packs.get(letter="A").pk, "round that asks": asking.pk,
        "line of the member": choosing.entitled.get(person=cast.people["member"]).pk, "round to rate": rated.pk,
    }  # fmt: skip
