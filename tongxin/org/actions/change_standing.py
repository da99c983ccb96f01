"""Joining, being retained, moving away, leaving: a person's membership changes."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right, unit_of
from tongxin.org.actions.checks import not_in_future, still_here
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Standing
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.org.rules.standing import may_follow, needs_employment
from tongxin.ui.words import fullday


@transaction.atomic
def change_standing(
    *, actor: Actor, now: datetime, person: Person, state: str, since: date, reason: str = ""
) -> Standing:
    """A person stands as `state` as from `since`; what was before ends that day and stays in the history.

    Refuses: `standing.not_possible`, `standing.before_last`, `person.gone` (who left the employer cannot join),
    `day.in_future`, and as `require_right`.
    """
    unit = unit_of(person)
    require_right(actor, PEOPLE_CHANGE, unit)
    person = lock(Person.objects.filter(pk=person.pk)).get()
    if needs_employment(state):
        still_here(person)
    not_in_future(since, now, field="since")
    before = person.standings.filter(until=None).first()
    standing = follow(person, before, state, since, reason)
    record(
        actor=actor, now=now, act="org.change_standing", thing=person, unit=unit, reason=reason,
        before={"state": before.state if before else None, "since": before.since if before else None},
        after={"state": state, "since": since},
    )  # fmt: skip
    return standing


def follow(person: Person, before: Standing | None, state: str, since: date, reason: str) -> Standing:
    """Write the change alone. Refuses: `standing.not_possible`, `standing.before_last`."""
    held = before.state if before else None
    if not may_follow(held, state):
        raise not_possible(held, state)
    if before is not None:
        if since < before.since:
            words = _("早于现在这一段的起日%(day)s。改日期。") % {"day": fullday(before.since)}
            raise Refused("standing.before_last", words, field="since")
        Standing.objects.filter(pk=before.pk).update(until=since)
    return Standing.objects.create(person=person, state=state, since=since, reason=reason)


def not_possible(held: str | None, wanted: str) -> Refused:
    """The refusal of a change that cannot follow."""
    now_ = Standing.State(held).label if held else _("非会员")
    words = _("会籍现在是“%(held)s”，不能直接改成“%(wanted)s”。") % {
        "held": now_,
        "wanted": Standing.State(wanted).label,
    }
    return Refused("standing.not_possible", words, field="state")
