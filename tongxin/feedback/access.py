"""Who may answer about an activity, and who may read what was answered. A stranger gets 404."""

from __future__ import annotations

from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.activities.access import get_activity, may_open_papers
from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.feedback.models import Answered
from tongxin.org.access import needs_office
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_READ


def get_asked(actor: Actor, pk: int) -> Answered:
    """The actor's own line, with activity and box. Refuses: 404, `feedback.not_asked` (404)."""
    get_activity(actor, pk)
    found = asked_line(actor, pk)
    if found is None:
        raise not_asked()
    return found


def asked_line(actor: Actor, pk: int) -> Answered | None:
    """The actor's own line, or None."""
    if actor.person_id is None:
        return None
    lines = Answered.objects.select_related("activity__box", "activity__unit", "activity__category")
    return lines.filter(activity=pk, person=actor.person_id).first()


def get_activity_to_read(actor: Actor, pk: int) -> Activity:
    """An activity whose result the actor may read. Refuses: 404, `access.office_mode` (403) under the member's hat."""
    activity = get_activity(actor, pk)
    if may_read_result(actor, pk):
        return activity
    if not actor.in_office and actor.could(ACTIVITIES_READ, activity.unit):
        raise needs_office()
    raise Http404


def may_read_result(actor: Actor, pk: int) -> bool:
    """Whether the actor may read what was answered: officers of the activity's units, under their hat."""
    return actor.in_office and may_open_papers(actor, pk)


def not_asked() -> Refused:
    """The refusal for who did not come, or was not asked."""
    return Refused("feedback.not_asked", _("这次活动没有请你评价：只请到场的人评。"), status=404)
