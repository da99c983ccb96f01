"""Found a unit."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.database import lock
from tongxin.core.names import name_key
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.codes import is_possible_code
from tongxin.org.rules.rights import UNITS_CHANGE
from tongxin.org.rules.units import LONGEST_PATH, may_stand_below


@transaction.atomic
def found_unit(
    *,
    actor: Actor,
    now: datetime,
    parent: Unit | None,
    kind: str,
    code: str,
    name: str,
    short_name: str = "",
    founded_on: date | None = None,
    order: int = 0,
) -> Unit:
    """Add a unit below `parent` (None: at the top of the tree).

    Refuses: `unit.name_missing`, `unit.code_missing`, `unit.code_not_possible`, `unit.name_taken`,
    `unit.kind_misplaced`, `unit.parent_closed`, `unit.code_taken`, `unit.too_deep`, and as `require_right`.
    """
    require_right(actor, UNITS_CHANGE, parent or "")
    if parent is not None:
        parent = lock(Unit.objects.filter(pk=parent.pk)).get()
    name, code = name.strip(), code.strip()
    check_place(kind, parent, now)
    check_names(name, code, parent)
    unit = Unit(
        parent=parent, kind=kind, code=code, name=name, short_name=short_name, name_key=name_key(name),
        founded_on=founded_on, order=order,
    )  # fmt: skip
    add(unit)
    unit.path = path_below(parent, unit)
    unit.save(update_fields=["path"])
    record(actor=actor, now=now, act="org.found_unit", thing=unit, unit=unit, after=told(unit))
    return unit


def check_names(name: str, code: str, parent: Unit | None, *, besides: int | None = None) -> None:
    """Neighbours have different names, or importing could not tell them; a code is typed when signing in.

    Refuses: `unit.name_missing`, `unit.code_missing`, `unit.code_not_possible`, `unit.name_taken`.
    """
    if not name:
        raise Refused("unit.name_missing", _("还没写单位名称。"), field="name")
    if not code:
        raise Refused("unit.code_missing", _("还没写单位代码。"), field="code")
    if not is_possible_code(code):
        raise Refused("unit.code_not_possible", _("代码只用字母、数字和 - _ .，登录时会用到。"), field="code")
    if Unit.objects.filter(parent=parent, name=name, closed_on=None).exclude(pk=besides or 0).exists():
        raise Refused(
            "unit.name_taken", _("这里已经有“%(name)s”。打开它来改，或换个名称。") % {"name": name}, field="name"
        )


def check_place(kind: str, parent: Unit | None, now: datetime) -> None:
    """Refuses: `unit.kind_misplaced`, `unit.parent_closed`."""
    if not may_stand_below(kind, parent.kind if parent else None):
        words = _("“%(kind)s”不能设在这里。换一个上级单位，或换一个种类。") % {"kind": Unit.Kind(kind).label}
        raise Refused("unit.kind_misplaced", words, field="kind")
    if parent is not None and not parent.exists_on(clock.today(now)) and parent.closed_on is not None:
        words = _("“%(unit)s”已经撤销，下面不能再设单位。") % {"unit": parent.called}
        raise Refused("unit.parent_closed", words, field="parent")


def add(unit: Unit) -> None:
    """Write a new unit. Refuses: `unit.code_taken`, also where two officers take the same code at once."""
    try:
        with transaction.atomic():
            unit.save(force_insert=True)
    except IntegrityError as clash:
        if Unit.objects.filter(code=unit.code).exists():
            raise code_taken(unit.code) from clash
        raise


def code_taken(code: str) -> Refused:
    """The refusal of a code that another unit has."""
    return Refused("unit.code_taken", _("代码%(code)s已经有单位用。换一个。") % {"code": code}, field="code")


def path_below(parent: Unit | None, unit: Unit) -> str:
    """The path of a unit below `parent`. Refuses: `unit.too_deep`."""
    path = f"{parent.path if parent else ''}{unit.pk}."
    if len(path) > LONGEST_PATH:
        raise Refused("unit.too_deep", _("这里已经是最深一层。设在上一层。"), field="parent")
    return path


def told(unit: Unit) -> dict[str, object]:
    """What the audit trail keeps of a unit."""
    return {
        "kind": unit.kind,
        "code": unit.code,
        "name": unit.name,
        "short_name": unit.short_name,
        "parent": unit.parent_id,
        "founded_on": unit.founded_on,
        "closed_on": unit.closed_on,
        "order": unit.order,
    }
