"""How many people can take part in making a unit's plan."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tongxin.org.models import Post, Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN, AUDIT_READ, RIGHTS_OF_POST

_KINDS: Final = [kind for kind, given in RIGHTS_OF_POST.items() if given & {ACTIVITIES_RUN, AUDIT_READ}]


def officers_of(unit: Unit, today: date) -> int:
    """How many people who can sign in hold a post in the unit itself that may review its plan: one query."""
    return _held(today).filter(unit=unit).values("person").distinct().count()


def officers_there(today: date) -> Any:
    """The same as an annotation of units, 0 where there is none."""
    counted = (
        _held(today).filter(unit=OuterRef("pk")).order_by().values("unit").annotate(n=Count("person", distinct=True))
    )
    return Coalesce(Subquery(counted.values("n")), 0)


def _held(today: date) -> QuerySet[Post]:
    held = Post.objects.filter(kind__in=_KINDS, since__lte=today, person__user__isnull=False)
    return held.filter(Q(until=None) | Q(until__gt=today))
