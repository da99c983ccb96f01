"""Who is at the screen, in two queries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

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
    posts = list(posts_of(person["id"], today))
    return Actor(
        user_id=user.pk,
        person_id=person["id"],
        union_id=person["union_id"],
        unit_path=person["placements__unit__path"] or person["union__path"] or "",
        name=person["name"],
        label=person["name"],
        post=str(posts[0]) if posts else "",
        hat=OFFICE if office and posts else MEMBER,
        grants=_grants(posts),
    )


def posts_of(person_id: int, today: date) -> QuerySet[Post]:
    """The posts that a person holds on that day, the oldest first."""
    held = Post.objects.filter(Q(until=None) | Q(until__gt=today), person_id=person_id, since__lte=today)
    return held.order_by("id").select_related("unit")


def grants_of(person_id: int, today: date) -> tuple[Grant, ...]:
    """The rights of the posts that a person holds on that day."""
    return _grants(posts_of(person_id, today))


def _grants(posts: Iterable[Post]) -> tuple[Grant, ...]:
    return tuple(Grant(right, post.unit.path or "-") for post in posts for right in sorted(RIGHTS_OF_POST[post.kind]))
