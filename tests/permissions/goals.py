"""Rows of the matrix: goals, tasks from above, aims; a plan on its way, its proposals and steps."""

from __future__ import annotations

from typing import Any

from tests.permissions.row import Kwargs, Row

OFFICE = "office chair"
BRANCH = "branch office chair"
READ = "office chair audit party"
SOMEWHERE = "branch neighbour office chair outsider"
READ_SOMEWHERE = f"{SOMEWHERE} audit party"


def _pk(thing: str) -> Kwargs:
    return lambda world: {"pk": world[thing]}


def _year(world: Any) -> dict[str, Any]:
    return {"year": 2020}


def _paper(world: Any) -> dict[str, Any]:
    return {"pk": world["directive"], "file": world["paper"]}


def _finding(world: Any) -> dict[str, Any]:
    return {"year": 2021, "source": "report", "code": "completion"}


UNION = "unit={unit union}"
GOALS = (
    Row("goals:now", who="all", hat=False, code=302, page=False),
    Row("goals:goals", at=_year, who="all", hat=False),
    Row("goals:goals", at=_year, who="own", hat=False, query=UNION),
    Row("goals:export", at=_year, who=READ, query=UNION, page=False),
    Row("goals:new_goal", at=_year, who=OFFICE, query=UNION, post=True),
    Row("goals:start", at=_year, who=OFFICE, query=UNION, post=True),
    Row("goals:copy", at=_year, who=OFFICE, query=UNION, post=True),
    Row("goals:goal", at=_pk("goal"), who="own", hat=False),
    Row("goals:edit_goal", at=_pk("goal"), who=OFFICE, post=True),
    Row("goals:remove_goal", at=_pk("goal"), who=OFFICE, post=True),
    Row("goals:serving", at=_pk("goal"), who=OFFICE, post=True),
    Row("goals:new_indicator", at=_pk("goal"), who=OFFICE, post=True),
    Row("goals:remove_indicator", at=_pk("indicator"), who=OFFICE, post=True),
    Row("goals:of_activity", at=_pk("held"), who=BRANCH, post=True),
    Row(
        "goals:of_work", at=_pk("work item"), who=OFFICE, post=True, but={"audit/member": 403, "party/member": 403},
    ),
    Row("goals:directives", who=READ_SOMEWHERE),
    Row("goals:matrix", who=READ_SOMEWHERE),
    Row("goals:export_directives", who=READ_SOMEWHERE, page=False),
    Row("goals:new_directive", who=SOMEWHERE, post=True),
    Row("goals:directive", at=_pk("directive"), who=READ),
    Row("goals:edit_directive", at=_pk("directive"), who=OFFICE, post=True),
    Row("goals:evidence", at=_pk("directive"), who=OFFICE, post=True),
    Row("goals:close_directive", at=_pk("directive"), who=OFFICE, post=True),
    Row("goals:reopen_directive", at=_pk("closed"), who=OFFICE, post=True),
    Row("goals:papers", at=_pk("directive"), who=OFFICE, post=True),
    Row("goals:remove_paper", at=_paper, who=OFFICE, post=True),
    Row("goals:aims", who=READ_SOMEWHERE),
    Row("goals:new_aim", who=SOMEWHERE, post=True),
    Row("goals:aim", at=_pk("aim"), who=READ),
    Row("goals:edit_aim", at=_pk("aim"), who=OFFICE, post=True),
    Row("goals:new_measure", at=_pk("aim"), who=OFFICE, post=True),
    Row("goals:remove_measure", at=_pk("measure"), who=OFFICE, post=True),
    Row("goals:type_value", at=_pk("measure"), who=OFFICE, post=True),
    Row("plan:submit", at=_year, who=OFFICE, query=UNION, post=True),
    Row("plan:review", at=_year, who=f"{OFFICE} audit", query=UNION, post=True),
    Row("plan:send_back", at=_year, who=f"{OFFICE} audit", query=UNION, post=True),
    Row("plan:proposals", at=_year, who=READ, query=UNION),
    Row("plan:take_up", at=_finding, who=OFFICE, query=UNION, post=True),
    Row("plan:leave_out", at=_finding, who=OFFICE, query=UNION, post=True),
    Row("plan:add_step", at=_pk("work of ee"), who=BRANCH, post=True),
    Row("plan:tick_step", at=_pk("step"), who=BRANCH, get=False, post=True),
    Row("plan:remove_step", at=_pk("step"), who=BRANCH, get=False, post=True),
)  # fmt: skip
