"""The year's pages run the same number of queries for few rows and for many."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, Cast, make_unit
from tongxin.activities.models import Change
from tongxin.activities.tests.making import category, row
from tongxin.org.models import Unit
from tongxin.plan.models import WorkItem
from tongxin.plan.tests.making import approve

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 60
PAGES = [
    "/years/2020/", "/years/2020/?category=wen&sort=day", "/years/2020/calendar/?month=5", "/years/2020/units/", "/years/2020/changes/",
    "/years/2020/baseline/", "/years/2020/items/", "/years/2020/export/", "/years/2020/changes/export/", "/years/2020/units/export/",
    "/years/2020/items/export/", "/years/2020/baseline/export/",
]  # fmt: skip


def fill(cast: Cast, count: int, mark: str) -> None:
    """As many activities with organisers and turns, work items and branches."""
    for number in range(count):
        branch = make_unit(f"{mark}{number}", f"{mark}{number}分工会", Unit.Kind.BRANCH, cast.union)
        day = date(2020, 1, 5) + timedelta(days=5 * number)
        organisers = ((branch, "run", True), (cast.units["hr"], "assist", False))
        codes = ("wen", "jie", "ti", "huai", "tuan")
        given = {"planned_on": day, "starts_on": day, "state": "published", "category": category(codes[number % 5])}
        activity = row(cast.union, f"{mark}{number}", organisers=organisers, **given)
        Change.objects.create(
            activity=activity, kind="moved", reason="epidemic", at=NOW, by="周敏", day_before=day, day_after=day,
            year_before=2020, year_after=2020,
        )  # fmt: skip
        WorkItem.objects.create(
            unit=cast.union,
            year=2020,
            title=f"{mark}{number}",
            due_on=day,
            responsible_unit=branch,
            owner=cast.people["branch"],
        )


def queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url)
        assert answer.status_code == 200, url
        if answer.streaming:
            b"".join(answer.streaming_content)
    return len(captured)


@pytest.mark.parametrize("url", PAGES)
def test_a_page_of_the_year_costs_the_same_for_many_rows(cast, url):
    same_for_many_rows(cast, "office", url)


@pytest.mark.parametrize("url", ["/years/2020/", "/years/2020/calendar/?month=5"])
def test_a_members_page_costs_the_same_for_many_rows(cast, url):
    same_for_many_rows(cast, "member", url)


def same_for_many_rows(cast: Cast, who: str, url: str) -> None:
    """The page is asked for with few rows and with many, each after it was asked for once."""
    fill(cast, FEW, "few")
    approve(cast)
    fill(cast, 2, "later")
    client = cast.client(who)
    queries(client, url)
    few = queries(client, url)
    fill(cast, MANY, "many")
    assert queries(client, url) == few
