"""Rows of the matrix: choosing packs, the poll before a round and the ratings after it."""

from __future__ import annotations

from typing import Any

from tests.permissions.row import Kwargs, Row
from tests.permissions.world import World

OFFICE = "office chair"
READ = f"branch neighbour {OFFICE} audit"


def at(thing: str) -> Kwargs:
    """The address of one thing of the world."""
    return lambda world: {"pk": world[thing]}


def line(world: World) -> dict[str, Any]:
    """The member's line of the round in which packs are chosen."""
    return {"pk": world["round with packs"], "entitled": world["line of the member"]}


def tap(world: World) -> dict[str, Any]:
    """The one tap."""
    return {"pack": world["pack to tap"]}


CHOOSING = (
    Row("choosing:choice", at=at("round with packs"), who="own", hat=False, post=True, given=tap),
    Row("choosing:way", at=at("round with packs"), who="own", hat=False, post=True),
    Row("choosing:choices", at=at("round with packs"), who=READ),
    Row("choosing:export", at=at("round with packs"), who=READ, page=False),
    Row("choosing:addresses", at=at("round with packs"), who=OFFICE, get=False, post=True),
    Row("choosing:choosing_for", at=line, who=OFFICE, post=True),
    Row("welfare:poll", at=at("round that asks"), who="own", hat=False, post=True),
    Row("welfare:set_poll", at=at("round that asks"), who=OFFICE, post=True),
    Row("welfare:end_poll", at=at("round that asks"), who=OFFICE, post=True),
    Row("welfare:rate", at=at("round to rate"), who="own", hat=False, post=True),
    Row("welfare:result", at=at("round to rate"), who="own", hat=False),
    Row("welfare:asking", at=at("round to rate"), who=OFFICE, post=True),
)
