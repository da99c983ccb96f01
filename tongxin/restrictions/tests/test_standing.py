"""Which restrictions stand: by day, by unit, in one statement."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, TODAY
from tongxin.restrictions.queries.band import band
from tongxin.restrictions.queries.standing import standing
from tongxin.restrictions.queries.waiting import to_review
from tongxin.restrictions.tests.making import declare


@pytest.mark.parametrize(
    ("unit", "asked", "there"),
    [
        ("union", "ee", True),
        ("ee", "ee", True),
        ("ee", "union", True),
        ("ee", "lib", False),
        ("union", "other", False),
    ],
)
def test_those_of_units_above_and_below_stand(cast, unit, asked, there):
    declare(cast, unit=unit)
    assert bool(standing(TODAY, paths=[cast.units[asked].path])) is there


def test_a_band_takes_only_what_holds_for_the_unit(cast):
    declare(cast, units=[cast.units["lib"]])
    assert band([cast.units["ee"].path], TODAY) is None
    assert band([cast.union.path], TODAY) is None
    found = band([cast.union.path], TODAY, inner=True)
    assert found is not None
    assert found.titles == ["聚集管控"]


def test_days_are_inclusive_and_further_notice_has_no_end(cast):
    declare(cast, title="有头有尾", ends_on=date(2020, 10, 31))
    assert standing(date(2020, 10, 31))
    assert not standing(date(2020, 11, 1))
    declare(cast, title="另行通知")
    assert [each.title for each in standing(date(2030, 1, 1))] == ["另行通知"]


@pytest.mark.parametrize("many", [1, 12])
def test_it_takes_one_statement_whatever_there_is(cast, many):
    units = [cast.units[name] for name in ("ee", "lib", "club")]
    for number in range(many):
        declare(cast, title=f"第{number}条", units=units, steps=((50, "plan"), (100, "file"), (500, "ban")))
    with CaptureQueriesContext(connection) as queries:
        found = standing(TODAY, paths=[cast.units["ee"].path])
    assert len(queries) == 1
    assert len(found) == many
    assert all(len(each.limits.steps) == 3 and len(each.limits.paths) == 3 for each in found)


def test_those_without_an_end_are_looked_at_again_after_sixty_days(cast):
    declare(cast, title="老的", starts_on=TODAY - timedelta(days=61))
    declare(cast, title="新的", starts_on=TODAY - timedelta(days=60))
    declare(cast, title="有头有尾", starts_on=TODAY - timedelta(days=90), ends_on=TODAY)
    assert [(each.title, each.days) for each in to_review(cast.actor("office"), NOW)] == [("老的", 61)]
    assert to_review(cast.actor("member"), NOW) == []
