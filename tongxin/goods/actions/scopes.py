"""Scopes of counting: add, change, retire, take back into use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.goods.actions.writing import entered, put, require_change, require_in_use, require_retired, told_reason
from tongxin.goods.models import Scope
from tongxin.goods.queries.origins import require_county
from tongxin.goods.rules.poor import ANHUI
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import MONEY_CHANGE

FIELDS: Final = ("name", "source", "counties")


@transaction.atomic
def add_scope(
    *, actor: Actor, now: datetime, unit: Unit, kind: str, name: str, source: str = "", counties: Iterable[str] | None = None
) -> Scope:  # fmt: skip
    """A scope of counting of a unit and all below it. Without `counties` that of the 832 counties begins with those known here.

    Refuses: `access.…`, `goods.no_name`, `goods.scope_again`, `goods.unknown_county`.
    """
    require_right(actor, MONEY_CHANGE, unit)
    if counties is None:
        counties = ANHUI if kind == Scope.Kind.COUNTIES_832 else ()
    scope = Scope(unit=lock(Unit.objects.filter(pk=unit.pk)).get(), kind=Scope.Kind(kind))
    before = put(scope, {"name": name, "source": source, "counties": _listed(counties)}, FIELDS)
    _require_sound(scope)
    scope.save()
    entered("add_scope", actor=actor, now=now, thing=scope, before={**before, "kind": ""})
    return scope


@transaction.atomic
def edit_scope(*, actor: Actor, now: datetime, scope: Scope, **fields: Any) -> Scope:
    """Change its name, source or counties. Refuses as `add_scope`, and `goods.retired`."""
    require_change(actor, scope)
    held = _held(scope)
    require_in_use(held)
    if "counties" in fields:
        fields["counties"] = _listed(fields["counties"])
    before = put(held, fields, FIELDS)
    _require_sound(held)
    if before:
        held.save()
        entered("edit_scope", actor=actor, now=now, thing=held, before=before)
    return held


@transaction.atomic
def retire_scope(*, actor: Actor, now: datetime, scope: Scope, reason: str) -> Scope:
    """Nothing new counts in it; what counted stays. Refuses: `access.…`, `goods.retired`, `goods.no_reason`."""
    require_change(actor, scope)
    held = _held(scope)
    require_in_use(held)
    why = told_reason(reason)
    before = put(held, {"retired_at": now}, ("retired_at",))
    held.save(update_fields=["retired_at"])
    entered("retire_scope", actor=actor, now=now, thing=held, before=before, reason=why)
    return held


@transaction.atomic
def reinstate_scope(*, actor: Actor, now: datetime, scope: Scope, reason: str) -> Scope:
    """What is bought counts in it again; what was bought meanwhile does not. Refuses: `access.…`, `goods.not_retired`, `goods.no_reason`."""
    require_change(actor, scope)
    held = _held(scope)
    require_retired(held)
    why = told_reason(reason)
    before = put(held, {"retired_at": None}, ("retired_at",))
    held.save(update_fields=["retired_at"])
    entered("reinstate_scope", actor=actor, now=now, thing=held, before=before, reason=why)
    return held


def _held(scope: Scope) -> Scope:
    """The scope, locked; its unit's row first, so that no two of one name come in at once."""
    lock(Unit.objects.filter(pk=scope.unit_id)).get()
    held = lock(Scope.objects.filter(pk=scope.pk)).get()
    held.unit = scope.unit
    return held


def _listed(counties: Iterable[str]) -> list[str]:
    return sorted(set(counties))


def _require_sound(scope: Scope) -> None:
    if not scope.name:
        raise Refused("goods.no_name", _("给这个口径起个名字，例如“832个脱贫县”。"), field="name")
    for county in scope.counties:
        require_county(county, field="counties")
    found = Scope.objects.filter(unit=scope.unit, name=scope.name).exclude(pk=scope.pk).first()
    if found is not None:
        raise Refused("goods.scope_again", _again(found), field="name", scope=found.pk)


def _again(found: Scope) -> str:
    if found.retired_at is not None:
        return _("“%(name)s”用过，后来停用了。要再用，到统计口径那一页恢复。") % {"name": found.name}
    return _("已经有叫这个名字的口径了，换一个名字。")
