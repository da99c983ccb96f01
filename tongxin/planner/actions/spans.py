"""The academic year: a span comes in, a span goes out."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner.models import TermSpan


@transaction.atomic
def add_span(
    *, actor: Actor, now: datetime, union: Unit, kind: str, name: str, starts_on: date, ends_on: date
) -> TermSpan:
    """Enter a term, exam weeks or a vacation. Refuses: `access.…`, `span.no_name`, `span.backwards`, `span.there`."""
    require_right(actor, PLAN_CHANGE, union)
    if not name.strip():
        raise Refused("span.no_name", _("给这一段起个名字，例如“期末考试周”。"), field="name")
    if ends_on < starts_on:
        raise Refused("span.backwards", _("结束的日子早于开始的日子，改其中一个。"), field="ends_on")
    same = TermSpan.objects.filter(unit=union, kind=kind, starts_on=starts_on, ends_on=ends_on)
    if same.exists():
        raise Refused("span.there", _("同样的一段已经有了。"), field="starts_on")
    span = TermSpan.objects.create(
        unit=union, kind=TermSpan.Kind(kind), name=name.strip(), starts_on=starts_on, ends_on=ends_on
    )
    after = {"kind": span.kind, "starts_on": starts_on, "ends_on": ends_on}
    audit.record(actor=actor, now=now, act="planner.add_span", thing=span, unit=union, after=after)
    return span


@transaction.atomic
def remove_span(*, actor: Actor, now: datetime, span: TermSpan) -> None:
    """Take a span out again. Refuses: `access.…`."""
    require_right(actor, PLAN_CHANGE, span.unit)
    before = {"kind": span.kind, "name": span.name, "starts_on": span.starts_on, "ends_on": span.ends_on}
    audit.record(actor=actor, now=now, act="planner.remove_span", thing=span, unit=span.unit, before=before)
    span.delete()
