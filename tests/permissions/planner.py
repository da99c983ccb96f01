"""Who may open the planner's pages."""

from __future__ import annotations

from typing import Any

from tests.permissions.row import Kwargs, Row
from tests.permissions.world import World

OFFICE = "office chair"
SOMEWHERE = "branch neighbour office chair outsider"
UNION_WIDE = f"{OFFICE} outsider"
READ = f"{OFFICE} audit party"


def _pk(thing: str) -> Kwargs:
    return lambda world: {"pk": world[thing]}


def _year(world: World) -> dict[str, Any]:
    return {"year": 2020}


PLANNER = (
    Row("planner:planner", at=_year, who=f"{SOMEWHERE} audit party hr"),
    Row("planner:planner", at=_year, who=f"branch {READ}", query="unit={unit ee}"),
    Row("planner:propose", at=_year, who=SOMEWHERE, get=False, post=True),
    Row("planner:look_back", at=_year, who=SOMEWHERE, get=False, post=True),
    Row("planner:facts_table", at=_year, who=f"{SOMEWHERE} audit party hr", post=True),
    Row("planner:facts", at=_pk("to plan"), who=OFFICE, post=True),
    Row("planner:settings", at=_year, who=UNION_WIDE, post=True),
    Row("planner:budget", at=_year, who=SOMEWHERE, post=True),
    Row("planner:spans", at=_year, who=UNION_WIDE),
    Row("planner:new_span", at=_year, who=UNION_WIDE, post=True),
    Row("planner:remove_span", at=_pk("span"), who=OFFICE, post=True),
    Row("planner:proposal", at=_pk("proposal"), who=READ),
    Row("planner:acceptance", at=_pk("proposal"), who=OFFICE, get=False, post=True),
    Row("planner:refusal", at=_pk("proposal"), who=OFFICE, get=False, post=True),
    Row("planner:undoing", at=_pk("proposal"), who=OFFICE, post=True),
    Row("planner:removal", at=_pk("proposal"), who=OFFICE, post=True),
)
