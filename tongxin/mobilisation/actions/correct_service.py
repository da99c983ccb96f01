"""Put right what was written down of a volunteer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_shift
from tongxin.mobilisation.models import Service, Shift
from tongxin.mobilisation.models.service import LONGEST
from tongxin.org.actor import Actor


@transaction.atomic
def correct_service(*, actor: Actor, now: datetime, shift: Shift, person_id: int, minutes: int, words: str) -> Service:
    """Another row stands in the place of the last one, with its reason; the old one stays in the record.

    Refuses: `access.…`, `service.none`, `service.no_words`, `service.too_long`, `service.same`.
    """
    held = held_shift(actor, shift)
    last = Service.objects.filter(shift=held, person=person_id, replaced_by=None).select_related("person").first()
    if last is None:
        raise Refused("service.none", _("这个人在这一班还没有记录，先记谁来了。"))
    if not words.strip():
        raise Refused("service.no_words", _("写一句为什么更正，记录里看得到。"), field="words")
    if not 0 <= minutes <= LONGEST:
        raise Refused("service.too_long", _("一班最多记24小时。"), field="hours")
    if minutes == last.minutes:
        raise Refused("service.same", _("和记着的一样，什么都没有改。"), field="hours")
    made = Service.objects.create(
        shift=held, person_id=person_id, unit_id=last.unit_id, minutes=minutes, words=words.strip(), replaces=last, at=now, by=actor.label
    )  # fmt: skip
    record(
        actor=actor, now=now, act="mobilisation.correct_service", thing=held, unit=held.duty.call.unit, reason=words.strip(),
        before={"person": person_id, "minutes": last.minutes}, after={"person": person_id, "minutes": minutes},
    )  # fmt: skip
    return made
