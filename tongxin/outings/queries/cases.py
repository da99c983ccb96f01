"""The outings that rules were held against, for “what would differ”."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from tongxin.activities.models import Activity
from tongxin.org.access import inside
from tongxin.org.models import Unit
from tongxin.outings.models import Outing
from tongxin.outings.queries.checked import GONE, KIND, OCCASION, facts_of
from tongxin.rulebook.hooks import Case
from tongxin.rulebook.models import Exemption
from tongxin.rulebook.queries.exemptions import standing


def cases(unit: Unit, occasion: str, since: date) -> Iterator[Case]:
    """Outings in and below the unit from that day on, called off ones left out. Three queries."""
    if occasion != OCCASION:
        return
    rows = Outing.objects.filter(inside(unit, "activity__unit__path")).exclude(activity__state__in=GONE)
    found = rows.select_related("activity__unit").prefetch_related("shares").order_by("activity__starts_on", "pk")
    nth: Counter[tuple[int, int]] = Counter()
    decided: dict[int, list[Exemption]] = defaultdict(list)
    for each in standing(KIND, [outing.pk for outing in found]):
        decided[each.thing_id].append(each)
    for outing in found:
        activity = outing.activity
        nth[activity.unit_id, activity.year] += 1
        if activity.day and activity.day >= since:
            facts = facts_of(outing, list(outing.shares.all()), nth[activity.unit_id, activity.year])
            closed = activity.state == Activity.State.DONE
            url = reverse("outings:outing", args=[outing.pk])
            yield Case(
                activity.title, activity.unit, OCCASION, activity.day, facts, closed, url, tuple(decided[outing.pk])
            )
