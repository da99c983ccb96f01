"""What waits for officers, each in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Standing, Term, Unit
from tongxin.org.rules.rights import PEOPLE_CHANGE, POSTS_CHANGE
from tongxin.org.rules.terms import REMINDER_DAYS

MOST = 50


@dataclass(frozen=True)
class Election:
    """A term that ends, and how many hold posts of it."""

    term: Term
    holders: int


def terms_that_end(actor: Actor, today: date) -> list[Election]:
    """The latest terms of units whose posts the actor gives, that end within 60 days or have ended."""
    later = Term.objects.filter(unit=OuterRef("unit"), starts_on__gt=OuterRef("starts_on"))
    held = Q(posts__until=None) | Q(posts__until__gt=today)
    soon = Q(ends_on__lte=today + timedelta(days=REMINDER_DAYS), unit__closed_on=None)
    ending = Term.objects.filter(~Exists(later), soon, _within(actor, POSTS_CHANGE, "unit")).select_related("unit")
    counted = ending.annotate(holders=Count("posts", filter=held)).order_by("ends_on")[:MOST]
    return [Election(term, term.holders) for term in counted]


def applications(actor: Actor) -> QuerySet[Standing]:
    """Applications to join that nobody has answered, oldest first."""
    return (
        Standing.objects.filter(
            _within(actor, PEOPLE_CHANGE, "person__placements__unit"),
            person__placements__until=None, state=Standing.State.APPLIED, until=None,
        )
        .select_related("person")
        .order_by("since", "pk")[:MOST]
    )  # fmt: skip


def _within(actor: Actor, right: str, field: str) -> Q:
    return Q(**{f"{field}__in": Unit.objects.filter(below(actor.paths(right), "path")).order_by().values("pk")})
