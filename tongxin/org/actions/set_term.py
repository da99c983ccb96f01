"""Set a term of a unit's committee."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Term, Unit
from tongxin.org.rules.rights import POSTS_CHANGE
from tongxin.org.rules.terms import is_too_long, overlap


@transaction.atomic
def set_term(
    *, actor: Actor, now: datetime, unit: Unit, name: str, starts_on: date, ends_on: date, term: Term | None = None
) -> Term:
    """Add a term (届), or change the given one.

    Refuses: `term.name_missing`, `term.name_taken`, `term.dates_crossed`, `term.too_long` (over five years, 工会法 2021
    Art. 16), `term.overlaps`, `term.other_unit`, and as `require_right`.
    """
    require_right(actor, POSTS_CHANGE, unit)
    unit = lock(Unit.objects.filter(pk=unit.pk)).get()
    name = name.strip()
    if term is not None and term.unit_id != unit.pk:
        raise Refused("term.other_unit", _("那一届不是这个单位的。"))
    _check_days(starts_on, ends_on)
    _check_others(unit, name, starts_on, ends_on, term)
    before = told(term) if term is not None and term.pk else None
    term = term or Term(unit=unit)
    term.name, term.starts_on, term.ends_on = name, starts_on, ends_on
    term.save()
    record(
        actor=actor, now=now, act="org.set_term", thing=term, unit=unit, label=f"{unit.called}{term}",
        before=before, after=told(term),
    )  # fmt: skip
    return term


def told(term: Term) -> dict[str, object]:
    """What the audit trail keeps of a term."""
    return {"name": term.name, "starts_on": term.starts_on, "ends_on": term.ends_on}


def _check_days(starts_on: date, ends_on: date) -> None:
    if ends_on <= starts_on:
        raise Refused("term.dates_crossed", _("届满日期要晚于开始日期。"), field="ends_on")
    if is_too_long(starts_on, ends_on):
        raise Refused("term.too_long", _("一届最多五年（工会法第十六条）。改届满日期。"), field="ends_on")


def _check_others(unit: Unit, name: str, starts_on: date, ends_on: date, term: Term | None) -> None:
    if not name:
        raise Refused("term.name_missing", _("还没写是第几届。"), field="name")
    others = Term.objects.filter(unit=unit).exclude(pk=term.pk if term else 0)
    if others.filter(name=name).exists():
        raise Refused("term.name_taken", _("“%(name)s”已经有了。换一个届次。") % {"name": name}, field="name")
    for other in others:
        if overlap((starts_on, ends_on), (other.starts_on, other.ends_on)):
            words = _("和“%(name)s”的日期重叠。改日期。") % {"name": other.name}
            raise Refused("term.overlaps", words, field="starts_on")
