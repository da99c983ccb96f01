"""Accepting a proposal and taking it back restores the year, whatever the year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW
from tongxin.activities.models import Activity
from tongxin.planner import actions
from tongxin.planner.models import ProposedMove
from tongxin.planner.tests.making import later, planned, proposed, restrict

pytestmark = pytest.mark.django_db
FIELDS = ("pk", "starts_on", "ends_on", "mode", "state", "year", "published_at", "planned_on")
ACTIVITY = st.tuples(
    st.sampled_from(["wen", "jie", "ti", "tuan"]),
    st.one_of(st.none(), st.dates(date(2020, 10, 25), date(2020, 12, 31))),
    st.sampled_from(["planned", "published", "postponed"]),
    st.sampled_from(["on_site", "online", "mixed"]),
    st.sampled_from(["union", "ee", "lib"]),
    st.integers(1, 3),
    st.integers(10, 90),
)


def everything():
    return sorted(Activity.objects.values_list(*FIELDS))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ACTIVITY, min_size=1, max_size=5), st.booleans())
def test_accepting_and_undoing_restores_the_year(cast, activities, forever):
    Activity.objects.filter(pk__in=ProposedMove.objects.values("activity")).update(state="idea")
    Activity.objects.update(state="idea")
    restrict(cast, last=None if forever else date(2020, 12, 5))
    for number, (category, day, state, mode, unit, days, heads) in enumerate(activities):
        end = day + timedelta(days=days - 1) if day and days > 1 else None
        published = NOW if state == "published" and day else None
        planned(
            cast, f"活动{number}", category=category, day=day, unit=unit, mode=mode, ends_on=end, expected=heads,
            published_at=published, state=state if day or state != "published" else "planned",
        )  # fmt: skip
    before = everything()
    proposal = proposed(cast)
    lines = list(proposal.moves.values_list("pk", flat=True))
    if not lines:
        return
    actions.accept(actor=cast.actor("office"), now=later(), proposal=proposal, reason="epidemic", lines=lines)
    done = actions.undo(actor=cast.actor("office"), now=later(20), proposal=proposal)
    assert not done.left and everything() == before
