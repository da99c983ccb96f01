"""Who is at the screen: one query, and one more for the posts where they matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import SimpleLazyObject

from tongxin.accounts.models import User
from tongxin.core.prepared import Prepared
from tongxin.org.actor import MEMBER, OFFICE, Actor, Grant
from tongxin.org.models import Person, Post, Unit
from tongxin.org.rules.rights import RIGHTS_OF_POST


def _person(user: int) -> QuerySet[Person, Any]:
    """The person behind a user with the unit of the open placement."""
    people = Person.objects.filter(Q(placements__until=None), user=user).order_by("placements__until")
    return people.values_list("id", "union_id", "name", "placements__unit__path", "union__path")


_PERSON = Prepared(_person)


def actor_of(user: User, *, today: date, office: bool) -> Actor:
    """The actor behind a user: the person's place and the rights of all posts held today."""
    found = _PERSON.first(user.pk)
    if found is None:
        return Actor(user_id=user.pk, name=user.name, label=str(user))
    person_id, union_id, name, unit_path, union_path = found
    # Under the member's hat most pages never ask for posts: then they are read only when somebody does.
    posts = _Posts(person_id, today)
    return Actor(
        user_id=user.pk,
        person_id=person_id,
        union_id=union_id,
        unit_path=unit_path or union_path or "",
        name=name,
        label=name,
        post=SimpleLazyObject(posts.first),  # type: ignore[arg-type]
        hat=OFFICE if office and posts.held else MEMBER,
        grants=SimpleLazyObject(posts.grants),  # type: ignore[arg-type]
    )


class _Posts:
    """The posts of a person on a day, read once at most."""

    def __init__(self, person_id: int, today: date) -> None:
        self.person_id, self.today = person_id, today

    @cached_property
    def held(self) -> list[Post]:
        """Those held today, the oldest first, by a statement put together once: asked at every request of an officer."""
        posts = map(_post, _POSTS.rows(self.person_id))
        return [post for post in posts if post.since <= self.today and (post.until is None or post.until > self.today)]

    def first(self) -> str:
        """The oldest, in words."""
        return str(self.held[0]) if self.held else ""

    def grants(self) -> tuple[Grant, ...]:
        """The rights of all."""
        return _grants(self.held)


_OF_POST = tuple(field.attname for field in Post._meta.concrete_fields)
_OF_UNIT = tuple(field.attname for field in Unit._meta.concrete_fields)
_POSTS = Prepared(
    lambda person: (
        Post.objects.filter(person=person)
        .order_by("id")
        .values_list(*_OF_POST, *(f"unit__{name}" for name in _OF_UNIT))
    )
)


def _post(row: Sequence[Any]) -> Post:
    post = Post.from_db("default", _OF_POST, row[: len(_OF_POST)])
    post.unit = Unit.from_db("default", _OF_UNIT, row[len(_OF_POST) :])
    return post


def _grants(posts: Iterable[Post]) -> tuple[Grant, ...]:
    return tuple(Grant(right, post.unit.path or "-") for post in posts for right in sorted(RIGHTS_OF_POST[post.kind]))
