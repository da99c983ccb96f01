"""Keep that a paper or a list was taken out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_reader
from tongxin.welfare.models import Round


@transaction.atomic
def print_paper(*, actor: Actor, now: datetime, round: Round, kind: str, form: str) -> None:
    """One entry: lists hold names. Refuses: `access.…`."""
    require_reader(actor)
    record(actor=actor, now=now, act="welfare.print", thing=round, unit=round.unit, after={"kind": kind, "form": form})
