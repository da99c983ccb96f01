"""What waits for members: a tap about an activity they came to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.feedback.models import Answered
from tongxin.feedback.queries.asked import waiting_for
from tongxin.org.actor import Actor


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each activity that the actor was asked about and has not answered. One query."""
    return [_todo(line) for line in waiting_for(actor, now)]


def _todo(line: Answered) -> Todo:
    activity = line.activity
    return Todo(
        key=f"feedback.give.{activity.pk}",
        title=_("评一评：%(title)s") % {"title": activity.title},
        why=_("点一下就好，不记名"),
        due=today(activity.box.closes_at),
        minutes=1,
        url=reverse("feedback:rate", args=[activity.pk]),
        act=_("去评"),
        seal=activity.category.seal,
        tone=activity.category.tone,
    )


SOURCE: Final = TodoSource("feedback", ask, office=False)
