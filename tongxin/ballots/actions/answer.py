"""Put an answer into a box that the caller has locked."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from secrets import SystemRandom
from typing import Final

from django.utils.translation import gettext as _

from tongxin.ballots.models import BallotBox, Rating
from tongxin.ballots.rules.showing import next_shown
from tongxin.core.refusals import Refused

LONGEST: Final = 200


def require_open(box: BallotBox, answered: bool, now: datetime, app: str) -> None:
    """Refuses `<app>.answered` for who has answered before, `<app>.closed` once the time is over."""
    if answered:
        raise Refused(f"{app}.answered", _("你已经评过了，一人评一次，评完不能改。"))
    if not box.is_open(now):
        raise Refused(f"{app}.closed", _("评价已经结束，这次没有记下。"))


def require_rating(rating: str, app: str) -> None:
    """Refuses `<app>.rating` where it is none of the three."""
    if rating not in Rating.values:
        raise Refused(f"{app}.rating", _("满意、一般、不满意，点一个。"), field="rating")


def clean_words(words: str, app: str, field: str = "sentence") -> str:
    """The words in one line and one way of writing. Refuses: `<app>.too_long`."""
    clean = " ".join(unicodedata.normalize("NFC", words).split())
    if len(clean) > LONGEST:
        raise Refused(f"{app}.too_long", _("最多%(most)s个字，写短一点再评。") % {"most": LONGEST}, field=field)
    return clean


def put(box: BallotBox, rating: str, words: str) -> None:
    """Count, shuffle, and move what readers see where five more have come."""
    setattr(box, rating, getattr(box, rating) + 1)
    box.sentences = shuffled_in(box.sentences, words)
    if (shown := next_shown(box.shown, box.counted)) != box.shown:
        box.shown_good, box.shown_fair, box.shown_poor = shown.good, shown.fair, shown.poor
        box.shown_sentences = list(box.sentences)
    box.save()


def shuffled_in(sentences: Sequence[str], words: str) -> list[str]:
    """All sentences with these words among them, in no order that tells anything; the same where nothing was written."""
    if not words:
        return list(sentences)
    mixed = [*sentences, words]
    SystemRandom().shuffle(mixed)
    return mixed
