"""A person answers a temporary collection."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.mobilisation.access import asked_as
from tongxin.mobilisation.actions.holding import held_collection
from tongxin.mobilisation.models import Answer, Collection
from tongxin.mobilisation.rules.questions import kept, lacking
from tongxin.org.actor import Actor

LACKING: Final = {
    "well": gettext_lazy("选一下今天身体好不好。"),
    "temperature": gettext_lazy("写体温，34到43度之间，例如36.5。"),
    "away": gettext_lazy("选一下出没出过本市。"),
    "where": gettext_lazy("出过本市，写一下去过哪里。"),
}


@transaction.atomic
def answer(*, actor: Actor, now: datetime, collection: Collection, given: Mapping[str, Any]) -> Answer:
    """The actor's answers, in the place of earlier ones; the trail says that there was an answer, never which.

    Refuses: `collection.not_asked` (404), `collection.erased`, `collection.over`, `collection.lacking`.
    """
    held = held_collection(collection.pk)
    asked = asked_as(actor, held)
    if asked is None or actor.person_id is None:
        raise Refused("collection.not_asked", _("没有这一页，或者你不能看它。"), status=404)
    if held.erased_at is not None:
        raise Refused("collection.erased", _("已经删掉了，不用再填。"))
    if not held.is_open(today(now)):
        raise Refused("collection.over", _("填的时间已经过了，不用再填。"))
    if missing := lacking(held.asks, given):
        raise Refused("collection.lacking", str(LACKING[missing]), field=missing)
    values = {**kept(held.asks, given), "asked": asked, "at": now}
    made, fresh = Answer.objects.update_or_create(collection=held, person_id=actor.person_id, defaults=values)
    record(
        actor=actor, now=now, act="mobilisation.answer", thing=held, unit=held.unit, after={"first": fresh, "unit": asked.unit.code}
    )  # fmt: skip
    return made
