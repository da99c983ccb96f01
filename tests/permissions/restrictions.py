"""Rows of the matrix: restrictions, and what is on record for them."""

from __future__ import annotations

from tests.permissions.row import Kwargs, Row

OFFICE = "office chair"
BRANCH = "branch office chair"
SOMEWHERE = "branch neighbour office chair outsider"


def pk(thing: str) -> Kwargs:
    """The address of one thing of the world."""
    return lambda world: {"pk": world[thing]}


RESTRICTIONS = (
    # What is declared for a union is everybody's to know; the outsider finds an empty list.
    Row("restrictions:restrictions", who="all", hat=False),
    Row("restrictions:restriction", at=pk("restriction"), who="own", hat=False),
    Row("restrictions:declaration", who=SOMEWHERE, post=True),
    Row("restrictions:contingency", who=SOMEWHERE, post=True),
    Row("restrictions:amendment", at=pk("restriction"), who=OFFICE, post=True),
    Row("restrictions:amendment", at=pk("restriction of ee"), who=BRANCH, post=True),
    Row("restrictions:ending", at=pk("restriction"), who=OFFICE, post=True),
    Row("restrictions:telling", at=pk("restriction of ee"), who=BRANCH, get=False, post=True),
    Row("activities:clearance", at=pk("planned"), who=BRANCH, post=True),
    Row(
        "activities:clearance_removal", at=lambda world: {"pk": world["together"], "clearance": world["clearance"]},
        who=f"{BRANCH} hr", post=True,
    ),
)  # fmt: skip
