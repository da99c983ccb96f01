"""Categories and groups: add one, rename it, retire it. They are common to the installation."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from tongxin.activities.access import require_catalogue
from tongxin.activities.models import Category, Group
from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.names import initials
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor

SHARED: Final = ("name", "name_en", "order", "in_use")
OF_CATEGORY: Final = (*SHARED, "seal", "tone", "printed", "counted")
Named = TypeVar("Named", Category, Group)


def add_category(*, actor: Actor, now: datetime, name: str, seal: str, **fields: Any) -> Category:
    """Add a category; `printed` is the name unless told. Refuses as `edit_category`."""
    fields = {"printed": fields.pop("printed", "") or name, **fields}
    return _keep(
        Category(code=free_code(Category, name)), "activities.add_category", actor, now, name=name, seal=seal, **fields
    )


def edit_category(*, actor: Actor, now: datetime, category: Category, **fields: Any) -> Category:
    """Change any of `OF_CATEGORY`; `in_use=False` retires it: old activities keep it, new ones cannot take it.

    Refuses: `access.…`, `catalogue.no_name`, `catalogue.name_taken`, `catalogue.last`, `category.seal`.
    """
    return _keep(category, "activities.edit_category", actor, now, **fields)


def add_group(*, actor: Actor, now: datetime, name: str, **fields: Any) -> Group:
    """Add a group of the year's framework. Refuses as `edit_group`."""
    return _keep(Group(code=free_code(Group, name)), "activities.add_group", actor, now, name=name, **fields)


def edit_group(*, actor: Actor, now: datetime, group: Group, **fields: Any) -> Group:
    """Change any of `SHARED`. Refuses: `access.…`, `catalogue.no_name`, `catalogue.name_taken`, `catalogue.last`."""
    return _keep(group, "activities.edit_group", actor, now, **fields)


def free_code(kind: type[Category] | type[Group], name: str) -> str:
    """A code from the name's pinyin that nothing has yet."""
    stem = "".join(char for char in initials(name) if char.isascii() and char.isalnum())[:14] or "x"
    taken = set(kind.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(code for code in (stem, *(f"{stem}{n}" for n in range(2, 10_000))) if code not in taken)


@transaction.atomic
def _keep(named: Named, act: str, actor: Actor, now: datetime, **fields: Any) -> Named:
    require_catalogue(actor)
    kind = type(named)
    allowed = OF_CATEGORY if kind is Category else SHARED
    if unknown := set(fields) - set(allowed):
        raise TypeError(f"no such fields: {', '.join(sorted(unknown))}")
    held = lock(kind.objects.filter(pk=named.pk)).get() if named.pk else named
    before = {name: getattr(held, name) for name in fields} if held.pk else {}
    for name, value in fields.items():
        setattr(held, name, value.strip() if isinstance(value, str) else value)
    if not held.pk and "order" not in fields:
        held.order = (kind.objects.aggregate(last=Max("order"))["last"] or 0) + 1
    _require_sound(held)
    held.save()
    record(
        actor=actor, now=now, act=act, thing=held, before=before, after={name: getattr(held, name) for name in fields}
    )
    return held


def _require_sound(held: Category | Group) -> None:
    others = type(held).objects.exclude(pk=held.pk)
    if not held.name:
        raise Refused("catalogue.no_name", _("名称还空着，写几个字。"), field="name")
    if others.filter(name=held.name).exists():
        sentence = _("已经有“%(name)s”，换一个名称。") % {"name": held.name}
        raise Refused("catalogue.name_taken", sentence, field="name")
    if not held.in_use and not others.filter(in_use=True).exists():
        raise Refused("catalogue.last", _("这是最后一个在用的，停用之前先加一个。"), field="in_use")
    if isinstance(held, Category) and len(held.seal) != 1:
        raise Refused("category.seal", _("字章要正好一个字。"), field="seal")
