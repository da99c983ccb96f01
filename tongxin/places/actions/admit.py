"""Places given by others than those who get them: an officer's exception, with a reason; what is left over, to many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.places.actions.seat import Wish, seat
from tongxin.places.actions.take import Taken, told
from tongxin.places.models import Pool
from tongxin.places.rules.seating import Ask

AT_ONCE: Final = 500


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


def assign(*, actor: Any, now: datetime, pool: Pool, people: Sequence[int]) -> list[int]:
    """Places for these people in their order whatever the window and the rule say, five hundred at a time; who came away empty:
    where nothing is left, or where somebody has a place in the bundle already. The act above says why."""
    left: list[int] = []
    for start in range(0, len(people), AT_ONCE):
        some = people[start : start + AT_ONCE]
        answers = seat(pool.pk, [Wish(actor, now, Ask((person,), beyond=True)) for person in some])
        left += [person for person, answer in zip(some, answers, strict=True) if answer.decision.no]
    return left
