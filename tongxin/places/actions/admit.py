"""An exception: an officer lets somebody in late, or against the rule, with a reason."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.places.actions.seat import Wish, seat
from tongxin.places.actions.take import Taken, told
from tongxin.places.models import Pool
from tongxin.places.rules.seating import Ask


def admit(*, actor: Any, now: datetime, pool: Pool, person_id: int, reason: str) -> Taken:
    """A place for this person whatever the window and the rule say; never beyond the capacity, which is to be raised first.

    Refuses: `places.no_reason`, `places.full`, `places.unknown`, `places.in_already`.
    """
    if not reason.strip():
        raise Refused("places.no_reason", _("写一句为什么破例，记录里看得到。"), field="reason")
    answer = seat(pool.pk, [Wish(actor, now, Ask((person_id,), beyond=True), exception=reason.strip())])[0]
    if answer.decision.again and answer.decision.state == "held":
        raise Refused("places.in_already", _("这个人已经在名单里了。"), field="person")
    return told(answer)
