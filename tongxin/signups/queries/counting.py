"""How signing up is counted."""

from __future__ import annotations

from django.db.models import Count
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.activities.queries.scope import held_counted, records_of
from tongxin.core.figures import Result, Scope
from tongxin.places.models import Place


def signups(scope: Scope) -> Result:
    """Places held in held activities of the counted categories; the records are those activities, each with its number."""
    rows = held_counted(scope)
    places = Place.objects.filter(state=Place.State.HELD, pool__slot__activity__in=rows).order_by()
    counts = dict(places.values_list("pool__slot__activity").annotate(n=Count("pk")))

    def detail(activity: Activity) -> str:
        return _("%(n)s人次") % {"n": counts.get(activity.pk, 0)}

    return Result(sum(counts.values()), records_of(rows.filter(pk__in=counts), len(counts), detail))
