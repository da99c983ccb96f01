"""Rows of the matrix: outings and the rules they are held against."""

from __future__ import annotations

from typing import Any

from tests.permissions.row import Kwargs, Row
from tests.permissions.world import World

OFFICE = "office chair"
BRANCH = "branch office chair"
SOMEWHERE = "branch neighbour office chair outsider"


def at(thing: str) -> Kwargs:
    """The address of one thing of the world."""
    return lambda world: {"pk": world[thing]}


def exempting(world: World) -> dict[str, Any]:
    """A limit that stands in the way of the branch's outing."""
    return {"kind": "outing", "thing": world["outing"], "rule": world["stopping rule"]}


OUTINGS = (
    Row("outings:outings", who=f"{SOMEWHERE} audit party hr"),
    Row("outings:new", who=f"{SOMEWHERE} hr", post=True),
    Row("outings:spread", who=f"{OFFICE} outsider"),
    Row("outings:outing", at=at("outing"), who=f"{BRANCH} audit party"),
    Row("outings:edit", at=at("outing"), who=BRANCH, post=True),
    Row("outings:application", at=at("outing"), who=BRANCH, post=True),
    # A branch's own chair does not decide on the branch's outing.
    Row("outings:approval", at=at("applied outing"), who=OFFICE, post=True),
    Row("outings:returning", at=at("applied outing"), who=OFFICE, post=True),
    Row("outings:withdrawal", at=at("applied outing"), who=f"neighbour {OFFICE}", post=True),
    Row("outings:closing", at=at("approved outing"), who=OFFICE, post=True),
    Row("rulebook:rules", who="all", hat=False),
    Row("rulebook:rule", at=at("rule"), who="all", hat=False),
    Row("rulebook:rule", at=at("own rule"), who="own", hat=False),
    Row("rulebook:new", who=SOMEWHERE, post=True),
    Row("rulebook:region", who="branch neighbour chair audit outsider", post=True),
    Row("rulebook:confirmation", at=at("own rule"), who="chair audit", post=True),
    Row("rulebook:refusal", at=at("own rule"), who="chair audit", post=True),
    Row("rulebook:effect", at=at("own rule"), who="chair audit"),
    Row("rulebook:exemptions", who="branch neighbour office chair audit outsider"),
    Row("rulebook:exemptions_export", who="branch neighbour office chair audit outsider", page=False),
    Row("rulebook:exempt", at=exempting, who=BRANCH, post=True),
    Row("rulebook:exemption_withdrawal", at=at("exemption"), who=BRANCH, post=True),
)
