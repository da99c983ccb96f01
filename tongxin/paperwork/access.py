"""Who may take out, and who may change, the papers of an activity. A stranger gets 404."""

from __future__ import annotations

from typing import Final

from django.db.models import Q, QuerySet
from django.http import Http404

from tongxin.activities.access import get_activity_to_run, may_run, within
from tongxin.activities.models import Activity
from tongxin.org.access import below, needs_office, require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN, AUDIT_READ
from tongxin.paperwork.models import Template

# The audit committee reads what was spent; who runs the activity reads all.
READERS: Final = (ACTIVITIES_RUN, AUDIT_READ)

__all__ = [
    "get_activity_to_run",
    "get_activity_with_papers",
    "get_template",
    "may_open_template",
    "may_read_papers",
    "may_run",
    "templates_for",
    "units_with_templates",
]


def get_activity_with_papers(actor: Actor, pk: int) -> Activity:
    """An activity whose papers the actor may take out. Refuses: 404, `access.office_mode` (403) under the member's hat."""
    activity = Activity.objects.select_related("unit", "category", "group").filter(pk=pk).first()
    if activity is None:
        raise Http404
    if may_read_papers(actor, pk):
        return activity
    if _could(actor, activity):
        raise needs_office()
    raise Http404


def may_read_papers(actor: Actor, pk: int) -> bool:
    """Whether the actor may take out the papers now."""
    if not actor.in_office:
        return False
    seen = within(actor.paths(ACTIVITIES_RUN)) | within(actor.paths(AUDIT_READ))
    return Activity.objects.filter(seen, pk=pk).exists()


def templates_for(actor: Actor) -> QuerySet[Template]:
    """The templates of the units that the actor runs activities for."""
    return Template.objects.filter(below(actor.paths(ACTIVITIES_RUN), "unit__path")).select_related("unit")


def units_with_templates(actor: Actor) -> QuerySet[Unit]:
    """The units that the actor may give a template to."""
    return Unit.objects.filter(below(actor.paths(ACTIVITIES_RUN), "path"), closed_on=None).order_by("path")


def get_template(actor: Actor, pk: int) -> Template:
    """A template that the actor may retire. Refuses as `require_right`."""
    template = Template.objects.select_related("unit").filter(pk=pk).first()
    if template is None:
        raise Http404
    require_right(actor, ACTIVITIES_RUN, template.unit)
    return template


def may_open_template(actor: Actor, pk: int) -> bool:
    """Whether the actor may open a template's file: who runs activities in its unit or below, where it is used too."""
    paths = actor.paths(ACTIVITIES_RUN)
    above = Q(pk__in=())
    for path in paths:
        above |= Q(unit__in=[int(part) for part in path.split(".") if part])
    return Template.objects.filter(above | below(paths, "unit__path"), pk=pk).exists()


def _could(actor: Actor, activity: Activity) -> bool:
    rights = [right for right in READERS if actor.could_somewhere(right)]
    if not rights or actor.in_office:
        return False
    paths = [activity.unit.path, *activity.organisers.values_list("unit__path", flat=True)]
    return any(actor.could(right, path or "") for right in rights for path in paths)
