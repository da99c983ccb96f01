"""How events and those in them are counted."""

from __future__ import annotations

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.activities.queries.scope import held_counted, records_of
from tongxin.core.figures import Result, Scope
from tongxin.places.models import Place
from tongxin.signups.models import Slot


def events(scope: Scope) -> Result:
    """Events of held activities of the counted categories; the records are those activities. One query."""
    rows = held_counted(scope)
    slots = Slot.objects.filter(kind=Slot.Kind.EVENT, pool__isnull=False, activity__in=rows).order_by()
    return _result(rows, dict(slots.values_list("activity").annotate(n=Count("pk"))), _("%(n)s个项目"))


def event_entries(scope: Scope) -> Result:
    """Places held in those events; the records are the same. One query."""
    rows = held_counted(scope)
    places = Place.objects.filter(
        state=Place.State.HELD, pool__slot__kind=Slot.Kind.EVENT, pool__slot__activity__in=rows
    ).order_by()
    return _result(rows, dict(places.values_list("pool__slot__activity").annotate(n=Count("pk"))), _("%(n)s人次"))


def _result(rows: QuerySet[Activity], counts: dict[int, int], words: str) -> Result:
    def detail(activity: Activity) -> str:
        return words % {"n": counts.get(activity.pk, 0)}

    return Result(sum(counts.values()), records_of(rows.filter(pk__in=counts), len(counts), detail))
