"""Put a piece of work into the year that is no activity."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.org.queries.units import union_of
from tongxin.org.rules import rights
from tongxin.plan.models import WorkItem


@transaction.atomic
def add_work_item(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    year: int,
    title: str,
    kind: str = WorkItem.Kind.OTHER,
    starts_on: date | None = None,
    due_on: date | None = None,
    responsible_unit: Unit | None = None,
    owner: Person | None = None,
    words: str = "",
) -> WorkItem:
    """Add a work item with who answers for it and until when; it may be added after the plan's approval.

    Refuses: `work_item.title_missing`, `work_item.due_before_start`, `work_item.unit_outside` and
    `work_item.owner_outside` (not of this union).
    """
    require_right(actor, rights.PLAN_CHANGE, unit)
    _refuse(unit, title, starts_on, due_on, responsible_unit, owner)
    item = WorkItem.objects.create(
        unit=unit, year=year, title=title.strip(), kind=WorkItem.Kind(kind), starts_on=starts_on, due_on=due_on,
        responsible_unit=responsible_unit, owner=owner, words=words,
    )  # fmt: skip
    after = {"year": year, "kind": item.kind, "starts_on": starts_on, "due_on": due_on, "words": words}
    audit.record(actor=actor, now=now, act="plan.add_work_item", thing=item, unit=unit, after=after)
    return item


def _refuse(
    unit: Unit, title: str, starts_on: date | None, due_on: date | None, responsible: Unit | None, owner: Person | None
) -> None:
    if not title.strip():
        raise Refused("work_item.title_missing", _("还没写是什么事项。"), field="title")
    if starts_on and due_on and due_on < starts_on:
        raise Refused("work_item.due_before_start", _("期限早于开始的日子。"), field="due_on")
    union = union_of(unit)
    if responsible and not responsible.is_below(union):
        raise Refused("work_item.unit_outside", _("责任单位不属于这个工会。"), field="responsible_unit")
    if owner and owner.union_id != union.pk:
        raise Refused("work_item.owner_outside", _("负责人不在这个工会的花名册里。"), field="owner")
