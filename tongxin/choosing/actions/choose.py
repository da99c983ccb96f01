"""A member chooses a pack: one tap."""

from __future__ import annotations

from datetime import datetime

from tongxin.choosing import words
from tongxin.choosing.access import Wanted
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.actions.take import Taken
from tongxin.welfare.models import Round


def choose(*, actor: Actor, now: datetime, wanted: Wanted, instead: bool = False) -> Taken:
    """The pack for the actor; `instead` of the one chosen before. The engine leaves the entry, and has the last word.

    Refuses: `choosing.not_open`, `choosing.over`, `choosing.early`, `choosing.full`, `choosing.left`, `choosing.other_union`,
    `places.elsewhere` where another pack was chosen before.
    """
    if wanted.round.state != Round.State.CHOOSING or wanted.round.chosen_at is not None:
        raise words.refusal("over" if wanted.round.chosen_at else "not_open", contact=wanted.round.contact)
    tap = places.swap if instead else places.take
    try:
        return tap(actor=actor, now=now, pool=wanted.pool)
    except Refused as refused:
        raise words.ours(refused, pack=wanted.pool.label, round=wanted.round) from refused
