"""Say how it was."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.ballots.actions import clean_words, put, require_open, require_rating
from tongxin.core.database import lock
from tongxin.org.actor import Actor
from tongxin.welfare.access import asked_line, not_asked
from tongxin.welfare.models import Box, Round


@transaction.atomic
def give_rating(*, actor: Actor, now: datetime, round: Round, rating: str, sentence: str = "") -> None:
    """One answer of a person who was asked: counted, the sentence shuffled in, and only the fact that it came kept by name.

    Refuses: `welfare.not_asked` (404), `welfare.answered`, `welfare.closed`, `welfare.rating`, `welfare.too_long`.
    """
    box = lock(Box.objects.filter(round=round)).first()
    line = asked_line(actor, round.pk)
    if box is None or line is None:
        raise not_asked()
    require_open(box, line.answered, now, "welfare")
    require_rating(rating, "welfare")
    words = clean_words(sentence, "welfare")
    line.answered = True
    line.save(update_fields=["answered"])
    put(box, rating, words)
    record(actor=actor, now=now, act="welfare.give_rating", thing=round, unit=round.unit)
