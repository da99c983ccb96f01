"""Take the addresses of a round out: personal data leave the product, so it is on record."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.choosing.queries.addresses import Address, addresses_of
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_run
from tongxin.welfare.models import Round


@transaction.atomic
def export_addresses(*, actor: Actor, now: datetime, round: Round) -> list[Address]:
    """The addresses for the carrier, and an entry of how many they were. Refuses: as `welfare.access.require_run`."""
    require_run(actor, round)
    found = addresses_of(round)
    record(
        actor=actor,
        now=now,
        act="choosing.export_addresses",
        thing=round,
        unit=round.unit,
        after={"people": len(found)},
    )
    return found
