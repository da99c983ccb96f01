"""Where packs are to be delivered."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.choosing.models import Way
from tongxin.choosing.queries.chosen import chosen
from tongxin.welfare.models import Round
from tongxin.welfare.queries.entitled import entitled_of


@dataclass(frozen=True)
class Address:
    """One parcel: what, to whom, where."""

    name: str
    staff_no: str
    unit: str
    pack: str
    receiver: str
    phone: str
    address: str


def addresses_of(round: Round) -> list[Address]:
    """All home deliveries of a round, by unit and name. Five queries."""
    packs = {pack.pk: str(pack) for pack in round.packs.all()}
    got = chosen(round)
    lines = entitled_of(round).filter(way__kind=Way.Kind.DELIVERY, way__erased_at=None).select_related("way")
    return [
        Address(
            line.person.name, line.person.staff_no, line.unit.called if line.unit else "",
            packs.get(got.get(line.person_id, 0), ""), line.way.receiver, line.way.phone, line.way.address,
        )
        for line in lines
    ]  # fmt: skip
