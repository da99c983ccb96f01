"""Aims over several years: counted where the system has records, typed with a source where it has none."""

from __future__ import annotations

import pytest

from tests.cast import NOW, TODAY
from tongxin.activities.tests.making import add
from tongxin.goals import actions
from tongxin.goals.models import Aim, AimMeasure
from tongxin.goals.queries.aims import aim_page
from tongxin.goals.tests.making import aim
from tongxin.goals.tests.refusing import refused


def measure(cast, one, **more) -> AimMeasure:
    given = {"key": "activities.planned", "targets": {2021: "16", 2022: ""}, **more}
    return actions.set_measure(actor=cast.actor("office"), now=NOW, aim=one, **given)


def type_in(cast, row, **more):
    given = {"year": 2019, "value": "18", "source": "2019年工作总结", **more}
    return actions.type_value(actor=cast.actor("office"), now=NOW, measure=row, **given)


def test_years_are_counted_or_typed(cast):
    one = aim(cast)
    add(cast)
    row = measure(cast, one)
    type_in(cast, row)
    (trend,) = aim_page(one, TODAY).trends
    points = {point.year: point for point in trend.points}
    assert list(points) == [2019, 2020, 2021, 2022, 2023, 2024, 2025]
    assert (points[2019].told, points[2019].typed, points[2019].by) == ("18项", "2019年工作总结", "周敏")
    assert (points[2020].told, points[2020].typed, points[2020].now) == ("1项", "", True)
    assert (points[2021].told, points[2021].target, points[2022].target) == ("—", "16项", "")
    assert points[2019].height == 100 and points[2021].target_height == 88


def test_a_value_typed_again_takes_the_new_one(cast):
    row = measure(cast, aim(cast))
    for value in ("18", "17"):
        type_in(cast, row, value=value)
    assert row.years.get(kind="typed").value == 17


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("goals.not_a_number", {"value": "很多"}),
        ("aim.source_missing", {"source": " "}),
        ("aim.year_not_before", {"year": 2020}),
        ("aim.year_not_before", {"year": 2018}),
        ("aim.year_outside", {"year": 2017}),
    ],
)
def test_only_years_without_records_are_typed(cast, code, given):
    row = measure(cast, aim(cast))
    add(cast, "2018年的", year=2018)
    refused(code, type_in, cast, row, **given)


@pytest.mark.parametrize(
    ("code", "given"),
    [("goals.title_missing", {"title": ""}), ("aim.years", {"last": 2026}), ("aim.years", {"last": 2021}), ("aim.years", {"last": 2020})],
)  # fmt: skip
def test_an_aim_has_a_name_and_two_to_five_years(cast, code, given):
    refused(code, aim, cast, **given)


def test_measures_refuse_what_does_not_fit(cast):
    one = aim(cast)
    refused("goals.no_figure", measure, cast, one, key="nothing")
    refused("goals.no_direction", measure, cast, one, direction="up")
    refused("goals.not_a_number", measure, cast, one, targets={2021: "很多"})
    refused("aim.year_outside", measure, cast, one, targets={2020: "1"})


@pytest.mark.parametrize("who", ["member", "branch", "audit", "party", "outsider"])
def test_nobody_else_sets_aims(cast, who):
    one = aim(cast)
    row = measure(cast, one)
    given = {"actor": cast.actor(who), "now": NOW}
    refused("access.no_right", actions.add_aim, unit=cast.union, title="一", first=2021, last=2022, **given)
    refused("access.no_right", actions.edit_aim, aim=one, title="一", first=2021, last=2022, **given)
    refused("access.no_right", actions.set_measure, aim=one, key="activities.held", targets={}, **given)
    refused("access.no_right", actions.type_value, measure=row, year=2019, value="1", source="书", **given)
    refused("access.no_right", actions.remove_measure, measure=row, **given)


def test_the_pages_do_it_all(cast):
    client = cast.client("office")
    given = {"title": "十四五", "first": "2021", "last": "2025"}
    answer = client.post("/aims/new/", given | {"last": "2020"})
    assert answer.status_code == 422 and "十四五" in answer.content.decode()
    assert client.post("/aims/new/", given).status_code == 302
    one = Aim.objects.get()
    url = f"/aims/{one.pk}/measures/"
    wanted = {"measure": "activities.completion", "direction": "least", "target_2021": "90%"}
    assert client.post(url, wanted | {"target_2021": "很多"}).status_code == 422
    assert client.post(url, wanted).status_code == 302
    row = one.measures.get()
    assert 'value="90%"' in client.get(f"{url}?of={row.pk}").content.decode()
    typed = {"year": "2019", "value": "90%", "source": "2019年工作总结"}
    assert client.post(f"/aims/measures/{row.pk}/typed/", typed | {"source": ""}).status_code == 422
    assert client.post(f"/aims/measures/{row.pk}/typed/", typed).status_code == 302
    for page in ("/aims/", f"/aims/{one.pk}/"):
        assert "2019年工作总结" in cast.client("party").get(page).content.decode()
    assert client.post(f"/aims/{one.pk}/edit/", given | {"title": "新"}).status_code == 302
    assert client.post(f"/aims/measures/{row.pk}/remove/").status_code == 302
    assert client.post(f"/aims/measures/{row.pk}/remove/").status_code == 404
    assert cast.client("member").get(f"/aims/{one.pk}/").status_code == 404
