"""Exceptions of the list: somebody more, somebody less."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Placement
from tongxin.org.queries.placed import in_force, in_standing
from tongxin.ui.words import listed
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.submit import require_allowed
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.hooks import recipients_of
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
        put_in(held, people, told_reason(reason), now, told)
    return len(told["people"])


def put_in(round: Round, people: Sequence[Person], why: str, now: datetime, told: dict[str, Any]) -> None:
    """The rows themselves, inside an act. Once a round is approved nobody comes in whom a rule forbids.

    Refuses: `welfare.elsewhere`, `welfare.already_in`, `welfare.against_rules` (fact `rules`).
    """
    ids = [person.pk for person in people]
    root = (round.unit.path or "\0").split(".")[0]
    stranger = Person.objects.filter(pk__in=ids).exclude(union__path__startswith=f"{root}.").first()
    if stranger is not None or not ids:
        raise Refused("welfare.elsewhere", _("只能加本单位花名册里的人。"), field="people")
    known = {row.person_id: row for row in round.entitled.filter(person__in=ids).select_related("person")}
    if standing := [row.person.name for row in known.values() if row.struck_at is None]:
        words = _("名单里已经有%(names)s了。") % {"names": listed(standing)}
        raise Refused("welfare.already_in", words, field="people")
    day = clock.today(now)
    units = dict(Placement.objects.filter(in_force(day), person__in=ids).values_list("person", "unit"))
    members = set(in_standing(day).filter(person__in=ids).values_list("person", flat=True))
    for person in ids:
        row = known.get(person) or Entitled(round=round, person_id=person, unit_id=units.get(person))
        row.member, row.struck, row.struck_at, row.added = person in members, "", None, why
        row.save()
    if round.state in life.SETTLED:
        require_allowed(round)
    told |= {"people": ids, "names": [person.name for person in people]}


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
    had = recipients_of(round) & {row.person_id for row in rows}
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
