"""Rows of the matrix: points and time slots, handing out, receipts, complaints."""

from __future__ import annotations

from typing import Any

from tests.permissions.row import Kwargs, Row
from tests.permissions.world import World

OFFICE = "office chair"
HAND_OUT = f"branch neighbour {OFFICE}"
# Of one branch's people: its own officers and those above it.
OF_EE = f"branch {OFFICE}"


def at(thing: str = "handed round") -> Kwargs:
    """The address of one thing of the world."""
    return lambda world: {"pk": world[thing]}


def line(world: World) -> dict[str, Any]:
    """The member's line."""
    return {"pk": world["handed round"], "entitled": world["handed line"]}


def sheet(world: World) -> dict[str, Any]:
    """Lists to sign."""
    return {"pk": world["handed round"], "kind": "xlsx"}


def receipt(world: World) -> dict[str, Any]:
    """The branch chair's receipt."""
    return {"receipt": world["receipt"]}


def picking(world: World) -> dict[str, Any]:
    """A time slot to take."""
    return {"pk": world["handed round"], "window": world["window"]}


COLLECTING = (
    Row("collecting:pass", at=at(), who="own", hat=False),
    Row("collecting:windows", at=at(), who="own", hat=False),
    Row("collecting:picking", at=picking, who="own", hat=False, get=False, post=True),
    Row("collecting:leaving", at=at(), who="own", hat=False, get=False, post=True),
    Row("collecting:proxy", at=at(), who="own", hat=False, post=True),
    Row("collecting:proxy_withdrawal", at=at(), who="own", hat=False, get=False, post=True),
    Row("collecting:arrived", at=at(), who="own", hat=False, post=True),
    Row("collecting:complaint", at=at(), who="own", hat=False, post=True),
    Row("collecting:points", at=at(), who=OFFICE, post=True),
    Row("collecting:point", at=at("point"), who=OFFICE, post=True),
    Row("collecting:point_removal", at=at("point"), who=OFFICE, post=True),
    Row("collecting:series", at=at("point"), who=OFFICE, post=True),
    Row("collecting:window_removal", at=at("window"), who=OFFICE, post=True),
    Row("collecting:door", at=at(), who=HAND_OUT),
    Row("collecting:scan", at=at(), who=HAND_OUT, post=True),
    Row("collecting:scans", at=at(), who=HAND_OUT, get=False, post=True, given=lambda world: {"end": "0"}),
    Row("collecting:list", at=at(), who=HAND_OUT),
    Row("collecting:person", at=line, who=OF_EE, post=True),
    Row("collecting:tick", at=line, who=OF_EE, get=False, post=True),
    Row("collecting:vouching", at=line, who=OF_EE, post=True),
    Row("collecting:paper", at=at(), who=HAND_OUT, post=True),
    Row("collecting:sheet", at=sheet, who=HAND_OUT, page=False),
    Row("collecting:ways", at=at(), who=OFFICE, post=True),
    Row("collecting:rest", at=at(), who=HAND_OUT, post=True),
    Row("collecting:rest_sheet", at=at(), who=HAND_OUT, page=False),
    Row("collecting:reminder", at=at(), who=HAND_OUT, post=True),
    Row("collecting:explanation", at=at(), who=OFFICE, post=True),
    Row("collecting:receipts", at=at(), who=HAND_OUT, page=False),
    Row("collecting:signing", at=receipt, who=OF_EE, post=True),
    Row("collecting:taking_back", at=receipt, who=OF_EE, post=True),
    Row("collecting:exchanging", at=receipt, who=OF_EE, post=True),
    Row("collecting:complaints", at=at(), who=OFFICE),
    Row("collecting:answering", at=at("complaint"), who=OFFICE, post=True),
)
