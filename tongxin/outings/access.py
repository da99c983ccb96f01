"""Who sees, fills in and decides on outings. A stranger gets 404."""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run, within
from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.org.access import needs_office, require_somewhere
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_READ, PLAN_APPROVE, PLAN_CHANGE
from tongxin.outings.models import Outing

DECIDING: Final = (PLAN_APPROVE, PLAN_CHANGE)
DECIDERS: Final = (Unit.Kind.UNION, Unit.Kind.FEDERATION)


def outings_for(actor: Actor) -> QuerySet[Outing]:
    """The outings whose application the actor may read: officers of the units that own or organise them."""
    return Outing.objects.filter(activity__in=_activities(actor))


def get_outing(actor: Actor, pk: int) -> Outing:
    """An outing to read. Refuses: 404, `access.office_mode` where only the hat is missing."""
    outing = _fetch(pk)
    if not outings_for(actor).filter(pk=pk).exists():
        raise needs_office() if actor.could(ACTIVITIES_READ, outing.activity.unit) else Http404
    return outing


def get_outing_to_run(actor: Actor, pk: int) -> Outing:
    """An outing to fill in, apply for, close. Refuses as `activities.access.require_run`."""
    outing = _fetch(pk)
    require_run(actor, outing.activity)
    return outing


def get_outing_to_decide(actor: Actor, pk: int) -> Outing:
    """An outing to approve or send back. Refuses as `require_decide`."""
    outing = _fetch(pk)
    require_decide(actor, outing)
    return outing


def require_decide(actor: Actor, outing: Outing) -> None:
    """Refuses unless the actor decides for the union above the outing's unit. Refuses: `access.office_mode`, `access.no_right`."""
    could = any(_path(outing).startswith(path) for path in _deciding(actor))
    if could and actor.in_office:
        return
    if could:
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def deciding_paths(actor: Actor) -> tuple[str, ...]:
    """Paths of the unions whose outings the actor decides on now. A branch's own chair does not decide on the branch's."""
    return _deciding(actor) if actor.in_office else ()


def require_spread(actor: Actor) -> tuple[str, ...]:
    """The unions whose year of outings the actor looks after. Refuses as `require_somewhere`."""
    paths = deciding_paths(actor)
    if paths:
        return paths
    if _deciding(actor):
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def require_reader(actor: Actor) -> None:
    """Refuses who reads no unit's activities at all. Refuses as `require_somewhere`."""
    require_somewhere(actor, ACTIVITIES_READ)


def _deciding(actor: Actor) -> tuple[str, ...]:
    held = {grant.path for grant in actor.grants if grant.right in DECIDING}
    if "" in held:
        return ("",)
    if not held:
        return ()
    paths = Unit.objects.filter(path__in=held, kind__in=DECIDERS).values_list("path", flat=True)
    return tuple(path for path in paths if path)


def _activities(actor: Actor) -> QuerySet[Activity]:
    return Activity.objects.filter(within(actor.paths(ACTIVITIES_READ)))


def _fetch(pk: int) -> Outing:
    related = ("activity__unit", "activity__category", "activity__group", "safety_owner")
    outing = Outing.objects.select_related(*related).filter(pk=pk).first()
    if outing is None:
        raise Http404
    return outing


def _path(outing: Outing) -> str:
    return outing.activity.unit.path or "\0"
