"""Where packs are fetched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.collecting.access import get_point
from tongxin.collecting.models import Point
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE
from tongxin.welfare.access import get_round_to_run
from tongxin.welfare.models import Round

OVER = (Round.State.CLOSED, Round.State.CANCELLED)


@transaction.atomic
def add_point(
    *,
    actor: Actor,
    now: datetime,
    round: Round,
    name: str,
    place: str = "",
    contact: str = "",
    units: Iterable[Unit] = (),
) -> Point:
    """A pick-up point; `units` are those it serves, none: everybody. Refuses: `access.…`, `collecting.over`, `collecting.name_taken`."""
    held = get_round_to_run(actor, round.pk)
    require_on(held)
    _require_free(held, name)
    last = Point.objects.filter(round=held).aggregate(last=Max("order"))["last"]
    made = Point.objects.create(
        round=held,
        name=name.strip(),
        place=place.strip(),
        contact=contact.strip(),
        order=0 if last is None else last + 1,
    )
    made.units.set(units)
    record(actor=actor, now=now, act="collecting.add_point", thing=made, unit=held.unit, after=_facts(made))
    return made


@transaction.atomic
def edit_point(
    *,
    actor: Actor,
    now: datetime,
    point: Point,
    name: str,
    place: str = "",
    contact: str = "",
    units: Iterable[Unit] = (),
) -> Point:
    """Change a point's words and whom it serves. Refuses as `add_point`."""
    held = get_point(actor, point.pk)
    require_on(held.round)
    _require_free(held.round, name, but=held)
    before = _facts(held)
    held.name, held.place, held.contact = name.strip(), place.strip(), contact.strip()
    held.save(update_fields=["name", "place", "contact"])
    held.units.set(units)
    record(
        actor=actor,
        now=now,
        act="collecting.edit_point",
        thing=held,
        unit=held.round.unit,
        before=before,
        after=_facts(held),
    )
    return held


@transaction.atomic
def drop_point(*, actor: Actor, now: datetime, point: Point) -> None:
    """Take a point away with its time slots. Refuses: `access.…`, `collecting.over`, `collecting.chosen` where people come then."""
    held = get_point(actor, point.pk)
    require_on(held.round)
    if Place.objects.filter(pool__window__point=held, state__in=LIVE).exists():
        raise Refused("collecting.chosen", _("这里的时段已经有人选了，不能去掉。先请他们改选。"))
    record(actor=actor, now=now, act="collecting.drop_point", thing=held, unit=held.round.unit, before=_facts(held))
    held.delete()


def require_on(round: Round) -> None:
    """Refuses `collecting.over` once the round is closed or called off."""
    if round.state in OVER:
        state = {"state": round.get_state_display()}
        raise Refused("collecting.over", _("这次福利“%(state)s”，领取点和时段不再改。") % state)


def _require_free(round: Round, name: str, but: Point | None = None) -> None:
    others = Point.objects.filter(round=round, name=name.strip())
    if (others.exclude(pk=but.pk) if but else others).exists():
        raise Refused("collecting.name_taken", _("已经有一个领取点叫这个，换个名字。"), field="name")


def _facts(point: Point) -> dict[str, object]:
    units = [unit.called for unit in point.units.all()]
    return {"name": point.name, "place": point.place, "contact": point.contact, "units": units}
