"""Exceptions of the list: somebody more, somebody less."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import inside
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Placement, Unit
from tongxin.org.queries.placed import WHOLE, in_force, in_standing
from tongxin.org.queries.units import union_of
from tongxin.org.rules.rights import PEOPLE_READ
from tongxin.ui.words import listed
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.submit import require_allowed
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.hooks import givers_of, recipients_of
from tongxin.welfare.models import Entitled, Round
from tongxin.welfare.rules import life


def add_people(*, actor: Actor, now: datetime, round: Round, people: Sequence[Person], reason: str) -> int:
    """Put people in beyond the rule, or back in who was struck; how many came in.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.no_reason`, `welfare.elsewhere`, `welfare.already_in`,
    `welfare.against_rules` (once it is approved).
    """
    require_run(actor, round)
    told: dict[str, Any] = {}
    with turn("add", actor=actor, now=now, round=round, words=reason, told=told) as held:
        put_in(actor, held, people, told_reason(reason), now, told)
    return len(told["people"])


def put_in(actor: Actor, round: Round, people: Sequence[Person], why: str, now: datetime, told: dict[str, Any]) -> None:
    """The rows themselves, inside an act. Once a round is approved nobody comes in whom a rule forbids.

    Refuses: `welfare.elsewhere`, `welfare.already_in`, `welfare.against_rules` (fact `rules`).
    """
    ids = [person.pk for person in people]
    day = clock.today(now)
    units = {row.person_id: row.unit for row in _placed(day, ids)}
    _require_near(actor, round, people, units)
    known = {row.person_id: row for row in round.entitled.filter(person__in=ids).select_related("person")}
    if standing := [row.person.name for row in known.values() if row.struck_at is None]:
        words = _("名单里已经有%(names)s了。") % {"names": listed(standing)}
        raise Refused("welfare.already_in", words, field="people")
    members = set(in_standing(day).filter(person__in=ids).values_list("person", flat=True))
    for person in ids:
        row = known.get(person) or Entitled(round=round, person_id=person, unit=units.get(person))
        row.member, row.struck, row.struck_at, row.added = person in members, "", None, why
        row.save()
    if round.state in life.SETTLED:
        require_allowed(round)
    told |= {"people": ids, "names": [person.name for person in people]}


def _placed(day: date, people: Collection[int]) -> QuerySet[Placement]:
    """Where these people stand on the day."""
    return Placement.objects.filter(in_force(day), person__in=people).select_related("unit")


def _require_near(actor: Actor, round: Round, people: Sequence[Person], units: Mapping[int, Unit]) -> None:
    """People of the round's union; into a branch's round those who stand in it, and others whom the actor reads anyway."""
    union = union_of(round.unit)
    found = Person.objects.filter(inside(union, "union__path"), pk__in=[person.pk for person in people])
    near = found.count() == len(people) > 0
    if near and round.unit.kind not in WHOLE:
        where = [units.get(person.pk, union) for person in people]
        near = all(unit.is_below(round.unit) or actor.may(PEOPLE_READ, unit) for unit in where)
    if not near:
        raise Refused("welfare.elsewhere", _("只能加本单位花名册里的人。"), field="people")


def strike(*, actor: Actor, now: datetime, round: Round, people: Collection[int], reason: str) -> int:
    """Take people (ids of persons) off the list; the rows stay, with the reason. How many were taken off.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.no_reason`, `welfare.not_in`, `welfare.received` (fact `people`).
    """
    require_run(actor, round)
    told: dict[str, Any] = {}
    with turn("strike", actor=actor, now=now, round=round, words=reason, told=told) as held:
        take_out(held, people, told_reason(reason), now, told)
    return len(told["people"])


def take_out(round: Round, people: Collection[int], why: str, now: datetime, told: dict[str, Any]) -> None:
    """The rows themselves, inside an act. Refuses: `welfare.not_in`, `welfare.received`."""
    rows = list(round.entitled.filter(Entitled.standing(), person__in=people).select_related("person"))
    if not rows or len(rows) < len(set(people)):
        raise Refused("welfare.not_in", _("这个人不在名单里，或者已经去掉了。"), field="people")
    had = (recipients_of(round) | givers_of(round)) & {row.person_id for row in rows}
    if had:
        names = listed(row.person.name for row in rows if row.person_id in had)
        words = _("%(names)s已经领过了，去不掉。先办退回。") % {"names": names}
        raise Refused("welfare.received", words, field="people", people=sorted(had))
    for row in rows:
        row.struck, row.struck_at = why, now
    Entitled.objects.bulk_update(rows, ("struck", "struck_at"))
    told |= {"people": [row.person_id for row in rows], "names": [row.person.name for row in rows]}


def told_reason(reason: str) -> str:
    """The reason as it is kept. Refuses: `welfare.no_reason`."""
    if not reason.strip():
        raise Refused("welfare.no_reason", _("写一句为什么，以后查得到。"), field="reason")
    return reason.strip()[:200]
