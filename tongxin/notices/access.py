"""Who may read, send and look after notices. A stranger gets 404."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.notices.models import Message, Notice, Parcel, Robot
from tongxin.org.access import below, needs_office, require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Placement, Unit
from tongxin.org.rules.rights import NOTICES_SEND, SYSTEM_OPERATE


def get_message(actor: Actor, pk: int) -> Message:
    """One's own copy of the notice of that id. Refuses: 404."""
    message = Message.objects.select_related("notice__unit").filter(notice=pk, person=actor.person_id or 0).first()
    if message is None:
        raise Http404
    return message


def notices_for(actor: Actor, paths: tuple[str, ...] | None = None) -> QuerySet[Notice]:
    """What an officer looks after: what their units said, and what units above said to their people.

    “报上了” and the like are between the system and one person, and not among them.
    """
    paths = actor.paths(NOTICES_SEND) if paths is None else paths
    above = [int(step) for path in paths for step in path.split(".")[:-1] if step]
    seen = below(paths, "unit__path") | Q(unit__in=above)
    return Notice.objects.filter(seen).exclude(kind=Notice.Kind.PLACE)


def get_notice(actor: Actor, pk: int) -> Notice:
    """A notice that the officer looks after. Refuses: 404, `access.office_mode` where only the hat is missing."""
    notice = notices_for(actor).select_related("unit").filter(pk=pk).first()
    if notice is None:
        could = tuple(grant.path for grant in actor.grants if grant.right == NOTICES_SEND)
        raise needs_office() if notices_for(actor, could).filter(pk=pk).exists() and not actor.in_office else Http404
    return notice


def receivers(actor: Actor, notice: Notice) -> QuerySet[Message]:
    """The messages of a notice whose readers the officer may see: all of one's own unit's, else those to one's people."""
    messages = Message.objects.filter(notice=notice)
    if actor.may(NOTICES_SEND, notice.unit):
        return messages
    paths = actor.paths(NOTICES_SEND)
    placed = Placement.objects.filter(below(paths, "unit__path"), person=OuterRef("person"), until=None)
    return messages.filter(Exists(placed))


def get_robot(actor: Actor, pk: int) -> Robot:
    """A robot of a unit for which the actor may send. Refuses as `require_right`."""
    robot = Robot.objects.select_related("unit").filter(pk=pk).first()
    if robot is None:
        raise Http404
    require_right(actor, NOTICES_SEND, robot.unit)
    return robot


def require_outbox(actor: Actor) -> None:
    """Refuses unless the actor sends notices or operates the installation: `access.office_mode`, `access.no_right`."""
    if actor.has_somewhere(NOTICES_SEND) or actor.has_somewhere(SYSTEM_OPERATE):
        return
    if actor.could_somewhere(NOTICES_SEND) or actor.could_somewhere(SYSTEM_OPERATE):
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def parcels_for(actor: Actor) -> QuerySet[Parcel]:
    """The parcels the actor may see: those of one's units' notices and robots; the operator all of one's union's."""
    return Parcel.objects.filter(_parcels_of(actor.paths(NOTICES_SEND), actor.paths(SYSTEM_OPERATE)))


def get_parcel(actor: Actor, pk: int) -> Parcel:
    """A parcel the actor may see. Refuses: 404, `access.office_mode` where only the hat is missing."""
    parcel = parcels_for(actor).select_related("notice__unit", "person__union", "robot__unit").filter(pk=pk).first()
    if parcel is None:
        could = [tuple(g.path for g in actor.grants if g.right == right) for right in (NOTICES_SEND, SYSTEM_OPERATE)]
        there = Parcel.objects.filter(_parcels_of(could[0], could[1]), pk=pk).exists()
        raise needs_office() if there and not actor.in_office else Http404
    return parcel


def _parcels_of(sends: tuple[str, ...], operates: tuple[str, ...]) -> Q:
    mine = below(sends, "notice__unit__path") | below(sends, "robot__unit__path")
    return mine | below(operates, "person__union__path") | below(operates, "robot__unit__path")


def unit_of_parcel(parcel: Parcel) -> Unit | None:
    """Below which unit its story may be read."""
    if parcel.notice is not None:
        return parcel.notice.unit
    return parcel.robot.unit if parcel.robot else parcel.person.union if parcel.person else None
