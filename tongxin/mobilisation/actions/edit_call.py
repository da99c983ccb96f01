"""Other words for a call."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.mobilisation.actions.holding import held_call
from tongxin.mobilisation.models import Call
from tongxin.org.actor import Actor

FIELDS = ("title", "what", "place", "contact")


@transaction.atomic
def edit_call(*, actor: Actor, now: datetime, call: Call, title: str, what: str, place: str, contact: str) -> Call:
    """Change what is said of the call; shifts are changed by themselves. Refuses: `access.…`."""
    held = held_call(actor, call)
    wanted = {"title": title.strip(), "what": what.strip(), "place": place.strip(), "contact": contact.strip()}
    before = {name: getattr(held, name) for name in FIELDS if getattr(held, name) != wanted[name]}
    if before:
        for name in before:
            setattr(held, name, wanted[name])
        held.save(update_fields=list(before))
        after = {name: wanted[name] for name in before}
        record(
            actor=actor, now=now, act="mobilisation.edit_call", thing=held, unit=held.unit, before=before, after=after
        )
    return held
