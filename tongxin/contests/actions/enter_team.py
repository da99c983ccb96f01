"""A unit's officer signs up a team."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.contests.access import require_our
from tongxin.contests.queries.ours import teams_of
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.places import actions as places
from tongxin.places.actions.holding import held
from tongxin.places.actions.take import Taken
from tongxin.signups.actions.sign_up import OPEN
from tongxin.signups.models import Slot
from tongxin.ui.words import listed


@transaction.atomic
def enter_team(
    *, actor: Actor, now: datetime, slot: Slot, unit: Unit, people: Sequence[Person], name: str = ""
) -> Taken:
    """A place for a team of the unit's people; the engine tells each and leaves the entries.

    How many teams the unit has is counted under the pool's lock, so that two taps at the same moment cannot both be the
    last. Refuses: `access.…`, `signup.not_open`, `contest.no_team` (an event of single persons), `signup.team`,
    `contest.not_ours`, `contest.in_already`, `signup.per_unit`, and all of `places.take`.
    """
    require_our(actor, unit)
    if slot.activity.state not in OPEN or slot.pool is None:
        raise Refused("signup.not_open", _("这项活动现在不能报名。"))
    if not slot.is_team:
        raise Refused("contest.no_team", _("这是个人项目，各人自己报。"))
    _require_team(slot, unit, people)
    pool = held(slot.pool_id or 0)
    sent = teams_of(slot, unit)
    if slot.per_unit is not None and len(sent) >= slot.per_unit:
        facts = {"most": slot.per_unit, "teams": listed(sent)}
        raise Refused("signup.per_unit", _("每个单位最多报%(most)s队，你们单位已经报了：%(teams)s。") % facts)
    taken = places.take(
        actor=actor, now=now, pool=pool, people=[person.pk for person in people], team_unit=unit.pk,
        team=name.strip()[:40] or _team_name(unit, len(sent)),
    )  # fmt: skip
    if taken.again:
        facts = {"name": people[0].name}
        raise Refused("contest.in_already", _("%(name)s已经报了这个项目，不能再报一队。") % facts, field="people")
    return taken


def _require_team(slot: Slot, unit: Unit, people: Sequence[Person]) -> None:
    if not slot.team_min <= len(people) <= slot.team_max:
        facts = {"least": slot.team_min, "most": slot.team_max, "size": len(people)}
        sentence = _("一队要%(least)s到%(most)s人，现在是%(size)s人。") % facts
        raise Refused("signup.team", sentence, field="people")
    ids = [person.pk for person in people]
    ours = Person.objects.filter(pk__in=ids, placements__until=None, placements__unit__path__startswith=unit.path or "")
    inside = set(ours.values_list("pk", flat=True))
    if others := [person.name for person in people if person.pk not in inside]:
        who = {"names": listed(others), "unit": unit.called}
        raise Refused("contest.not_ours", _("%(names)s不在%(unit)s，去掉再报。") % who, field="people")


def _team_name(unit: Unit, sent: int) -> str:
    """The first team bears the unit's name, the next ones a number too."""
    return (
        _("%(unit)s队") % {"unit": unit.called}
        if not sent
        else _("%(unit)s%(n)s队") % {"unit": unit.called, "n": sent + 1}
    )
