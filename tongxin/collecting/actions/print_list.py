"""Take a list of the hand-out away as a file."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.collecting.access import Reach
from tongxin.org.actor import Actor


@transaction.atomic
def print_list(*, actor: Actor, now: datetime, reach: Reach, kind: str, form: str) -> None:
    """One entry: lists hold names. `kind` is sign (to sign by), receipts or rest; who asks got `reach` from `access.get_reach`."""
    record(
        actor=actor, now=now, act="collecting.print", thing=reach.round, unit=reach.round.unit,
        after={"kind": kind, "form": form},
    )  # fmt: skip
