"""Rows of the matrix: rounds on the office's side, and the links of partner units."""

from __future__ import annotations

from tests.permissions.row import Kwargs, Row

OFFICE = "office chair"
SOMEWHERE = "branch neighbour office chair outsider"
READ = f"{OFFICE} audit"
# Branches read what the union has approved.
READ_BRANCH = f"branch neighbour {READ}"


def at(thing: str = "round", **more: str) -> Kwargs:
    """The address of one round of the world; `more` names further parts."""
    return lambda world: {"pk": world[thing], **{name: world[each] for name, each in more.items()}}


def part(name: str, thing: str) -> Kwargs:
    """A part of the draft."""
    return at(**{name: thing})


def printed(form: str, thing: str = "round") -> Kwargs:
    """A paper of a round."""
    return lambda world: {"pk": world[thing], "kind": "application", "form": form}


WELFARE = (
    Row("welfare:rounds", who="all", hat=False),
    Row("welfare:new", who=SOMEWHERE, post=True),
    Row("welfare:round", at=at(), who=READ),
    Row("welfare:round", at=at("approved round"), who=READ_BRANCH),
    Row("welfare:round", at=at("handing round"), who="own", hat=False),
    Row("welfare:edit", at=at(), who=OFFICE, post=True),
    Row("welfare:new_pack", at=at(), who=OFFICE, post=True),
    Row("welfare:packs_export", at=at(), who=READ, page=False),
    Row("welfare:packs_export", at=at("approved round"), who=READ, page=False),
    Row("welfare:prices", at=at(), who=OFFICE, post=True),
    Row("welfare:pack", at=part("pack", "pack"), who=OFFICE, post=True),
    Row("welfare:removal", at=part("pack", "pack"), who=OFFICE, post=True),
    Row("welfare:picture", at=part("pack", "pack"), who=OFFICE, post=True),
    Row("welfare:quotes", at=part("pack", "pack"), who=OFFICE, post=True),
    Row("welfare:people", at=at(), who=READ),
    Row("welfare:drawing", at=at(), who=OFFICE, post=True),
    Row("welfare:addition", at=at(), who=OFFICE, post=True),
    Row("welfare:people_export", at=at(), who=READ, page=False),
    Row("welfare:people_export", at=at("approved round"), who=READ_BRANCH, page=False),
    Row("welfare:striking", at=part("row", "row"), who=OFFICE, post=True),
    Row("welfare:remarks", at=at(), who=OFFICE),
    Row("welfare:remark", at=part("row", "row"), who=OFFICE, post=True),
    Row("welfare:missing", at=part("missing", "missing"), who=OFFICE, post=True),
    Row("welfare:submission", at=at(), who=OFFICE, post=True),
    Row("welfare:approval", at=at("submitted round"), who="chair", post=True),
    Row("welfare:returning", at=at("submitted round"), who="chair", post=True),
    Row("welfare:withdrawal", at=at("submitted round"), who=OFFICE, post=True),
    Row("welfare:opening", at=at("approved round"), who=OFFICE, post=True),
    Row("welfare:choosing_end", at=at("round in choice"), who=OFFICE, post=True),
    Row("welfare:choosing_until", at=at("round in choice"), who=OFFICE, post=True),
    Row("welfare:stock", at=at("round in choice", pack="pack in choice"), who=OFFICE, post=True),
    Row("welfare:handing_out", at=at("approved round"), who=OFFICE, post=True),
    Row("welfare:closing", at=at("handing round"), who=OFFICE, post=True),
    Row("welfare:cancellation", at=at(), who=OFFICE, post=True),
    Row("welfare:paper", at=printed("docx"), who=READ, page=False),
    Row("welfare:paper", at=printed("docx", "approved round"), who=READ, page=False),
    Row("welfare:paper", at=printed("pdf"), who=READ, page=False),
    Row(
        "partners:links", at=lambda world: {"purpose": "welfare.people", "thing": world["round"]}, who=OFFICE, post=True
    ),
    Row("partners:revocation", at=lambda world: {"pk": world["link"]}, who=OFFICE, post=True),
    # Who has the secret does the step: nobody signs in, and a hat changes nothing.
    Row("partners:answer", at=lambda world: {"token": world["secret"]}, who="all", hat=False, post=True, nobody=200),
)
