"""Keep that a paper or a list was taken out."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_read_all, require_reader
from tongxin.welfare.models import Round

PEOPLE: Final = "people"


@transaction.atomic
def print_paper(*, actor: Actor, now: datetime, round: Round, kind: str, form: str) -> None:
    """One entry: lists hold names. A list of `people` holds those whom the actor reads; all else is for who reads all of the round.

    Refuses: `access.…`.
    """
    if kind == PEOPLE:
        require_reader(actor)
    else:
        require_read_all(actor, round)
    record(actor=actor, now=now, act="welfare.print", thing=round, unit=round.unit, after={"kind": kind, "form": form})
