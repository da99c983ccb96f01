"""One person cannot be at two shifts at the same time."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tongxin.core.clock import local
from tongxin.core.refusals import Refused
from tongxin.mobilisation.models import Shift
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE
from tongxin.ui.words import day, hour


def require_free(person: int, shift: Shift) -> None:
    """Refuses `shift.clash` where the person has, or waits for, a shift at the same time. Asked under the person's lock, and of
    waiting too: who moves up later never sits in two places."""
    places = Place.objects.filter(person=person, state__in=LIVE).exclude(pool=shift.pool_id)
    places = places.filter(pool__shift__starts_at__lt=shift.ends_at, pool__shift__ends_at__gt=shift.starts_at)
    clash = places.select_related("pool__shift__duty__call").first()
    if clash is None:
        return
    other = clash.pool.shift
    facts = {
        "title": f"{other.duty.call.title} {other.duty.name}", "day": day(other.starts_at),
        "from": hour(local(other.starts_at)), "to": hour(local(other.ends_at)),
    }  # fmt: skip
    words = _("时间撞上了：%(day)s %(from)s-%(to)s已经有“%(title)s”。要换，先退出那一班。") % facts
    raise Refused("shift.clash", words, field="person")
