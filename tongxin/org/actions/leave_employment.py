"""A person leaves the employer."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right, unit_of
from tongxin.org.actions.change_standing import follow
from tongxin.org.actions.checks import not_in_future, still_here
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Placement, Post
from tongxin.org.queries.people import placement_now, standing_now
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.org.rules.standing import after_leaving
from tongxin.ui.words import fullday


@transaction.atomic
def leave_employment(
    *, actor: Actor, now: datetime, person: Person, on: date, reason: str, standing: str = "moved"
) -> Person:
    """The person works here no longer as from `on`: placement and posts end; the sign-in too, unless retained.

    A member's standing becomes `standing`: `moved` (membership goes along, the rule), `left`, or `retained`
    (retirement); an application lapses. Nothing is deleted.
    Refuses: `person.gone`, `person.left_before_hired`, `person.move_before_last`, `standing.before_last`,
    `standing.not_possible`, `day.in_future`, and as `require_right`.
    """
    unit = unit_of(person)
    require_right(actor, PEOPLE_CHANGE, unit)
    person = lock(Person.objects.filter(pk=person.pk)).get()
    still_here(person)
    not_in_future(on, now, field="on")
    _check(person, on)
    held = standing_now(person)
    before = held.state if held else None
    state = after_leaving(before, standing)
    if state is not None:
        follow(person, held, state, on, reason)
    person.placements.filter(until=None).update(until=on)
    posts = _end_posts(person, on)
    person.left_on = on
    person.save(update_fields=["left_on"])
    if person.user is not None and (state or before) != "retained":
        person.user.is_active = False
        person.user.save(update_fields=["is_active"])
    after = {"left_on": on, "standing": state, "posts_ended": posts}
    record(actor=actor, now=now, act="org.leave_employment", thing=person, unit=unit, reason=reason, after=after)
    return person


def _check(person: Person, on: date) -> None:
    if person.hired_on and on < person.hired_on:
        raise Refused("person.left_before_hired", _("离职日期早于入职日期。改离职日期。"), field="on")
    held: Placement | None = placement_now(person)
    if held and on < held.since:
        words = _("早于到现在单位的日子%(day)s。改日期。") % {"day": fullday(held.since)}
        raise Refused("person.move_before_last", words, field="on")


def _end_posts(person: Person, on: date) -> list[str]:
    """Ends the posts that would still run; one that was to begin later begins and ends on its first day."""
    posts = list(Post.objects.select_related("unit").filter(person=person).exclude(until__lte=on))
    for post in posts:
        post.until = max(on, post.since)
        post.save(update_fields=["until"])
    return [str(post) for post in posts]
