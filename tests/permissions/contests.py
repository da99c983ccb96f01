"""Rows of the matrix: the events of a sports meeting that a branch holds."""

from __future__ import annotations

from tests.permissions.row import Kwargs, Row
from tests.permissions.world import World

BRANCH = "branch office chair"


def meet(world: World) -> dict[str, int]:
    """The branch's sports meeting."""
    return {"pk": world["meet"]}


def race(slot: str = "race", **more: str) -> Kwargs:
    """An event of the branch's sports meeting; `more` names further things of the address."""
    return lambda world: {
        "pk": world["meet"], "slot_pk": world[slot], **{name: world[thing] for name, thing in more.items()}
    }  # fmt: skip


CONTESTS = (
    Row("contests:results", at=meet, who="own", hat=False),
    Row("contests:events", at=meet, who=BRANCH),
    Row("contests:program", at=meet, who=BRANCH),
    Row("contests:export", at=meet, who=BRANCH, page=False),
    Row("contests:publication", at=meet, who=BRANCH, post=True),
    # Who looks after people of a unit may look at them in any activity that the unit's people can see.
    Row("contests:ours", at=meet, who=f"{BRANCH} neighbour"),
    Row("contests:ours", at=meet, who=BRANCH, query="unit={unit ee}"),
    Row("contests:team", at=race("relay"), who=f"{BRANCH} neighbour", post=True),
    Row("contests:team", at=race("relay"), who=BRANCH, query="unit={unit ee}", post=True),
    Row("contests:heats", at=race(), who=BRANCH, post=True),
    Row("contests:moving", at=race(key="runner"), who=BRANCH, post=True),
    Row("contests:points", at=race(), who=BRANCH, post=True),
    Row("contests:recording", at=race(), who=BRANCH, post=True),
    Row("contests:correction", at=race(entry_pk="result"), who=BRANCH, post=True),
)
