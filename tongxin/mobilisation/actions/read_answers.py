"""One of the two named readers reads single answers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_collection
from tongxin.mobilisation.models import Answer, Collection
from tongxin.org.actor import Actor


@transaction.atomic
def read_answers(*, actor: Actor, now: datetime, collection: Collection) -> list[Answer]:
    """All answers in the order of units and names; each reading leaves an entry.

    Refuses: `collection.no_reader` (404), `collection.erased`.
    """
    held = held_collection(collection.pk)
    if not held.readers.filter(pk=actor.person_id or 0).exists():
        raise Refused("collection.no_reader", _("没有这一页，或者你不能看它。"), status=404)
    if held.erased_at is not None:
        raise Refused("collection.erased", _("单份已经删掉，只剩合计。"))
    answers = list(
        held.answers.select_related("person", "asked__unit").order_by("asked__unit__order", "person__name_key", "pk")
    )
    record(
        actor=actor, now=now, act="mobilisation.read_answers", thing=held, unit=held.unit, after={"answers": len(answers)}
    )  # fmt: skip
    return answers
