"""Aims over several years: add one, change it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.goals.access import CHANGE
from tongxin.goals.actions.common import (
    require_inside,
    require_title,
)
from tongxin.goals.models import Aim
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit

LONGEST = 5
FIELDS = ("title", "words", "first", "last", "owner")


@transaction.atomic
def add_aim(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    title: str,
    first: int,
    last: int,
    words: str = "",
    owner: Person | None = None,
) -> Aim:
    """Set an aim for two to five years. Refuses: `goals.title_missing`, `aim.years`, `goals.owner_outside`."""
    require_right(actor, CHANGE, unit)
    title = _require(unit, title, first, last, owner)
    aim = Aim.objects.create(unit=unit, title=title, first=first, last=last, words=words, owner=owner)
    audit.record(actor=actor, now=now, act="aims.add", thing=aim, unit=unit, after=state_of(aim))
    return aim


@transaction.atomic
def edit_aim(
    *,
    actor: Actor,
    now: datetime,
    aim: Aim,
    title: str,
    first: int,
    last: int,
    words: str = "",
    owner: Person | None = None,
) -> Aim:
    """Change an aim. Refuses as `add_aim`."""
    require_right(actor, CHANGE, aim.unit)
    title = _require(aim.unit, title, first, last, owner)
    before = state_of(aim)
    aim.title, aim.first, aim.last, aim.words, aim.owner = title, first, last, words, owner
    aim.save()
    audit.record(actor=actor, now=now, act="aims.edit", thing=aim, unit=aim.unit, before=before, after=state_of(aim))
    return aim


def state_of(aim: Aim) -> dict[str, Any]:
    """What the trail keeps of an aim."""
    return {name: getattr(value, "pk", value) for name in FIELDS for value in [getattr(aim, name)]}


def _require(unit: Unit, title: str, first: int, last: int, owner: Person | None) -> str:
    title = require_title(title, _("还没写是什么目标。"))
    if not 1 <= last - first < LONGEST:
        raise Refused("aim.years", _("多年目标管二到五年。"), field="last")
    require_inside(unit, owner, None)
    return title
