"""What every act on a round does: lock, look it up in its table, save, keep the step, leave one entry, tell those who follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare import hooks
from tongxin.welfare.models import Round, Step
from tongxin.welfare.rules import life

FIELDS: Final = tuple(field.attname for field in Round._meta.concrete_fields if field.attname != "id")


@contextmanager
def turn(
    act: str, *, actor: Actor, now: datetime, round: Round, words: str = "", told: Mapping[str, Any] | None = None
) -> Iterator[Round]:
    """The round locked and fresh, in one transaction; what is set on it in the block is saved with its new state.

    The caller authorises. `told` is filled by the block with what else the entry keeps, `people` among it being the persons
    concerned. Who follows is called last.
    Refuses: `welfare.gone` (404), `welfare.not_possible`, `welfare.not_yet` (another app has something against it).
    """
    with transaction.atomic():
        held = locked(round)
        require_possible(held, act)
        before = {name: getattr(held, name) for name in FIELDS}
        yield held
        held.state = life.leads_to(act, held.state)
        changed = [name for name in FIELDS if getattr(held, name) != before[name]]
        if changed:
            held.save(update_fields=changed)
        if act in life.TOLD:
            Step.objects.create(
                round=held, kind=act, at=now, by=actor.label, person_id=actor.person_id, words=words.strip()[:300]
            )
        was = {name: before[name] for name in changed}
        record(
            actor=actor, now=now, act=f"welfare.{act}", thing=held, unit=held.unit, reason=words.strip(), before=was,
            after={**{name: getattr(held, name) for name in changed}, **(told or {})},
        )  # fmt: skip
        for each in hooks.followers:
            each.after(hooks.Turned(act, held, was, words.strip(), actor, now, tuple((told or {}).get("people", ()))))


def locked(round: Round) -> Round:
    """The round as it stands now, held until the transaction ends. Refuses: `welfare.gone` (404)."""
    held = lock(Round.objects.select_related("unit").filter(pk=round.pk)).first()
    if held is None:
        raise Refused("welfare.gone", _("这次福利已经不在了。"), status=404)
    return held


def require_possible(round: Round, act: str) -> None:
    """Refuses an act that the table does not know in this state, and one that another app has something against."""
    if not life.may(act, round.state, chosen=round.chosen_at is not None):
        sentence = _("这次福利现在是“%(state)s”，这一步办不了。什么都没有改。") % {"state": round.get_state_display()}
        raise Refused("welfare.not_possible", sentence, state=round.state, act=act)
    if act in life.ASKED:
        for each in hooks.blockers:
            if against := each.against(act, round):
                raise Refused("welfare.not_yet", against, act=act)
