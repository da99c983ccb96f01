"""The year's tasks, and who does which part."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.goods.models import Scope
from tongxin.org.access import steps
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of
from tongxin.purchases.access import require_change
from tongxin.purchases.models import Part, Task
from tongxin.purchases.rules.amounts import MOST_FEN

FIELDS: Final = ("target_fen", "set_by", "document", "words")


@transaction.atomic
def set_task(
    *, actor: Actor, now: datetime, unit: Unit, year: int, scope: Scope | None, target_fen: int, set_by: str, document: str = "",
    words: str = "",
) -> Task:  # fmt: skip
    """A year's task in a scope, or in assistance purchasing as a whole (`scope` None).

    Refuses: `access.…`, `purchases.task_again` (fact `task`), `purchases.no_amount`, `purchases.no_setter`, `purchases.foreign_scope`.
    """
    require_change(actor, unit)
    lock(Unit.objects.filter(pk=unit.pk)).get()
    there = Task.objects.filter(unit=unit, year=year, scope=scope).first()
    if there is not None:
        raise Refused(
            "purchases.task_again", _("这一年这个口径的任务已经有了，改它就好。"), field="scope", task=there.pk
        )
    if scope is not None and (scope.unit_id not in steps(unit.path) or scope.retired_at is not None):
        raise Refused("purchases.foreign_scope", _("这个统计口径不是你们单位的，或者停用了。"), field="scope")
    task = Task(unit=unit, year=year, scope=scope, target_fen=target_fen, set_by=set_by, document=document, words=words)
    _require_sound(task)
    task.save()
    record(actor=actor, now=now, act="purchases.set_task", thing=task, unit=unit, after=_told(task))
    return task


@transaction.atomic
def edit_task(*, actor: Actor, now: datetime, task: Task, **fields: Any) -> Task:
    """Change any of `FIELDS`. Refuses as `set_task`."""
    require_change(actor, task.unit)
    held = _held(task)
    before = _told(held)
    for name in FIELDS:
        setattr(held, name, fields.get(name, getattr(held, name)))
    _require_sound(held)
    if before != _told(held):
        held.save()
        record(
            actor=actor, now=now, act="purchases.edit_task", thing=held, unit=task.unit, before=before, after=_told(held)
        )  # fmt: skip
    return held


@transaction.atomic
def remove_task(*, actor: Actor, now: datetime, task: Task, reason: str) -> None:
    """It was never set; its parts go with it, what was bought stays. Refuses: `access.…`, `purchases.no_reason`."""
    require_change(actor, task.unit)
    held = _held(task)
    if not reason.strip():
        raise Refused("purchases.no_reason", _("写一句为什么去掉。"), field="reason")
    record(
        actor=actor, now=now, act="purchases.remove_task", thing=held, unit=task.unit, reason=reason.strip(), before=_told(held)
    )  # fmt: skip
    held.delete()


@transaction.atomic
def set_part(
    *, actor: Actor, now: datetime, task: Task, unit: Unit, does: str, part: Part | None = None, due_on: date | None = None,
    words: str = "",
) -> Part:  # fmt: skip
    """A partner unit's part: what it does and until when; `part` is one to change.

    Refuses: `access.…`, `purchases.no_step`, `purchases.no_partner` (a unit of another union, or one that is closed).
    """
    require_change(actor, task.unit)
    held = lock(Part.objects.filter(pk=part.pk)).get() if part else Part(task=task, order=task.parts.count())
    before = _part(held) if part else {}
    if not does.strip():
        raise Refused("purchases.no_step", _("写上这个单位做什么，例如核对人数。"), field="does")
    if unit.pk != held.unit_id and (unit.closed_on is not None or union_of(unit).pk != union_of(task.unit).pk):
        raise Refused("purchases.no_partner", _("这个单位不在本工会，或者已经撤了，换一个。"), field="unit")
    held.unit, held.does, held.due_on, held.words = unit, does.strip(), due_on, words.strip()
    held.save()
    record(actor=actor, now=now, act="purchases.set_part", thing=task, unit=task.unit, before=before, after=_part(held))
    return held


@transaction.atomic
def finish_part(*, actor: Actor, now: datetime, part: Part, done_on: date | None) -> Part:
    """The unit has done its part, on that day; None: it has not after all. Refuses: `access.…`, `purchases.future`."""
    require_change(actor, part.task.unit)
    if done_on is not None and done_on > today(now):
        raise Refused("purchases.future", _("还没到这一天。做完了再记。"), field="done_on")
    held = lock(Part.objects.filter(pk=part.pk)).get()
    before, held.done_on = {"done_on": held.done_on}, done_on
    held.save(update_fields=["done_on"])
    record(
        actor=actor, now=now, act="purchases.finish_part", thing=part.task, unit=part.task.unit, before=before,
        after=_part(held),
    )  # fmt: skip
    return held


@transaction.atomic
def remove_part(*, actor: Actor, now: datetime, part: Part) -> None:
    """The unit has no part in it. Refuses: `access.…`."""
    require_change(actor, part.task.unit)
    record(actor=actor, now=now, act="purchases.remove_part", thing=part.task, unit=part.task.unit, before=_part(part))
    part.delete()


def _held(task: Task) -> Task:
    held = lock(Task.objects.filter(pk=task.pk)).get()
    held.unit = task.unit
    return held


def _require_sound(task: Task) -> None:
    if type(task.target_fen) is not int or not 0 < task.target_fen <= MOST_FEN:
        raise Refused("purchases.no_amount", _("写上目标金额。"), field="target_fen")
    task.set_by, task.document, task.words = task.set_by.strip(), task.document.strip(), task.words.strip()
    if not task.set_by:
        raise Refused("purchases.no_setter", _("写上谁定的，例如市总工会。"), field="set_by")


def _told(task: Task) -> dict[str, Any]:
    return {"year": task.year, "scope": task.scope_id} | {name: getattr(task, name) for name in FIELDS}


def _part(part: Part) -> dict[str, Any]:
    return {
        "part": part.unit_id,
        "does": part.does,
        "due_on": part.due_on,
        "done_on": part.done_on,
        "words": part.words,
    }
