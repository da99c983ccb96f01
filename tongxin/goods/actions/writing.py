"""What the acts on suppliers, products and scopes share: set, compare, keep, leave one entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.goods.access import unit_of
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import MONEY_CHANGE


def require_change(actor: Actor, thing: Any) -> None:
    """Refuses: `access.office_mode`, `access.no_right`."""
    require_right(actor, MONEY_CHANGE, unit_of(thing))


def require_in_use(thing: Any) -> None:
    """Refuses what is retired: `goods.retired`."""
    if thing.retired_at is not None:
        raise Refused("goods.retired", _("它已经停用了，什么都没有改。要用，先恢复。"))


def require_retired(thing: Any) -> None:
    """Refuses what is in use: `goods.not_retired`."""
    if thing.retired_at is None:
        raise Refused("goods.not_retired", _("它本来就在用。"))


def put(thing: Any, fields: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Set the fields and answer what stood before in those that changed. A name beyond `names` is a fault."""
    if unknown := set(fields) - set(names):
        raise TypeError(f"no such fields: {', '.join(sorted(unknown))}")
    before = {}
    for name, value in fields.items():
        value = value.strip() if isinstance(value, str) else value
        if getattr(thing, name) != value:
            before[name] = getattr(thing, name)
            setattr(thing, name, value)
    return before


def entered(
    act: str, *, actor: Actor, now: datetime, thing: Any, before: Mapping[str, Any], reason: str = "", **more: Any
) -> None:
    """The one entry: what stood before, what stands now in the same fields."""
    after = {name: _plain(getattr(thing, name)) for name in before} | more
    told = {name: _plain(value) for name, value in before.items()}
    record(
        actor=actor, now=now, act=f"goods.{act}", thing=thing, unit=unit_of(thing), reason=reason, before=told, after=after
    )  # fmt: skip


def told_reason(reason: str) -> str:
    """The reason, which there must be. Refuses: `goods.no_reason`."""
    if not reason.strip():
        raise Refused("goods.no_reason", _("写一句为什么，以后查得到。"), field="reason")
    return reason.strip()[:200]


def _plain(value: Any) -> Any:
    return value.pk if hasattr(value, "pk") else value
