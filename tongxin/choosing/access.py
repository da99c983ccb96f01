"""Who may choose in a round, and who sees what was chosen. A stranger gets 404."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404

from tongxin.choosing.words import refusal
from tongxin.core.prepared import Prepared
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.places.models import Pool
from tongxin.welfare.access import get_round, get_round_to_run
from tongxin.welfare.models import Entitled, Round

_OF_POOL: Final = (
    "id", "unit_id", "label", "way", "capacity", "waiting", "waiting_max", "group_max", "companions_each", "bundle", "taken",
    "queued",
)  # fmt: skip
_OF_ROUND: Final = ("id", "contact", "state", "choose_from", "choose_until", "chosen_at")


def _in_order(model: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the order of the model's columns, as `from_db` wants them."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.attname in names)


_POOL, _ROUND = _in_order(Pool, _OF_POOL), _in_order(Round, _OF_ROUND)


def _rows(person: int, round: int, pack: int) -> QuerySet[Entitled, Any]:
    own = Entitled.objects.filter(person=person, round=round, round__packs=pack, round__packs__pool__isnull=False)
    names = [f"round__{name}" for name in _ROUND] + [f"round__packs__pool__{name}" for name in _POOL]
    return own.order_by().values_list("struck_at", "struck", *names)


_WANTED: Final = Prepared(_rows, 3)


@dataclass(frozen=True)
class Wanted:
    """A pack that an entitled person wants: its pool as it was a moment ago, and the round."""

    round: Round
    pool: Pool


def get_wanted(actor: Actor, round_pk: int, pack_pk: int) -> Wanted:
    """A pack of a round that the actor may choose in: one statement for who is entitled.

    Refuses: 404, `choosing.not_listed`, `choosing.struck`, `choosing.not_open`.
    """
    row = _WANTED.first(actor.person_id, round_pk, pack_pk) if actor.person_id else None
    if row is None:
        raise _why_not(actor, round_pk, pack_pk)
    struck_at, struck, *rest = row
    round = Round.from_db("default", _ROUND, rest[: len(_ROUND)])
    if struck_at is not None:
        raise refusal("struck", contact=round.contact, reason=struck)
    return Wanted(round, Pool.from_db("default", _POOL, rest[len(_ROUND) :]))


def _why_not(actor: Actor, round_pk: int, pack_pk: int) -> Refused:
    """The slow way, for the few that the one statement did not find."""
    round = get_round(actor, round_pk)
    pack = round.packs.filter(pk=pack_pk).first()
    if pack is None:
        raise Http404
    if pack.pool_id is None:
        return refusal("not_open")
    return refusal("not_listed", contact=round.contact)


def get_own(actor: Actor, round_pk: int) -> Entitled:
    """The actor's own line of a round. Refuses: 404, `choosing.not_listed`, `choosing.struck`."""
    round = get_round(actor, round_pk)
    own = Entitled.objects.filter(round=round, person=actor.person_id).select_related("way").first()
    if own is None:
        raise refusal("not_listed", contact=round.contact)
    own.round = round
    if own.struck_at is not None:
        raise refusal("struck", contact=round.contact, reason=own.struck)
    return own


def get_entitled_to_run(actor: Actor, round_pk: int, pk: int) -> Entitled:
    """Somebody's line of a round that the actor runs. Refuses: 404, and as `welfare.access.require_run`."""
    round = get_round_to_run(actor, round_pk)
    found = Entitled.objects.filter(Entitled.standing(), round=round, pk=pk).select_related("person", "unit").first()
    if found is None:
        raise Http404
    found.round = round
    return found


def is_open(round: Round, now: datetime) -> bool:
    """Whether people choose at that moment."""
    begun = round.choose_from is None or round.choose_from <= now
    return begun and not is_over(round, now)


def is_over(round: Round, now: datetime) -> bool:
    """Whether nobody chooses by himself any more."""
    past = round.choose_until is not None and round.choose_until <= now
    return round.state != Round.State.CHOOSING or round.chosen_at is not None or past


def may_change(round: Round) -> bool:
    """Whether an officer may still choose for somebody: until the round is closed, whether choosing is over or not."""
    return round.state in (Round.State.CHOOSING, Round.State.HANDING)
