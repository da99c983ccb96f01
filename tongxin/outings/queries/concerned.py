"""Who decides on a unit's outing, and who runs it."""

from __future__ import annotations

from tongxin.org.models import Post, Unit
from tongxin.org.queries.units import union_of
from tongxin.outings.models import Outing, Step

DECIDING_POSTS = (Post.Kind.CHAIR, Post.Kind.VICE_CHAIR, Post.Kind.OFFICE)
RUNNING_POSTS = (Post.Kind.CHAIR, Post.Kind.VICE_CHAIR, Post.Kind.OFFICE, Post.Kind.COMMITTEE)


def deciders(unit: Unit, *, besides: int | None = None) -> set[int]:
    """Ids of those who may approve: chairs and office of the union above, without the one who applied. Two queries."""
    return _holders(union_of(unit), DECIDING_POSTS) - {besides or 0}


def runners(unit: Unit, *, besides: int | None = None) -> set[int]:
    """Ids of the unit's own officers, without the one who acts. One query."""
    return _holders(unit, RUNNING_POSTS) - {besides or 0}


def handed_in(outing: Outing) -> int | None:
    """The id of the step by which the application was last handed in. One query."""
    return outing.steps.filter(kind=Step.Kind.APPLY).order_by("at", "pk").values_list("pk", flat=True).last()


def _holders(unit: Unit, kinds: tuple[str, ...]) -> set[int]:
    posts = Post.objects.filter(unit=unit, kind__in=kinds, until=None, person__left_on=None)
    return set(posts.values_list("person", flat=True))
