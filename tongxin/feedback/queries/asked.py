"""What a member is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tongxin.activities.models import Activity
from tongxin.feedback.access import asked_line
from tongxin.feedback.models import Answered, Rating
from tongxin.feedback.rules.window import is_open


@dataclass(frozen=True)
class Face:
    """A button: what is sent, what it says, its drawing."""

    value: str
    label: str
    art: str


def _faces() -> tuple[Face, ...]:
    """The buttons, from 满意 down, in the reader's language."""
    return tuple(Face(rating.value, str(rating.label), f"ui/art/face-{rating.value}.svg.html") for rating in Rating)


@dataclass(frozen=True)
class Asked:
    """The member's page and panel: whether an answer came, whether one is still taken."""

    activity: Activity
    answered: bool
    open: bool
    closes_at: datetime
    faces: tuple[Face, ...] = field(default_factory=_faces)


def asked_of(line: Answered, now: datetime) -> Asked:
    """The page of a person who was asked."""
    box = line.activity.box
    return Asked(line.activity, line.answered, is_open(box.closes_at, box.closed_at, now), box.closes_at)


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
