"""End a restriction before its time, or one that had none."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import RESTRICTIONS_CHANGE
from tongxin.restrictions.actions.holding import locked, require_not_ended
from tongxin.restrictions.actions.telling import say_ended
from tongxin.restrictions.models import Restriction


@transaction.atomic
def end(*, actor: Actor, now: datetime, restriction: Restriction, words: str) -> Restriction:
    """From today on it holds no more; it stays on record. Those who were told of it are told that it is over.

    Refuses: `access.…`, `restriction.ended`, `restriction.no_words`.
    """
    held = locked(restriction)
    require_right(actor, RESTRICTIONS_CHANGE, held.unit)
    require_not_ended(held)
    if not words.strip():
        raise Refused("restriction.no_words", _("写一句为什么解除，比如哪个通知。"), field="words")
    held.ended_on, held.ended_at = clock.today(now), now
    held.ended_by, held.ended_words = actor.label, words.strip()
    held.save(update_fields=["ended_on", "ended_at", "ended_by", "ended_words"])
    told = say_ended(held, actor, now)
    record(
        actor=actor, now=now, act="restrictions.end", thing=held, unit=held.unit, reason=held.ended_words,
        before={"ended_on": None}, after={"ended_on": held.ended_on, "told": told},
    )  # fmt: skip
    return held
