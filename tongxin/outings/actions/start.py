"""Begin the application of a unit's outing, after last year's."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions import add_activity
from tongxin.activities.models import Activity, Category
from tongxin.activities.queries.outings import OUTING
from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.database import lock
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.outings.models import Outing, Share
from tongxin.outings.queries.starting import COPIED, Beginning, beginning
from tongxin.rulebook.queries import region_of


@transaction.atomic
def start(
    *, actor: Actor, now: datetime, unit: Unit, year: int, day: date | None = None, destination: str = ""
) -> Outing:
    """A draft for `unit` and `year`: everything that last year's outing had, except day, policy and what it cost.

    An outing that the plan has already as an activity gets its application; else the activity is added with it (then `day`
    is its day). A second one in a year begins only when the first is over or called off; the rulebook speaks of it.
    Refuses: `access.…`, `outing.already` (fact `outing`), and as `add_activity`.
    """
    require_right(actor, ACTIVITIES_RUN, unit)
    # Two who begin at once begin one.
    unit = lock(Unit.objects.filter(pk=unit.pk)).get()
    known = beginning(unit, year, today(now))
    if known.open is not None:
        raise Refused("outing.already", _("这一年的团建已经在填了，接着填就好。"), outing=known.open.pk)
    activity = known.planned or _added(actor, now, unit, year, day or known.day, destination or _where(known))
    require_run(actor, activity)
    outing = Outing(activity=activity, headcount=activity.expected or known.people or None, region=region_of(unit))
    if known.last is not None:
        for name in COPIED:
            setattr(outing, name, getattr(known.last, name))
    outing.destination = destination.strip() or activity.place or outing.destination
    outing.save()
    if known.last is not None:
        Share.objects.bulk_create(
            Share(outing=outing, payer=each.payer, fen=each.fen) for each in known.last.shares.all()
        )
    after = {"destination": outing.destination, "after": known.last.pk if known.last else None}
    record(actor=actor, now=now, act="outings.start", thing=activity, unit=unit, after=after)
    return outing


def _where(known: Beginning) -> str:
    return known.last.destination if known.last else ""


def _added(actor: Actor, now: datetime, unit: Unit, year: int, day: date | None, where: str) -> Activity:
    return add_activity(
        actor=actor, now=now, unit=unit, year=year, title=_called(unit),
        category=Category.objects.get(code=OUTING), planned_on=day, place=where, indoor=False, reach=Activity.Reach.CITY,
    )  # fmt: skip


def _called(unit: Unit) -> str:
    """The activity's title, in the installation's language: everybody reads it."""
    with ours():
        return _("%(unit)s团建") % {"unit": unit.called.removesuffix("分工会")}
