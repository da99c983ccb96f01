"""A message is read: by opening it, or, where it must be read, by saying so."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.notices.models import Message
from tongxin.org.actor import Actor


def note_opened(message: Message, now: datetime) -> None:
    """Note that its owner opened a message; one that must be read waits for `confirm`. Leaves no audit entry."""
    if message.read_at is None and not message.notice.important:
        Message.objects.filter(pk=message.pk, read_at=None).update(read_at=now)
        message.read_at = now


@transaction.atomic
def confirm(*, actor: Actor, now: datetime, message: Message) -> Message:
    """Say that one has read it. Said again, nothing happens. Only one's own message is ever given here (`get_message`)."""
    if message.person_id != actor.person_id:
        raise ValueError("only its owner says that a message was read")
    if Message.objects.filter(pk=message.pk, read_at=None).update(read_at=now):
        message.read_at = now
        record(actor=actor, now=now, act="notices.confirm", thing=message.notice, unit=message.notice.unit)
    return message
