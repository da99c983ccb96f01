"""Pages of report cost as many queries for many records as for few."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tongxin.activities.models import Activity, Category, Organiser
from tongxin.report.tests.conftest import summary, year  # noqa: F401 – fixtures

URLS = (
    "/figures/2020/",
    "/figures/2020/figures.json",
    "/figures/2020/activities.held/",
    "/figures/2020/activities.held.by_category/?part=wen",
    "/summaries/",
    "/summaries/{pk}/",
    "/summaries/{pk}/figure/?fig=activities.held",
    "/summaries/{pk}/picker/",
    "/summaries/{pk}/versions/",
)


def count(client, url):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("url", URLS)
def test_the_number_of_queries_does_not_grow_with_the_records(url, summary, year):  # noqa: F811
    client = year.cast.client("office")
    address = url.format(pk=summary.pk)
    client.get(address)
    few = count(client, address)
    for number in range(30):
        made = Activity.objects.create(
            unit=year.cast.union, year=2020, title=f"活动{number}", category=Category.objects.get(code="wen"), state="done",
            held_on=date(2020, 9, 1), persons=5, person_times=5, planned_on=date(2020, 9, 1), starts_on=date(2020, 9, 1),
        )  # fmt: skip
        Organiser.objects.create(activity=made, unit=year.cast.units["lib"])
    assert count(client, address) == few
