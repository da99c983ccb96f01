"""Who may open which address. One row for each; `test_matrix.py` holds the product to it.

New URL: add its row here. Words of `who`: the cast's names, `own` (everybody of the union), `all` (the outsider too).
"""

from __future__ import annotations

from typing import Any

from tests.permissions.row import Kwargs, Row
from tests.permissions.world import World

OFFICE = "office chair"
BRANCH = "branch office chair"


def pk(thing: str) -> Kwargs:
    """The address of one thing of the world."""
    return lambda world: {"pk": world[thing]}


def invitation(world: World) -> dict[str, Any]:
    """A good invitation link for the librarian."""
    from django.urls import resolve

    from tongxin.accounts.actions.invitation import make_link

    return dict(resolve(make_link(world.cast.people["librarian"].user)).kwargs)


def photo(world: World) -> dict[str, Any]:
    """A photo of a held activity."""
    return {"pk": world["photo"]}


ACCOUNTS = (
    Row("accounts:sign_in", who="all", hat=False, post=True, nobody=200),
    Row("accounts:code", who="all", hat=False, post=True),
    Row("accounts:sign_out", who="all", hat=False, get=False, post=True),
    Row("accounts:welcome", at=invitation, who="all", hat=False, post=True, nobody=200),
    Row("accounts:password", who="all", hat=False, post=True),
    Row("accounts:sessions", who="all", hat=False),
    Row("accounts:end_session", at=pk("chair's session"), who="chair", hat=False, get=False, post=True),
    Row("accounts:second_factor", who="all", hat=False, post=True),
    Row("accounts:remove_second_factor", who="all", hat=False, get=False, post=True),
)
DESK = (
    Row("desk:home", who="all", hat=False),
    Row("desk:me", who="all", hat=False),
    Row("desk:trail", who="chair audit branch neighbour outsider"),
    Row("desk:status", who="operator"),
)
ORG = (
    Row(
        "org:enter_office",
        who="branch neighbour office chair audit hr party operator outsider",
        hat=False,
        get=False,
        post=True,
    ),
    Row("org:leave_office", who="all", hat=False, get=False, post=True),
    Row("org:units", who="all", hat=False),
    Row("org:new_unit", who=OFFICE, post=True, query="parent={unit union}"),
    Row("org:unit", at=pk("unit ee"), who="own", hat=False),
    Row("org:edit_unit", at=pk("unit ee"), who=BRANCH, post=True),
    Row("org:move_unit", at=pk("unit ee"), who=BRANCH, post=True),
    Row("org:close_unit", at=pk("unit ee"), who=BRANCH, post=True),
    Row("org:appoint", at=pk("unit ee"), who=BRANCH, post=True),
    Row("org:new_term", at=pk("unit ee"), who=BRANCH, post=True),
    Row("org:edit_term", at=pk("term"), who=BRANCH, post=True),
    Row("org:end_post", at=pk("post"), who=BRANCH, post=True),
    Row("org:people", who="branch neighbour office chair outsider"),
    Row("org:export_people", who="branch neighbour office chair outsider", page=False),
    Row("org:enrol", who="branch neighbour office chair outsider", post=True),
    Row("org:person", at=pk("person member"), who=f"member {BRANCH}", but={"member/member": 200}),
    Row("org:edit_person", at=pk("person member"), who=BRANCH, post=True),
    Row("org:change_standing", at=pk("person member"), who=BRANCH, post=True),
    Row("org:move_person", at=pk("person member"), who=BRANCH, post=True),
    Row("org:leave_employment", at=pk("person member"), who=BRANCH, post=True),
    Row("org:take_back", at=pk("person gone"), who=BRANCH, post=True),
    Row("org:invite", at=pk("person member"), who=BRANCH, get=False, post=True),
)
ELSEWHERE = (
    Row("ui:parts", who="all", hat=False, nobody=200, demo=True),
    Row("files:serve", at=photo, who="own", hat=False, page=False),
    Row("demo:facts", who="all", hat=False, demo=True),
    # Django's own: any method but POST leads back without changing the language.
    Row("set_language", who="all", hat=False, post=True, code=302, nobody=302, page=False, any_method=True),
)
ROWS: tuple[Row, ...] = (*ACCOUNTS, *DESK, *ORG, *ELSEWHERE)
