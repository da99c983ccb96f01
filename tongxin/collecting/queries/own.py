"""A member's own side of a round: the pass, when and where, who fetches, what came of it."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from django.utils.translation import gettext as _

from tongxin.collecting.access import own_line
from tongxin.collecting.models import Complaint, Point, Proxy, Receipt
from tongxin.collecting.queries.listed import Line, claims_of, fetching_for, first_of, had
from tongxin.collecting.queries.secret import secret_of
from tongxin.collecting.queries.serving import serves
from tongxin.collecting.queries.slots import Slot, slots_of_people
from tongxin.collecting.rules import codes
from tongxin.org.actor import Actor
from tongxin.welfare.models import Entitled, Pack, Round


@dataclass(frozen=True)
class Ticket:
    """A pass: the code and the digits, for the own pack, for those of others, or both."""

    code: str
    digits: str

    @property
    def picture(self) -> str:
        """The code as the inside of an SVG."""
        return segno.make_qr(self.code, error="m").svg_inline(border=2, scale=1, omitsize=True, svgclass="qr")


@dataclass(frozen=True)
class Fetched:
    """Somebody for whom the person fetches: which pack, and whether it is done."""

    name: str
    unit: str
    pack: Pack | None
    done: bool


@dataclass(frozen=True)
class Own:
    """All of a person's own side. `own` is None for a colleague who only fetches for others; `point` is where to go, by the slot
    chosen or by the unit."""

    round: Round
    own: Entitled | None
    pack: Pack | None
    way: str
    ticket: Ticket
    slot: Slot | None
    point: Point | None
    has_slots: bool
    proxy: Proxy | None
    receipt: Receipt | None
    others: list[Fetched]
    complaints: list[Complaint]

    @property
    def fetches(self) -> bool:
        """Whether the own pack waits to be fetched."""
        return self.own is not None and self.receipt is None and not self.way and self.pack is not None

    @property
    def waits(self) -> bool:
        """Whether there is anything to show a code for."""
        return self.fetches or any(not each.done for each in self.others)


def own_side(actor: Actor, round: Round) -> Own | None:
    """The person's side of the round; None for who neither gets nor fetches anything. A fixed number of queries."""
    if actor.person_id is None:
        return None
    own = own_line(actor, round)
    lines = fetching_for(round, [actor.person_id]).get(actor.person_id, [])
    if own is None and not lines:
        return None
    claims = claims_of(round, [actor.person_id, *(line.person for line in lines)])
    slot = slots_of_people(round, [actor.person_id]).get(actor.person_id)
    points = list(Point.objects.filter(round=round).prefetch_related("units", "windows"))
    near = next(iter(serves(points, own.unit.path if own and own.unit else "")), None)
    secret = secret_of(round.pk)
    digits = codes.digits_of(secret, own.pk, first_of(round)) if own else ""
    return Own(
        round, own, claims.pack(actor.person_id) if own else None, claims.way(actor.person_id) if own else "",
        Ticket(codes.pass_code(secret, round.pk, actor.person_id), digits), slot,
        next((point for point in points if slot and point.pk == slot.point), near),
        any(point.windows.all() for point in points),
        own.proxies.filter(withdrawn_at=None).select_related("person").first() if own else None,
        own.receipts.filter(undone_at=None).select_related("pack", "proxy").first() if own else None,
        _others(lines, {line.person: claims.pack(line.person) for line in lines}),
        list(own.complaints.all()) if own else [],
    )  # fmt: skip


def _others(lines: list[Line], packs: dict[int, Pack | None]) -> list[Fetched]:
    done = had([line.entitled for line in lines])
    return [Fetched(line.name, line.unit, packs[line.person], line.entitled in done) for line in lines]


def receipt_words(receipt: Receipt) -> str:
    """How the pack came to the person."""
    if receipt.proxy is not None:
        return _("%(name)s代领") % {"name": receipt.proxy.name}
    return {
        Receipt.Way.DELIVERED: _("送到了"), Receipt.Way.DONATED: _("捐出去了"), Receipt.Way.SELF: _("自己说收到了"),
    }.get(Receipt.Way(receipt.way), _("领到了"))  # fmt: skip
