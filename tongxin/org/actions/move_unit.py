"""Put a unit, with all below it, below another."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Value
from django.db.models.functions import Concat, Length, Substr
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import inside, require_right
from tongxin.org.actions.found_unit import check_place, path_below
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of
from tongxin.org.rules.rights import UNITS_CHANGE
from tongxin.org.rules.units import LONGEST_PATH


@transaction.atomic
def move_unit(*, actor: Actor, now: datetime, unit: Unit, to: Unit) -> Unit:
    """Move a unit below `to`; the paths of all units below it are rewritten. Old audit entries keep their old place.

    Refuses: `unit.below_itself`, `unit.already_there`, `unit.other_union`, `unit.kind_misplaced`, `unit.parent_closed`,
    `unit.too_deep`, and as `require_right` for both places.
    """
    require_right(actor, UNITS_CHANGE, unit)
    require_right(actor, UNITS_CHANGE, to)
    unit, to = _lock_both(unit, to)
    before = unit.path or ""
    _check(unit, to, now)
    after = path_below(to, unit)
    _check_depth(before, after)
    below = Unit.objects.filter(path__startswith=before)
    below.update(path=Concat(Value(after), Substr(F("path"), len(before) + 1)))
    Unit.objects.filter(pk=unit.pk).update(parent=to)
    unit.refresh_from_db()
    record(
        actor=actor, now=now, act="org.move_unit", thing=unit, unit=to, before={"path": before}, after={"path": after}
    )
    return unit


def _lock_both(unit: Unit, to: Unit) -> tuple[Unit, Unit]:
    """Both branches of the tree, locked in the order of their ids, so that two moves wait instead of crossing."""
    above = [int(step) for step in (to.path or "").split(".") if step]
    below = Unit.objects.filter(inside(unit)).values_list("pk", flat=True)
    rows = lock(Unit.objects.filter(pk__in={*above, *below}).order_by("pk"))
    found = {row.pk: row for row in rows}
    return found[unit.pk], found[to.pk]


def _check(unit: Unit, to: Unit, now: datetime) -> None:
    if to.is_below(unit):
        raise Refused("unit.below_itself", _("不能移到它自己或它的下级里。换一个上级单位。"), field="to")
    if unit.parent_id == to.pk:
        raise Refused("unit.already_there", _("它已经在“%(unit)s”下面。") % {"unit": to.called}, field="to")
    check_place(unit.kind, to, now)
    if unit.kind not in (Unit.Kind.UNION, Unit.Kind.FEDERATION) and union_of(unit) != union_of(to):
        raise Refused("unit.other_union", _("不能移到另一个工会去：人员的会籍在原工会。"), field="to")


def _check_depth(before: str, after: str) -> None:
    deepest = Unit.objects.filter(path__startswith=before).aggregate(longest=Max(Length("path")))["longest"]
    if deepest - len(before) + len(after) > LONGEST_PATH:
        raise Refused("unit.too_deep", _("移过去会太深。换一个上级单位。"), field="to")
