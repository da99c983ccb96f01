"""A person says when to come."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.choosing.queries.chosen import ways
from tongxin.collecting.access import get_own
from tongxin.collecting.actions.putting import keep_round
from tongxin.collecting.models import Point, Receipt, Window
from tongxin.collecting.queries.serving import serves
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.actions.take import Taken
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE
from tongxin.welfare.models import Entitled, Round

OPEN = (Round.State.CHOOSING, Round.State.HANDING)


@transaction.atomic
def pick_window(*, actor: Actor, now: datetime, round: Round, window: int) -> Taken:
    """The actor comes in that time slot, instead of in the one chosen before; the engine leaves the entry.

    Refuses: as `access.get_own`, 404 where there is no such slot, `collecting.not_open`, `collecting.had`,
    `collecting.not_fetched` (delivered or donated), `collecting.other_point`, `collecting.past`, and all of `places.swap`.
    """
    keep_round(round.pk)
    own = get_own(actor, round.pk)
    found = Window.objects.select_related("pool", "point").filter(pk=window, point__round=own.round).first()
    if found is None or found.pool is None:
        raise Http404
    if own.round.state not in OPEN:
        raise Refused("collecting.not_open", _("现在不选时段。"))
    if Receipt.objects.filter(entitled=own, undone_at=None).exists():
        raise Refused("collecting.had", _("已经领了，不用再选时段。"))
    if ways(own.round, [own.person_id]):
        raise Refused("collecting.not_fetched", _("你选了送到家或者捐出去，不用来领。要自己领，先把它改回来。"))
    points = Point.objects.filter(round=own.round).prefetch_related("units")
    if found.point_id not in {point.pk for point in serves(points, own.unit.path if own.unit else "")}:
        raise Refused("collecting.other_point", _("这个领取点是给别的单位的，选自己的。"))
    if found.ends_at <= now:
        raise Refused("collecting.past", _("这个时段过了，选后面的。"))
    return places.swap(actor=actor, now=now, pool=found.pool, exception=_missed(own, now))


def _missed(own: Entitled, now: datetime) -> str:
    """Why the old slot may still be given up: it went by. Empty where it did not, and for who has left."""
    rows = Place.objects.filter(person=own.person_id, state__in=LIVE, pool__window__point__round=own.round)
    if own.person.left_on is not None or not rows.filter(pool__window__ends_at__lte=now).exists():
        return ""
    with ours():
        return _("原来选的时段过了")


def leave_window(*, actor: Actor, now: datetime, round: Round) -> None:
    """The actor's slot is free again. Refuses: as `access.get_own`, `places.none`, `places.too_late`."""
    own = get_own(actor, round.pk)
    rows = Place.objects.filter(person=own.person_id, state__in=LIVE, pool__window__point__round=own.round)
    place = rows.select_related("pool").first()
    if place is None:
        raise Refused("places.none", _("还没有选时段，不用退。"))
    places.withdraw(actor=actor, now=now, pool=place.pool)
