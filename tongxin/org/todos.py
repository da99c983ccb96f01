"""What waits for officers of the organisation: elections that are due, applications to join."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.org.queries.waiting import applications, terms_that_end
from tongxin.ui.words import fullday

SEAL = "组"


def elections(actor: Actor, now: datetime) -> list[Todo]:
    """A committee whose term ends within 60 days, or has ended, has to be elected anew."""
    return [
        Todo(
            key=f"org.election.{due.term.pk}",
            title=_("%(unit)s换届") % {"unit": due.term.unit.called},
            why=_("%(term)s届满，%(n)d人在任") % {"term": due.term.name, "n": due.holders},
            due=due.term.ends_on,
            minutes=6,
            url=reverse("org:unit", args=[due.term.unit_id]),
            act=_("登记新一届"),
            seal=SEAL,
        )
        for due in terms_that_end(actor, clock.today(now))
    ]


def joining(actor: Actor, now: datetime) -> list[Todo]:
    """Somebody applied to join."""
    return [
        Todo(
            key=f"org.application.{standing.pk}",
            title=_("批%(name)s的入会申请") % {"name": standing.person.name},
            why=_("%(day)s申请，花名册里已有他的资料") % {"day": fullday(standing.since)},
            due=None,
            minutes=1,
            url=reverse("org:person", args=[standing.person_id]),
            act=_("看申请"),
            seal=SEAL,
        )
        for standing in applications(actor)
    ]


SOURCES = (TodoSource("org.elections", elections), TodoSource("org.joining", joining))
