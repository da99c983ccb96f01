"""Put an answer into the box."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.ballots.actions import clean_words, put, require_open, require_rating
from tongxin.core.database import lock
from tongxin.feedback.access import asked_line, not_asked
from tongxin.feedback.models import Box
from tongxin.org.actor import Actor


@transaction.atomic
def give_feedback(*, actor: Actor, now: datetime, activity: Activity, rating: str, sentence: str = "") -> None:
    """One answer of a person who was asked: counted, the sentence shuffled in, and only the fact that it came kept by name.

    Nothing is returned and nothing of the answer is recorded. Refuses: `feedback.not_asked` (404), `feedback.answered`,
    `feedback.closed`, `feedback.rating`, `feedback.too_long`.
    """
    box = lock(Box.objects.filter(activity=activity)).first()
    line = asked_line(actor, activity.pk)
    if box is None or line is None:
        raise not_asked()
    require_open(box, line.answered, now, "feedback")
    require_rating(rating, "feedback")
    words = clean_words(sentence, "feedback")
    line.answered = True
    line.save(update_fields=["answered"])
    put(box, rating, words)
    record(actor=actor, now=now, act="feedback.give", thing=activity, unit=activity.unit)
