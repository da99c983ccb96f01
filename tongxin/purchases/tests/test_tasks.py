"""The year's tasks, partner units' parts, and what they say when they are due."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.cast import NOW
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.models import Task
from tongxin.purchases.queries.tasks import task_lines
from tongxin.purchases.tests.making import line, round_of
from tongxin.purchases.tests.test_ledger import refused
from tongxin.purchases.todos import ask


def task(cast, scope=None, target=50000, **more):
    return actions.set_task(
        actor=cast.actor("office"),
        now=NOW,
        unit=cast.union,
        year=2020,
        scope=scope,
        target_fen=target,
        set_by="市总工会",
        **more,
    )


def test_tasks_are_kept_apart_and_the_ledger_says_how_far(cast):
    poor, twinned = goods.scope(cast), goods.scope(cast, "twinned", "结对")
    whole, first, second = task(cast), task(cast, poor, 20000), task(cast, twinned, 10000)
    line(cast, scopes=[poor, twinned])
    line(cast, scopes=[poor], fen=500)
    line(cast, fen=99)
    found = task_lines(cast.union, 2020)
    assert [(each.task, each.spent, each.missing, each.told) for each in found] == [
        (whole, 14000, 36000, "28%"), (first, 14000, 6000, "70%"), (second, 13500, 0, "135%"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"target_fen": 0}, "purchases.no_amount"),
        ({"target_fen": -1}, "purchases.no_amount"),
        ({"set_by": " "}, "purchases.no_setter"),
    ],
)
def test_an_unsound_task_is_refused(cast, more, code):
    call = {
        "actor": cast.actor("office"),
        "unit": cast.union,
        "year": 2020,
        "scope": None,
        "target_fen": 1,
        "set_by": "市总",
        **more,
    }
    refused(code, actions.set_task, **call)
    assert not Task.objects.exists()


def test_a_task_is_set_once_changed_and_taken_away(cast):
    made = task(cast)
    call = {
        "actor": cast.actor("office"),
        "unit": cast.union,
        "year": 2020,
        "scope": None,
        "target_fen": 1,
        "set_by": "市总",
    }
    assert refused("purchases.task_again", actions.set_task, **call).facts["task"] == made.pk
    for who in ("audit", "member", "branch", "outsider"):
        refused("access.no_right", actions.edit_task, actor=cast.actor(who), task=made, target_fen=7)
    actions.edit_task(actor=cast.actor("office"), now=NOW, task=made, target_fen=7)
    assert Task.objects.get().target_fen == 7
    refused("purchases.no_reason", actions.remove_task, actor=cast.actor("office"), task=made, reason="")
    actions.remove_task(actor=cast.actor("office"), now=NOW, task=made, reason="没有定")
    assert not Task.objects.exists()


def test_a_part_is_given_done_and_taken_away(cast):
    office, made = cast.actor("office"), task(cast)
    refused("purchases.no_step", actions.set_part, actor=office, task=made, unit=cast.units["hr"], does=" ")
    refused("purchases.no_partner", actions.set_part, actor=office, task=made, unit=cast.units["other"], does="核对")
    part = actions.set_part(
        actor=office, now=NOW, task=made, unit=cast.units["hr"], does="核对人数", due_on=date(2020, 10, 25)
    )
    assert next(todo.title for todo in ask(office, NOW)) == "人力资源处：核对人数"
    refused("purchases.future", actions.finish_part, actor=office, part=part, done_on=date(2020, 10, 21))
    done = actions.finish_part(actor=office, now=NOW, part=part, done_on=date(2020, 10, 20))
    assert done.done_on == date(2020, 10, 20) and "核对人数" not in str(ask(office, NOW))
    changed = actions.set_part(actor=office, now=NOW, task=made, unit=cast.units["security"], does="收货", part=done)
    actions.remove_part(actor=office, now=NOW, part=changed)
    assert not made.parts.exists()


def test_what_waits_is_told_to_who_buys(cast):
    poor = goods.scope(cast)
    task(cast, poor, 20000)
    round = round_of(cast, state="closed")
    line(cast, round=round, scopes=[poor], fen=100)
    titles = [todo.title for todo in ask(cast.actor("office"), NOW)]
    assert titles == ["结算“中秋福利”", "832个脱贫县还差199元"]
    assert ask(cast.actor("audit"), NOW) == ask(cast.actor("member"), NOW) == []
    spring = datetime(2020, 3, 1, tzinfo=UTC)
    assert [todo.title for todo in ask(cast.actor("office"), spring)] == ["结算“中秋福利”"]
