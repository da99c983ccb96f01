"""Let members see the results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.contests.actions.holding import people_in
from tongxin.contests.queries.events import Event, events_of
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor
from tongxin.ui.words import listed


@transaction.atomic
def publish_results(
    *, actor: Actor, now: datetime, activity: Activity, only: Sequence[int] | None = None
) -> list[Event]:
    """Publish the events with results that are not public yet (`only`: of these slots); who took part in them is told, once.

    Refuses: `access.…`, `contest.nothing`.
    """
    held = locked(activity)
    require_run(actor, held)
    ready = [event for event in events_of(held).events if event.ready and (only is None or event.slot.pk in only)]
    if not ready:
        raise Refused("contest.nothing", _("没有可公布的成绩：还没记，或者已经公布了。"))
    for event in ready:
        event.contest.published_at = now
        event.contest.save()
    titles = [event.title for event in ready]
    with ours():
        tell(
            actor=actor, now=now, unit=held.unit, kind=Notice.Kind.ANNOUNCEMENT, key=f"contests:published:{ready[0].slot.pk}",
            title=_("成绩公布了：%(title)s") % {"title": held.title}, body=listed(titles),
            url=reverse("contests:results", args=[held.pk]), thing=held,
            to=people_in(line for event in ready for line in event.lines if line.has_result),
        )  # fmt: skip
    record(
        actor=actor, now=now, act="contests.publish_results", thing=held, unit=held.unit,
        after={"slots": [event.slot.pk for event in ready], "events": titles},
    )  # fmt: skip
    return ready
