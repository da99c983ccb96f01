"""What every act on an application does: lock, look it up in its table, save, keep the step, leave one entry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.outings.models import Outing, Step
from tongxin.outings.rules import life

FIELDS: Final = tuple(field.attname for field in Outing._meta.concrete_fields if field.attname != "activity_id")


@contextmanager
def turn(act: str, *, actor: Actor, now: datetime, outing: Outing, words: str = "") -> Iterator[Outing]:
    """The outing locked and fresh, in one transaction; what is set on it in the block is saved with its new state.

    The caller authorises. Refuses: `outing.gone` (404), `outing.not_possible`, `outing.called_off`.
    """
    with transaction.atomic():
        held = locked(outing)
        require_possible(held, act)
        before = state_of(held)
        yield held
        held.state = life.leads_to(act, held.state)
        changed = [name for name in FIELDS if getattr(held, name) != before[name]]
        if changed:
            held.save(update_fields=changed)
        if act in Step.Kind.values:
            Step.objects.create(
                outing=held, kind=act, at=now, by=actor.label, person_id=actor.person_id, words=words.strip()[:300]
            )
        record(
            actor=actor, now=now, act=f"outings.{act}", thing=held.activity, unit=held.activity.unit, reason=words.strip(),
            before={name: before[name] for name in changed}, after={name: getattr(held, name) for name in changed},
        )  # fmt: skip


def locked(outing: Outing) -> Outing:
    """The outing as it stands now, held until the transaction ends. Refuses: `outing.gone` (404)."""
    held = lock(Outing.objects.filter(pk=outing.pk)).first()
    if held is None:
        raise Refused("outing.gone", _("这次团建已经不在了。"), status=404)
    held.activity = Activity.objects.select_related("unit", "category", "group").get(pk=held.pk)
    return held


def require_possible(outing: Outing, act: str) -> None:
    """Refuses an act that the table does not know in this state, and any but closing on what was called off."""
    if outing.activity.state in (Activity.State.CANCELLED, Activity.State.MERGED):
        raise Refused("outing.called_off", _("这次团建已经取消了，什么都没有改。要再办，先恢复活动。"))
    if not life.may(act, outing.state):
        sentence = _("申请现在是“%(state)s”，这一步办不了。什么都没有改。") % {"state": outing.get_state_display()}
        raise Refused("outing.not_possible", sentence, state=outing.state, act=act)


def state_of(outing: Outing) -> dict[str, Any]:
    """Every field as it is."""
    return {name: getattr(outing, name) for name in FIELDS}
