"""Say something to everybody who is entitled."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from tongxin.notices.actions import tell
from tongxin.org.actor import Actor
from tongxin.welfare.models import Round
from tongxin.welfare.queries.concerned import recipients


def tell_recipients(actor: Actor, now: datetime, round: Round, key: str, title: str, body: str) -> None:
    """Inside the act's transaction; said once for each turn of that kind."""
    tell(
        actor=actor, now=now, unit=round.unit, kind="change", key=f"welfare {round.pk} {key} {round.steps.count()}",
        title=title, body=body, to=recipients(round), url=reverse("welfare:round", args=[round.pk]), thing=round,
    )  # fmt: skip
