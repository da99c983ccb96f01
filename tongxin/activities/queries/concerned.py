"""The officers of activities that a restriction touches."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import Q

from tongxin.activities.queries.touched import of_restriction
from tongxin.core.clock import today
from tongxin.org.models import Post
from tongxin.org.rules.rights import ACTIVITIES_RUN, RIGHTS_OF_POST
from tongxin.restrictions.rules.in_force import InForce

RUNNERS: Final = tuple(kind for kind, rights in RIGHTS_OF_POST.items() if ACTIVITIES_RUN in rights)


def officers(restriction: InForce, now: datetime) -> list[int]:
    """The ids of those who hold a post that runs activities in a unit that owns or organises one. Five queries."""
    found = of_restriction(restriction, now)
    units = {each.activity.unit_id for each in found}
    units |= {part.unit_id for each in found for part in each.activity.organisers.all()}
    held = Q(until=None) | Q(until__gt=today(now))
    return list(Post.objects.filter(held, unit__in=units, kind__in=RUNNERS).values_list("person", flat=True).distinct())
