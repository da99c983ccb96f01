"""What a member is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.ballots.queries.asking import RatePage, rate_page
from tongxin.ballots.queries.faces import Face, faces
from tongxin.feedback.access import asked_line
from tongxin.feedback.models import Answered
from tongxin.ui.words import day as day_words


@dataclass(frozen=True)
class Asked:
    """The member's panel: whether an answer came, whether one is still taken."""

    activity: Activity
    answered: bool
    open: bool
    closes_at: datetime
    faces: tuple[Face, ...] = field(default_factory=faces)


def asked_of(line: Answered, now: datetime) -> Asked:
    """What a person who was asked is shown."""
    box = line.activity.box
    return Asked(line.activity, line.answered, box.is_open(now), box.closes_at)


def page_of(line: Answered, now: datetime) -> RatePage:
    """The page of a person who was asked."""
    activity = line.activity
    under = " ".join(filter(None, (day_words(activity.day) if activity.day else "", activity.place)))
    back_url = reverse("activities:activity", args=[activity.pk])
    return rate_page(
        activity.box, line.answered, now, title=activity.title, under=under, back_url=back_url, back=_("回到活动")
    )


def home_panel(actor: Any, activity: Activity, now: datetime) -> Asked | None:
    """The panel on the member's page of an activity, while there is something to answer. One query."""
    line = asked_line(actor, activity.pk) if activity.held_on else None
    asked = asked_of(line, now) if line else None
    return asked if asked and asked.open and not asked.answered else None


def waiting_for(actor: Any, now: datetime) -> list[Answered]:
    """The activities the actor has not answered about yet, the first to close at the top. One query."""
    if actor.person_id is None:
        return []
    lines = Answered.objects.filter(
        person=actor.person_id, answered=False, activity__box__closed_at=None, activity__box__closes_at__gt=now
    )
    return list(lines.select_related("activity__box", "activity__category").order_by("activity__box__closes_at", "id"))
