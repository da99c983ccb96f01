"""Who is at the screen, in two queries."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from tongxin.accounts.models import User
from tongxin.org.actor import MEMBER, OFFICE, Actor, Grant
from tongxin.org.models import Person, Post
from tongxin.org.rules.rights import RIGHTS_OF_POST


def actor_of(user: User, *, today: date, office: bool) -> Actor:
    """The actor behind a user: the person's place and the rights of all posts held today."""
    person = (
        Person.objects.filter(user=user)
        .values("id", "union_id", "name", "placements__unit__path", "union__path")
        .order_by("placements__until")
        .filter(Q(placements__until=None))
        .first()
    )
    if person is None:
        return Actor(user_id=user.pk, name=user.name, label=str(user))
    grants = grants_of(person["id"], today)
    return Actor(
        user_id=user.pk,
        person_id=person["id"],
        union_id=person["union_id"],
        unit_path=person["placements__unit__path"] or person["union__path"] or "",
        name=person["name"],
        label=person["name"],
        hat=OFFICE if office and grants else MEMBER,
        grants=grants,
    )


def grants_of(person_id: int, today: date) -> tuple[Grant, ...]:
    """The rights of the posts that a person holds on that day."""
    held = (
        Post.objects.filter(Q(until=None) | Q(until__gt=today), person_id=person_id, since__lte=today)
        .order_by("id")
        .values_list("kind", "unit__path")
    )
    return tuple(Grant(right, path or "-") for kind, path in held for right in sorted(RIGHTS_OF_POST[kind]))
