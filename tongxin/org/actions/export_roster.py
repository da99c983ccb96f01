"""Take the roster out as a spreadsheet: personal data leave the product, so it is on record."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.org.access import require_somewhere
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import PEOPLE_READ


@transaction.atomic
def export_roster(*, actor: Actor, now: datetime, wanted: str = "") -> None:
    """Record that the roster was exported, with the filters of the page. Refuses: as `require_somewhere`."""
    require_somewhere(actor, PEOPLE_READ)
    unit = Unit.objects.get(path=actor.paths(PEOPLE_READ)[0])
    record(actor=actor, now=now, act="org.export_roster", thing=unit, unit=unit, after={"filters": wanted})
