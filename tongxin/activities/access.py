"""Who may see and who may run an activity. A stranger gets 404."""

from __future__ import annotations

from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity, Organiser
from tongxin.core.refusals import Refused
from tongxin.org.access import below, needs_office, union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_READ, ACTIVITIES_RUN, PLAN_CHANGE

State = Activity.State
OPEN_TO_MEMBERS: Final = (State.PUBLISHED, State.UNDER_WAY, State.DONE, State.POSTPONED)
# What members had been told of stays in view when it is called off.
ENDED_IN_VIEW: Final = (State.CANCELLED, State.MERGED)


def within(paths: tuple[str, ...]) -> Q:
    """Activities that a unit in or below one of `paths` owns or helps to organise, each once."""
    part = Organiser.objects.filter(below(paths, "unit__path"), activity=OuterRef("pk"))
    return below(paths, "unit__path") | Q(Exists(part)) if paths else Q(pk__in=())


def activities_for(actor: Actor) -> QuerySet[Activity]:
    """What the actor may see: members what their union has published; officers all that their units own or organise."""
    seen = within(actor.paths(ACTIVITIES_READ))
    if actor.union_id:
        known = Q(state__in=OPEN_TO_MEMBERS) | Q(state__in=ENDED_IN_VIEW, published_at__isnull=False)
        seen |= known & Q(unit__path__startswith=union_path(actor.union_id))
    return Activity.objects.filter(seen)


def activities_to_run(actor: Actor) -> QuerySet[Activity]:
    """What the actor may run: activities that a unit with `activities.run` owns or helps to organise."""
    return Activity.objects.filter(within(actor.paths(ACTIVITIES_RUN)))


def get_activity(actor: Actor, pk: int) -> Activity:
    """An activity that the actor may see. Refuses: 404, `access.office_mode` where only the hat is missing."""
    activity = _fetch(pk)
    if not activities_for(actor).filter(pk=pk).exists():
        raise needs_office() if _could(actor, ACTIVITIES_READ, activity) else Http404
    return activity


def get_activity_to_run(actor: Actor, pk: int) -> Activity:
    """An activity that the actor may run. Refuses: 404, and as `require_run`."""
    activity = _fetch(pk)
    require_run(actor, activity)
    return activity


def may_open_photos(actor: Actor, pk: int) -> bool:
    """Whether the actor may open an activity's photos: as the activity itself."""
    return activities_for(actor).filter(pk=pk).exists()


def may_open_papers(actor: Actor, pk: int) -> bool:
    """Whether the actor may open an activity's papers: officers of its units only."""
    return Activity.objects.filter(within(actor.paths(ACTIVITIES_READ)), pk=pk).exists()


def may_run(actor: Actor, activity: Activity) -> bool:
    """Whether the actor may run the activity now."""
    return actor.in_office and _could(actor, ACTIVITIES_RUN, activity)


def require_run(actor: Actor, activity: Activity) -> None:
    """Refuses unless the owner or an organiser lies where the actor may run activities.

    Refuses: `access.office_mode` (403) under the member's hat, `access.no_right` (404) for all others.
    """
    if may_run(actor, activity):
        return
    if _could(actor, ACTIVITIES_RUN, activity):
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def require_catalogue(actor: Actor) -> None:
    """Refuses unless the actor may change the plan at the top: all unions of the installation share the categories.

    Refuses: `access.office_mode` (403), `access.no_right` (404).
    """
    if may_change_catalogue(actor):
        return
    if _over_all({grant.path for grant in actor.grants if grant.right == PLAN_CHANGE}):
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def may_change_catalogue(actor: Actor) -> bool:
    """Whether the actor may change categories and groups now."""
    return _over_all(set(actor.paths(PLAN_CHANGE)))


def _over_all(paths: set[str]) -> bool:
    """Whether one of `paths` is that of the highest unit: the federation, or the union where there is only one."""
    if "" in paths:
        return True
    tops = list(Unit.objects.filter(parent=None, closed_on=None).values_list("path", "kind"))
    federations = [path for path, kind in tops if kind == Unit.Kind.FEDERATION]
    highest = federations or [path for path, _kind in tops]
    return len(highest) == 1 and highest[0] in paths


def _fetch(pk: int) -> Activity:
    activity = Activity.objects.select_related("unit", "category", "group", "merged_into").filter(pk=pk).first()
    if activity is None:
        raise Http404
    return activity


def _could(actor: Actor, right: str, activity: Activity) -> bool:
    if actor.could(right, activity.unit):
        return True
    if not actor.could_somewhere(right):
        return False
    paths = activity.organisers.values_list("unit__path", flat=True)
    return any(actor.could(right, path or "") for path in paths)
