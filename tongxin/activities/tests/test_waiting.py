"""What waits for those who run activities."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import NOW, TODAY
from tongxin.activities import actions
from tongxin.activities.rules.waiting import waits_for
from tongxin.activities.tests.making import add

YESTERDAY, SOON, LATE = TODAY - timedelta(days=1), TODAY + timedelta(days=14), TODAY + timedelta(days=15)
LONG_AGO, LATELY = TODAY - timedelta(days=61), TODAY - timedelta(days=60)


@pytest.mark.parametrize(
    ("state", "starts_on", "ends_on", "put_off", "act"),
    [
        ("planned", YESTERDAY, None, None, "finish"),
        ("under_way", YESTERDAY, None, None, "finish"),
        ("published", YESTERDAY, TODAY, None, None),
        ("postponed", YESTERDAY, None, LATELY, "finish"),
        ("planned", TODAY, None, None, "publish"),
        ("planned", SOON, None, None, "publish"),
        ("postponed", SOON, None, LATELY, "publish"),
        ("planned", LATE, None, None, None),
        ("planned", None, None, None, None),
        ("published", SOON, None, None, None),
        ("postponed", None, None, LONG_AGO, "postpone"),
        ("postponed", None, None, LATELY, None),
        ("postponed", None, None, None, None),
        ("done", YESTERDAY, None, None, None),
        ("cancelled", YESTERDAY, None, None, None),
        ("idea", YESTERDAY, None, None, None),
    ],
)
def test_what_waits(state, starts_on, ends_on, put_off, act):
    assert waits_for(state, starts_on, ends_on, put_off, TODAY) == act


def test_to_dos_go_to_those_who_may_run(cast):
    from tongxin.activities.todos import ask

    add(cast, "运动会", planned_on=date(2020, 10, 16))
    add(cast, "登高", organisers=((cast.units["ee"], "run"),))
    late = add(cast, "书画展")
    actions.postpone(
        actor=cast.actor("office"), now=NOW - timedelta(days=80), activity=late, until=None, reason="epidemic"
    )
    found = {who: [(todo.key.split(".")[1], todo.title) for todo in ask(cast.actor(who), NOW)] for who in cast.people}
    assert found["office"] == [
        ("finish", "记下“运动会”办得怎样"),
        ("publish", "发布“登高”"),
        ("postpone", "给“书画展”定个日子"),
    ]
    assert found["branch"] == [("publish", "发布“登高”")]
    assert found["member"] == found["outsider"] == found["audit"] == found["operator"] == []
    assert ask(cast.actor("office", in_office=False), NOW) == []
