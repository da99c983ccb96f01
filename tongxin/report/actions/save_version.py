"""Keep a whole text as the next version."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.org.actor import Actor
from tongxin.report.actions.writing import revise
from tongxin.report.models import Summary, Version
from tongxin.report.rules.body import Body


@transaction.atomic
def save_version(
    *, actor: Actor, now: datetime, summary: Summary, body: Body, base_number: int, note: str = ""
) -> Version:
    """Save `body`, written on top of version `base_number`.

    Refuses: `access.…`, `summary.signed`, `summary.changed_meanwhile` (409): nothing is written over, both texts stay.
    """
    return revise(
        actor=actor, now=now, summary=summary, act="report.save_version", change=lambda latest: body,
        base_number=base_number, note=note,
    )  # fmt: skip
