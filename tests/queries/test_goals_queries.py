"""Pages of goals, tasks from above and aims take as many queries for many rows as for few."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, Cast
from tongxin.activities.tests.making import row
from tongxin.goals import actions
from tongxin.goals.models import Aim, AimMeasure, AimYear, Directive, Evidence, Goal, Indicator, Serves
from tongxin.goals.tests.making import aim, directive, start
from tongxin.plan.models import WorkItem, WorkStep

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 40
PAGES = [
    ("/goals/2020/", "office", 45), ("/goals/2020/", "member", 30), ("/goals/one/{goal}/", "office", 45),
    ("/goals/one/{goal}/", "member", 30), ("/goals/one/{goal}/serving/", "office", 20), ("/goals/2020/export/", "office", 35),
    ("/directives/?year=2020", "office", 20), ("/directives/matrix/?year=2020", "office", 20),
    ("/directives/{directive}/", "office", 20), ("/directives/{directive}/evidence/", "office", 20),
    ("/directives/export/?year=2020", "office", 18), ("/aims/", "office", 30), ("/aims/{aim}/", "office", 30),
    ("/years/items/{work}/", "office", 20), ("/years/2020/review/", "office", 25), ("/", "office", 70),
    ("/figures/2020/plan.goals_empty/", "office", 45), ("/years/2021/proposals/", "office", 180),
]  # fmt: skip


def fill(cast: Cast, count: int, mark: str, things: dict[str, int]) -> None:
    """As many goals with an indicator each, directives with evidence, measures of the aim, steps."""
    top, one = Goal.objects.get(pk=things["goal"]), Directive.objects.get(pk=things["directive"])
    for number in range(count):
        day = date(2020, 1, 5) + timedelta(days=5 * number)
        activity = row(cast.union, f"{mark}{number}", state="published", starts_on=day, planned_on=day)
        work = WorkItem.objects.create(unit=cast.union, year=2020, title=f"{mark}{number}", due_on=day)
        WorkStep.objects.create(item=work, title="一步", due_on=day)
        WorkStep.objects.create(item_id=things["work"], title=f"{mark}{number}")
        goal = Goal.objects.create(unit=cast.union, year=2020, title=f"{mark}{number}", parent=top)
        Indicator.objects.create(goal=goal, key="activities.held", numerator=3)
        Serves.objects.create(goal=goal, activity=activity)
        Serves.objects.create(goal=goal, work_item=work)
        Evidence.objects.create(directive=one, activity=activity)
        other = Directive.objects.create(
            unit=cast.union, year=2020, title=f"{mark}{number}", given_by="校党委", given_on=day, due_on=day
        )
        Evidence.objects.create(directive=other, work_item=work)
        more = Aim.objects.create(unit=cast.union, title=f"{mark}{number}", first=2021, last=2025)
        measure = AimMeasure.objects.create(aim=more, key="activities.planned")
        AimYear.objects.create(measure=measure, year=2021, kind="target", numerator=9)


def queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url)
        assert answer.status_code == 200, url
        if answer.streaming:
            b"".join(answer.streaming_content)
    return len(captured)


@pytest.mark.parametrize(("url", "who", "most"), PAGES)
def test_a_page_costs_the_same_for_many_rows(cast, url, who, most):
    made = start(cast)["党建+工会"]
    given = {"actor": cast.actor("office"), "now": NOW}
    item = WorkItem.objects.create(unit=cast.union, year=2020, title="换届")
    things = {"goal": made.pk, "directive": directive(cast).pk, "work": item.pk}
    one = aim(cast)
    actions.set_measure(aim=one, key="activities.planned", targets={2021: "1"}, **given)
    things["aim"] = one.pk
    client, address = cast.client(who), url.format(**things)
    fill(cast, FEW, "few", things)
    queries(client, address)
    few = queries(client, address)
    fill(cast, MANY, "many", things)
    assert queries(client, address) == few <= most
