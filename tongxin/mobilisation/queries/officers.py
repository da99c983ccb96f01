"""Who looks after the tasks of units."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from tongxin.org.models import Post, Unit
from tongxin.org.queries.placed import in_force
from tongxin.org.rules.rights import ACTIVITIES_RUN, RIGHTS_OF_POST

POSTS: Final = tuple(kind for kind, rights in RIGHTS_OF_POST.items() if ACTIVITIES_RUN in rights)


def officers_of(units: Iterable[Unit], day: date) -> set[int]:
    """The ids of people whose post in one of the units lets them run things there on that day."""
    posts = Post.objects.filter(in_force(day), unit__in=list(units), kind__in=POSTS)
    return set(posts.values_list("person", flat=True))
