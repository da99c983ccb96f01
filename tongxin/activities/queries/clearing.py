"""Activities of the coming month that restrictions stop until something is put on record or changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.urls import reverse

from tongxin.activities.access import activities_to_run
from tongxin.activities.queries.restricted import Said
from tongxin.activities.queries.touched import TouchedActivity, touched_by
from tongxin.core.clock import today
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.restrictions.queries.standing import standing

AHEAD: Final = timedelta(days=30)


@dataclass(frozen=True)
class ToClear:
    """An activity, the first thing in its way, and where to do something about it; `record` whether putting it down is enough."""

    pk: int
    title: str
    restriction: str
    words: str
    record: bool
    due: date | None
    url: str
    seal: str
    tone: str


def to_clear(actor: Actor, now: datetime) -> list[ToClear]:
    """What the actor runs and restrictions stop within 30 days. One query where none stands, else four."""
    if not actor.has_somewhere(ACTIVITIES_RUN):
        return []
    day = today(now)
    found = standing(day, day + AHEAD, paths=actor.paths(ACTIVITIES_RUN))
    if not found:
        return []
    near = activities_to_run(actor).filter(starts_on__lte=day + AHEAD)
    return [_to_clear(each) for each in touched_by(found, near, day) if each.stopped]


def _to_clear(touched: TouchedActivity) -> ToClear:
    activity = touched.activity
    said: Said = next(each for each in touched.said if each.stops)
    stops = [each for each in touched.said if each.stops]
    record = all(each.finding.met_by for each in stops)
    name = "activities:clearance" if record else "activities:activity"
    return ToClear(
        activity.pk, activity.title, said.restriction.title, said.words, record, activity.starts_on,
        reverse(name, args=[activity.pk]), activity.category.seal, activity.category.tone,
    )  # fmt: skip
