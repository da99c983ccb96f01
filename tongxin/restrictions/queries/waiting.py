"""Restrictions until further notice that have stood for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from tongxin.core.clock import today
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import RESTRICTIONS_CHANGE
from tongxin.restrictions.models import Restriction

LONG: Final = timedelta(days=60)


@dataclass(frozen=True)
class Review:
    """A restriction to look at again, and for how many days it has stood."""

    pk: int
    title: str
    days: int


def to_review(actor: Actor, now: datetime) -> list[Review]:
    """Those without an end that the actor may change and that began more than 60 days ago. One query."""
    paths, day = actor.paths(RESTRICTIONS_CHANGE), today(now)
    if not paths:
        return []
    rows = Restriction.objects.filter(below(paths, "unit__path"), ends_on=None, ended_on=None, starts_on__lt=day - LONG)
    return [Review(pk, title, (day - first).days) for pk, title, first in rows.values_list("pk", "title", "starts_on")]
