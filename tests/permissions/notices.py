"""Rows of the matrix: notices, the outbox, robots."""

from __future__ import annotations

from tests.permissions.row import Kwargs, Row

BRANCH = "branch office chair"
SOMEWHERE = "branch neighbour office chair outsider"


def pk(thing: str) -> Kwargs:
    """The address of one thing of the world."""
    return lambda world: {"pk": world[thing]}


NOTICES = (
    Row("notices:notices", who="all", hat=False),
    Row("notices:notice", at=pk("notice"), who="own", hat=False, post=True),
    Row("notices:notice", at=pk("notice of ee"), who="member branch", hat=False, post=True),
    Row("notices:preferences", who="all", hat=False, post=True),
    Row("notices:new", who=SOMEWHERE, post=True),
    Row("notices:sent", who=SOMEWHERE),
    # What the union says, its branches look after for their own people.
    Row("notices:receipts", at=pk("notice"), who=f"{BRANCH} neighbour"),
    Row("notices:receipts", at=pk("notice of ee"), who=BRANCH),
    Row("notices:export", at=pk("notice of ee"), who=BRANCH, page=False),
    Row("notices:reminder", at=pk("notice of ee"), who=BRANCH, post=True),
    Row("notices:robots", who=SOMEWHERE),
    Row("notices:new_robot", who=SOMEWHERE, post=True),
    Row("notices:robot", at=pk("robot"), who=BRANCH, post=True),
    Row("notices:retirement", at=pk("robot"), who=BRANCH, post=True),
    Row("notices:trial", at=pk("robot"), who=BRANCH, get=False, post=True),
    Row("notices:outbox", who=f"{SOMEWHERE} operator"),
    Row("notices:again", at=pk("parcel"), who=f"{BRANCH} operator", post=True),
)
