"""What waits for those who run activities, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import F, Max, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from tongxin.activities.access import activities_to_run
from tongxin.activities.models import Activity, Change
from tongxin.activities.rules.waiting import PUBLISH_AHEAD, waits_for
from tongxin.core.clock import today
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_RUN

State = Activity.State
MOST: Final = 100
PAGES: Final = {"finish": "activities:outcome", "publish": "activities:activity", "postpone": "activities:postponement"}


@dataclass(frozen=True)
class Waiting:
    """An activity and the act that waits for it."""

    pk: int
    title: str
    act: str
    due: date | None
    url: str
    seal: str
    tone: str


def waiting_for(actor: Actor, now: datetime) -> list[Waiting]:
    """At most 100 activities that wait for the actor, the most pressing first."""
    if not actor.has_somewhere(ACTIVITIES_RUN):
        return []
    day = today(now)
    rows = _likely(actor, day).select_related("category").order_by(F("starts_on").asc(nulls_last=True), "id")[:MOST]
    found = ((activity, _act(activity, day)) for activity in rows)
    return [_waiting(activity, act) for activity, act in found if act]


def _likely(actor: Actor, day: date) -> QuerySet[Activity]:
    """Activities near enough or open long enough for a to-do, with the moment they were last put off."""
    live = (State.PLANNED, State.PUBLISHED, State.UNDER_WAY, State.POSTPONED)
    near = Q(starts_on__lte=day + PUBLISH_AHEAD)
    put_off = Max("changes__at", filter=Q(changes__kind=Change.Kind.POSTPONED))
    open_long = Q(state=State.POSTPONED, starts_on=None)
    return activities_to_run(actor).filter(near | open_long, state__in=live).annotate(put_off=put_off)


def _act(activity: Activity, day: date) -> str | None:
    put_off = getattr(activity, "put_off", None)
    since = timezone.localdate(put_off) if put_off else None
    return waits_for(activity.state, activity.starts_on, activity.ends_on, since, day)


def _waiting(activity: Activity, act: str) -> Waiting:
    due = activity.starts_on if act == "publish" else None
    url = reverse(PAGES[act], args=[activity.pk])
    return Waiting(activity.pk, activity.title, act, due, url, activity.category.seal, activity.category.tone)
