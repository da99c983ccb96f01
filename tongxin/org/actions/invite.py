"""Invite a person to sign in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tongxin.accounts.actions.invitation import make_link
from tongxin.accounts.models import User
from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right, unit_of
from tongxin.org.actions.checks import still_here
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Post
from tongxin.org.queries.people import username_of
from tongxin.org.rules.rights import PEOPLE_CHANGE


@transaction.atomic
def invite(*, actor: Actor, now: datetime, person: Person) -> str:
    """Make the sign-in where there is none, and return the link (a path) by which the person chooses a password.

    The link is shown once and is kept nowhere. It would let its maker act as the person, so nobody makes one for
    somebody whose posts reach further than the own right does.
    Refuses: `person.gone`, `invite.outranks`, and as `require_right`.
    """
    unit = unit_of(person)
    require_right(actor, PEOPLE_CHANGE, unit)
    person = lock(Person.objects.filter(pk=person.pk)).get()
    still_here(person)
    _check_rank(actor, now, person)
    user = person.user or User.objects.create_user(username_of(person), name=person.name)
    if person.user is None:
        person.user = user
        person.save(update_fields=["user"])
    link = make_link(user)
    record(actor=actor, now=now, act="org.invite", thing=person, unit=unit)
    return link


def _check_rank(actor: Actor, now: datetime, person: Person) -> None:
    held = Post.objects.filter(Q(until=None) | Q(until__gt=clock.today(now)), person=person).select_related("unit")
    if any(not actor.may(PEOPLE_CHANGE, post.unit) for post in held):
        words = _("%(name)s在上级单位有职务，要由上级的工会干部来邀请。") % {"name": person.name}
        raise Refused("invite.outranks", words)
