"""Rows of the matrix: outings and the rules they are held against."""

from __future__ import annotations

from tests.permissions.row import Kwargs, Row

OFFICE = "office chair"
BRANCH = "branch office chair"
SOMEWHERE = "branch neighbour office chair outsider"


def at(thing: str) -> Kwargs:
    """The address of one thing of the world."""
    return lambda world: {"pk": world[thing]}


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
)
