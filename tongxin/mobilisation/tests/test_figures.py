"""Figures: exact, each person once, with the records behind them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import NOW
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.mobilisation import actions
from tongxin.mobilisation.tests.making import LATER, call, part, served, shifts, take, task

pytestmark = pytest.mark.django_db


def figure(key, unit, year=2020):
    found = figures.get(f"mobilisation.{key}")
    assert found is not None
    return found.compute(Scope(unit, Period.of_year(year)))


def lived(cast):
    made = call(cast, heads=3)
    first, second = shifts(made)
    for name in ("member", "librarian", "branch"):
        take(cast, first, name)
    take(cast, second, "member")
    served(cast, first, librarian=50, branch=0)
    served(cast, second)
    return made


def test_people_count_once_and_minutes_add_up(cast):
    lived(cast)
    assert figure("volunteers", cast.union).value == 2
    hours = figure("hours", cast.union)
    assert (hours.value, hours.records.count) == (8, 3)  # 240 + 50 + 240 minutes
    assert "50" in hours.note
    assert figure("volunteers", cast.units["ee"]).value == 0
    assert figure("hours", cast.union, 2021).value == 0


def test_a_correction_counts_in_the_place_of_the_first(cast):
    made = lived(cast)
    actions.correct_service(
        actor=cast.actor("office"), now=LATER, shift=shifts(made)[0], person_id=cast.people["librarian"].pk, minutes=110, words="看表"
    )  # fmt: skip
    hours = figure("hours", cast.union)
    assert (hours.value, hours.note, hours.records.count) == (9, "合计零头50分钟不满1小时，没有算进来。", 3)


def test_records_show_names_to_those_who_may_read_people(cast):
    lived(cast)
    rows = figure("volunteers", cast.union).records.rows(cast.actor("office"), 0, 10)
    assert [(row.label, row.detail) for row in rows] == [("李四", "0.83小时"), ("张三", "8小时")]
    hidden = figure("volunteers", cast.union).records.rows(cast.actor("audit"), 0, 10)
    assert {row.label for row in hidden} == {"一位你看不到的职工"}
    shown = figure("hours", cast.union).records.rows(cast.actor("branch"), 0, 10)
    assert [row.label for row in shown] == ["张三", "一位你看不到的职工", "张三"]


def test_calls_that_were_published(cast):
    call(cast, published=False)
    made = call(cast, ends_on=date(2021, 1, 5))
    result = figure("calls", cast.union)
    assert result.value == 1 and figure("calls", cast.union, 2021).value == 1
    assert result.records.rows(cast.actor("audit"), 0, 5)[0].url == f"/mobilisation/volunteers/{made.pk}/"
    assert result.records.rows(cast.actor("outsider"), 0, 5)[0].url == ""


def test_tasks_done_by_unit(cast):
    made = task(cast)
    for unit, state in (("ee", "done"), ("lib", "doing")):
        actions.report_task(actor=cast.actor("office"), now=NOW, handed=part(cast, made, unit), state=state)
    result = figure("tasks_done", cast.union)
    assert (
        result.value,
        figure("tasks_done", cast.units["ee"]).value,
        figure("tasks_done", cast.units["lib"]).value,
    ) == (1, 1, 0)
    row = result.records.rows(cast.actor("office"), 0, 5)[0]
    assert (row.label, row.url) == ("教职工返校，电子与电气工程学院", f"/mobilisation/tasks/{made.pk}/")
    assert result.records.rows(cast.actor("branch"), 0, 5)[0].url == ""


def test_nobody_yet_is_nothing(cast):
    assert [figure(key, cast.union).value for key in ("volunteers", "hours", "calls", "tasks_done")] == [0, 0, 0, 0]
