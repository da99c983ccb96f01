"""Erase the answers of a collection; counts remain."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_collection, require_collection_right
from tongxin.mobilisation.models import Collection
from tongxin.mobilisation.rules.questions import counted
from tongxin.org.actor import Actor, shell_actor


@transaction.atomic
def erase_collection(*, actor: Actor, now: datetime, collection: Collection) -> Collection:
    """At once, before its day; who has not answered need not any more. Refuses: `access.…`, `collection.erased`."""
    held = held_collection(collection.pk)
    require_collection_right(actor, held)
    if held.erased_at is not None:
        raise Refused("collection.erased", _("已经删掉了。"))
    return _erase(actor, now, held)


def erase_due(*, now: datetime) -> int:
    """Erase what is due, for the worker: each in its own transaction; how many."""
    there = Collection.objects.filter(erased_at=None).order_by("pk")
    return sum(_erase_if_due(collection.pk, now) for collection in there if collection.erase_on <= today(now))


@transaction.atomic
def _erase_if_due(pk: int, now: datetime) -> int:
    held = held_collection(pk)
    if held.erased_at is not None:
        return 0
    _erase(shell_actor("work"), now, held)
    return 1


def _erase(actor: Actor, now: datetime, held: Collection) -> Collection:
    gone = 0
    for asked in held.asked.all():
        rows = list(asked.answers.values("well", "temperature", "away"))
        asked.answered, asked.counts = len(rows), counted(held.asks, rows)
        asked.save(update_fields=["answered", "counts"])
        gone += len(rows)
    held.answers.all().delete()
    held.erased_at = now
    held.save(update_fields=["erased_at"])
    record(actor=actor, now=now, act="mobilisation.erase", thing=held, unit=held.unit, after={"answers": gone})
    return held
