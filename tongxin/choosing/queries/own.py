"""What a member can choose, and what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.choosing.access import is_open, is_over
from tongxin.choosing.models import Way
from tongxin.choosing.words import whom
from tongxin.places.models import Place, Pool
from tongxin.places.models.place import LIVE
from tongxin.welfare.models import Entitled, Round
from tongxin.welfare.queries.packs_shown import PackShown, packs_shown


@dataclass(frozen=True)
class Card:
    """A pack to be chosen: `left` of it, None where there is no limit; `mine`: chosen by the reader."""

    pack: PackShown
    left: int | None
    mine: bool

    @property
    def gone(self) -> bool:
        """Whether nothing is left of it."""
        return self.left == 0 and not self.mine


@dataclass(frozen=True)
class Choice:
    """The member's part of a round. `why_not`: why the reader gets nothing; `rest`: what who chooses nothing gets.

    `offers`: there is something else than fetching it. `open`: it can be chosen and changed now.
    """

    round: Round
    cards: tuple[Card, ...]
    mine: PackShown | None
    rest: PackShown | None
    way: Way | None
    why_not: str
    open: bool
    over: bool
    offers: bool
    whom: str

    @property
    def several(self) -> bool:
        """Whether there is anything to choose between."""
        return len(self.cards) > 1


def choice_of(actor: Any, round: Round, now: datetime) -> Choice | None:
    """The member's part of this round; None for accounts without a person and before choosing. Seven queries at most."""
    if actor.person_id is None or round.state not in (Round.State.CHOOSING, Round.State.HANDING, Round.State.CLOSED):
        return None
    own = Entitled.objects.filter(round=round, person=actor.person_id).select_related("way").first()
    packs = packs_shown(round)
    pools = Pool.objects.in_bulk([pack.pool for pack in packs if pack.pool])
    held = _held(round, actor.person_id) if pools else None
    cards = tuple(Card(pack, pools[pack.pool].free, pack.pool == held) for pack in packs if pack.pool)
    rest = _rest(round, packs)
    mine = next((card.pack for card in cards if card.mine), None)
    if own is not None and not pools:
        mine = rest
    return Choice(
        round, cards, mine, rest, getattr(own, "way", None), _why_not(own), is_open(round, now), is_over(round, now),
        round.delivers or bool(round.donates_to), whom(round.contact),
    )  # fmt: skip


def _held(round: Round, person: int) -> int | None:
    own = Place.objects.filter(bundle=round.packs_bundle, person=person, state__in=LIVE).order_by()
    return own.values_list("pool", flat=True).first()


def _rest(round: Round, packs: tuple[PackShown, ...]) -> PackShown | None:
    """The pack of who chooses nothing, among those at hand."""
    marked = [pack for pack in packs if pack.is_default]
    return marked[0] if marked else packs[0] if len(packs) == 1 else None


def _why_not(own: Entitled | None) -> str:
    """`unlisted`, or the reason for which the person was struck off; empty for who gets something."""
    if own is None:
        return "unlisted"
    return own.struck or "struck" if own.struck_at else ""


def pack_held(entitled: Entitled) -> int | None:
    """The pack that an entitled person has chosen, or was given. One query."""
    held = Place.objects.filter(
        bundle=entitled.round.packs_bundle, person=entitled.person_id, state__in=LIVE
    ).order_by()
    return held.values_list("pool__pack", flat=True).first()
