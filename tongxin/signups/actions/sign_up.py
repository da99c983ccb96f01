"""A member signs up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.places import actions as places
from tongxin.places.actions.holding import held
from tongxin.places.actions.take import Taken
from tongxin.places.models.place import LIVE
from tongxin.signups.models import Slot

OPEN = (Activity.State.PUBLISHED, Activity.State.UNDER_WAY)


def sign_up(
    *,
    actor: Actor,
    now: datetime,
    slot: Slot,
    companions: int = 0,
    note: dict[str, Any] | None = None,
    others: Sequence[Person] = (),
    team: str = "",
) -> Taken:
    """A place for the actor in `slot`, together with `others` where they want in as one; the engine leaves the entry.

    `note` is what was answered. A team of a unit bears the name `team`.
    Refuses: `signup.nobody` (no person behind the account), `signup.not_open` (not published, over, put off),
    `signup.other_session` (in another batch already: one is enough), `signup.team` (too few or too many), `signup.per_unit`,
    and all of `places.take`.
    """
    if actor.person_id is None:
        raise Refused("signup.nobody", _("这个账号没有对应的职工，报不了名。"))
    if slot.activity.state not in OPEN or slot.pool is None:
        raise Refused("signup.not_open", _("这项活动现在不能报名。"))
    if slot.kind == Slot.Kind.SESSION:
        _require_no_other(slot, actor.person_id)
    people = (actor.person_id, *(person.pk for person in others))
    asked: dict[str, Any] = {
        "actor": actor,
        "now": now,
        "pool": slot.pool,
        "people": people,
        "companions": companions,
        "note": note,
    }
    if not slot.is_team:
        return places.take(**asked)
    _require_team(slot, len(people))
    unit = int(actor.unit_path.rstrip(".").rsplit(".", 1)[-1]) if actor.unit_path else None
    called = team.strip() or _("%(name)s队") % {"name": actor.name}
    with transaction.atomic():
        _require_room(slot, actor)
        return places.take(**asked, team=called, team_unit=unit)


def _require_no_other(slot: Slot, person: int) -> None:
    """Batches are chosen between; asked before the place is, so two taps at the same moment may get both: officers see it."""
    other = Slot.objects.filter(activity=slot.activity_id, kind=Slot.Kind.SESSION).exclude(pk=slot.pk)
    other = other.filter(pool__places__person=person, pool__places__state__in=LIVE)
    if taken := other.first():
        sentence = _("你已经在“%(title)s”里了。要换，先退出那一场。") % {"title": taken.title or taken}
        raise Refused("signup.other_session", sentence)


def _require_team(slot: Slot, size: int) -> None:
    if slot.team_min <= size <= slot.team_max:
        return
    facts = {"least": slot.team_min, "most": slot.team_max, "size": size}
    sentence = _("一队要%(least)s到%(most)s人，现在是%(size)s人。") % facts
    raise Refused("signup.team", sentence, field="with_")


def _require_room(slot: Slot, actor: Actor) -> None:
    """A unit may send so many teams: counted under the pool's lock, so that two at the same moment cannot both pass."""
    assert slot.pool is not None
    if slot.per_unit is None:
        return
    held(slot.pool.pk)
    sent = slot.pool.groups.filter(unit__path=actor.unit_path, places__state__in=LIVE).distinct().count()
    if sent >= slot.per_unit:
        facts = {"most": slot.per_unit}
        raise Refused("signup.per_unit", _("每个单位最多报%(most)s队，你们单位已经报满了。") % facts)
