"""Put an answer into the box."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from secrets import SystemRandom
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.feedback.access import asked_line, not_asked
from tongxin.feedback.models import Box, Rating
from tongxin.feedback.rules.showing import next_shown
from tongxin.feedback.rules.window import is_open
from tongxin.org.actor import Actor

LONGEST: Final = 200


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
    _require_open(box, line.answered, now)
    words = _words(rating, sentence)
    line.answered = True
    line.save(update_fields=["answered"])
    _put(box, rating, words)
    record(actor=actor, now=now, act="feedback.give", thing=activity, unit=activity.unit)


def _require_open(box: Box, answered: bool, now: datetime) -> None:
    if answered:
        raise Refused("feedback.answered", _("你已经评过了，一人评一次，评完不能改。"))
    if not is_open(box.closes_at, box.closed_at, now):
        raise Refused("feedback.closed", _("评价已经结束，这次没有记下。"))


def _words(rating: str, sentence: str) -> str:
    if rating not in Rating.values:
        raise Refused("feedback.rating", _("满意、一般、不满意，点一个。"), field="rating")
    words = " ".join(unicodedata.normalize("NFC", sentence).split())
    if len(words) > LONGEST:
        sentence = _("最多%(most)s个字，写短一点再评。") % {"most": LONGEST}
        raise Refused("feedback.too_long", sentence, field="sentence")
    return words


def _put(box: Box, rating: str, words: str) -> None:
    """Count, shuffle, and move what readers see where five more have come."""
    setattr(box, rating, getattr(box, rating) + 1)
    if words:
        box.sentences = [*box.sentences, words]
        SystemRandom().shuffle(box.sentences)
    if (shown := next_shown(box.shown, box.counted)) != box.shown:
        box.shown_good, box.shown_fair, box.shown_poor = shown.good, shown.fair, shown.poor
        box.shown_sentences = list(box.sentences)
    box.save()
