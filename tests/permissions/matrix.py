"""Who may open which address. One row for each; `test_matrix.py` holds the product to it.

New URL: add its row here. Words of `who`: the cast's names, `own` (everybody of the union), `all` (the outsider too).
"""

from __future__ import annotations

from typing import Any

from tests.permissions.choosing import CHOOSING
from tests.permissions.collecting import COLLECTING
from tests.permissions.contests import CONTESTS
from tests.permissions.goals import GOALS
from tests.permissions.mobilisation import MOBILISATION
from tests.permissions.notices import NOTICES
from tests.permissions.outings import OUTINGS
from tests.permissions.planner import PLANNER
from tests.permissions.purchases import PURCHASES
from tests.permissions.restrictions import RESTRICTIONS
from tests.permissions.row import Kwargs, Row
from tests.permissions.welfare import WELFARE
from tests.permissions.world import World

OFFICE = "office chair"
BRANCH = "branch office chair"
READ = "office chair audit party"
READ_BRANCH = f"branch {READ}"
SOMEWHERE = "branch neighbour office chair outsider"
READ_SOMEWHERE = f"{SOMEWHERE} audit party"
READ_HR = f"{READ_SOMEWHERE} hr"


def pk(thing: str) -> Kwargs:
    """The address of one thing of the world."""
    return lambda world: {"pk": world[thing]}


def door(**more: str) -> Kwargs:
    """The door of the meeting of today; `more` names further things of the address."""
    return lambda world: {
        "pk": world["meeting"], "slot": world["slot"], **{name: world[thing] for name, thing in more.items()}
    }  # fmt: skip


def offered(slot: str = "offer", **more: str) -> Kwargs:
    """A part of an activity that can be signed up for; `more` names further things of the address."""
    return lambda world: {
        "pk": world["offered"], "slot_pk": world[slot], **{name: world[thing] for name, thing in more.items()}
    }  # fmt: skip


def tap(world: World) -> dict[str, Any]:
    """The one tap."""
    return {"slot": world["offer"]}


def invitation(world: World) -> dict[str, Any]:
    """A good invitation link for the librarian."""
    from django.urls import resolve

    from tongxin.accounts.actions.invitation import make_link

    return dict(resolve(make_link(world.cast.people["librarian"].user)).kwargs)


def year(world: World) -> dict[str, Any]:
    """The year 2020."""
    return {"year": 2020}


def figure(world: World) -> dict[str, Any]:
    """How many activities were held in 2020."""
    return {"year": 2020, "key": "activities.held"}


def roster(world: World) -> dict[str, Any]:
    """The importer of rosters."""
    return {"kind": "roster"}


def arranged(world: World) -> dict[str, Any]:
    """A new paragraph below the first block."""
    return {"act": "below", "block": world["block"], "base": 1}


def fixed(world: World) -> dict[str, Any]:
    """Today's value of a figure."""
    return {"act": "refresh", "block": world["block"], "base": 1, "ref": world["fig"]}


def photo(world: World) -> dict[str, Any]:
    """A photo of a held activity."""
    return {"pk": world["photo"]}


def secret(world: World) -> dict[str, Any]:
    """The address of the member's calendar."""
    return {"token": world["token"]}


def secret_unit(world: World) -> dict[str, Any]:
    """The calendar of a unit in it."""
    return {"token": world["token"], "pk": world["unit ee"]}


def printed(kind: str) -> Kwargs:
    """A paper of the held activity, as PDF."""
    return lambda world: {"pk": world["held"], "kind": kind, "form": "pdf"}


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
    Row("desk:export_trail", who="chair audit branch neighbour outsider", page=False),
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
    Row("org:export_units", who="all", hat=False, page=False),
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
ACTIVITIES = (
    Row("activities:activities", who="all", hat=False),
    Row("activities:new", who=f"{SOMEWHERE} hr", post=True),
    Row("activities:export", who=f"{READ_SOMEWHERE} hr", page=False),
    # Two unions and no federation above them: what all share is nobody's to change.
    Row("activities:catalogue", who=""),
    Row("activities:new_category", who="", post=True),
    Row("activities:category", at=pk("category"), who="", post=True),
    Row("activities:new_group", who="", post=True),
    Row("activities:group", at=pk("group"), who="", post=True),
    Row("activities:activity", at=pk("published"), who="own", hat=False),
    Row("activities:activity", at=pk("planned"), who=READ_BRANCH),
    Row("activities:activity", at=pk("together"), who=f"{READ_BRANCH} hr"),
    Row("activities:edit", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:edit", at=pk("together"), who=f"{BRANCH} hr", post=True),
    Row("activities:edit", at=pk("published"), who=OFFICE, post=True),
    Row("activities:copy", at=pk("held"), who="branch neighbour office chair hr", post=True),
    Row("activities:organisers", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:planning", at=pk("idea"), who=BRANCH, post=True),
    Row("activities:publication", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:beginning", at=pk("published ee"), who=BRANCH, post=True),
    Row("activities:outcome", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:move", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:postponement", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:cancellation", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:online", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:merger", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:reinstatement", at=pk("cancelled"), who=BRANCH, post=True),
    Row("activities:reopening", at=pk("held"), who=BRANCH, post=True),
    Row("activities:files", at=pk("planned"), who=BRANCH, post=True),
    Row("activities:removal", at=lambda world: {"pk": world["held"], "file": world["photo"]}, who=BRANCH, post=True),
)
SIGNUPS = (
    Row("signups:mine", who="all", hat=False),
    Row("signups:start", who=f"{SOMEWHERE} hr", post=True),
    Row("signups:start", who=f"{SOMEWHERE} hr", query="blank=", post=True),
    # After one's own, or after what all of the union can see; who has the hat off is asked to put it on before anything is looked up.
    Row(
        "signups:start", who="branch neighbour office chair hr", query="from={held}", post=True,
        but={"outsider/member": 403},
    ),
    Row(
        "signups:start", who=BRANCH, query="plan={planned}", post=True,
        but={"neighbour/member": 403, "hr/member": 403, "outsider/member": 403},
    ),
    Row("signups:sign_up", at=pk("offered"), who="own", hat=False, post=True, given=tap),
    Row("signups:leaving", at=offered(), who="own", hat=False, post=True),
    Row("signups:confirmation", at=offered(), who="own", hat=False, get=False, post=True),
    Row("signups:draw", at=offered("drawn"), who="own", hat=False),
    Row("signups:draw", at=offered("to draw"), who="own", hat=False),
    Row("signups:draw_check", at=offered("drawn"), who="own", hat=False, page=False),
    Row("signups:terms", at=pk("published ee"), who=BRANCH, post=True),
    Row("signups:slot_terms", at=offered(), who=BRANCH, post=True),
    Row("signups:questions", at=pk("offered"), who=BRANCH, post=True),
    Row("signups:slots", at=pk("offered"), who=BRANCH),
    Row("signups:weekly", at=pk("offered"), who=BRANCH, post=True),
    Row("signups:batch", at=pk("offered"), who=BRANCH, post=True),
    Row("signups:slot", at=offered("dumb slot"), who=BRANCH, post=True),
    Row("signups:dropping", at=offered("dumb slot"), who=BRANCH, post=True),
    Row("signups:list", at=offered(), who=BRANCH),
    Row("signups:export", at=offered(), who=BRANCH, page=False),
    Row("signups:admission", at=offered(), who=BRANCH, post=True),
    Row("signups:removal", at=offered(place="place"), who=BRANCH, post=True),
    Row("signups:closing", at=offered(), who=BRANCH, post=True),
    Row("signups:reopening", at=offered(), who=BRANCH, post=True),
    Row("signups:drawing", at=offered("to draw"), who=BRANCH, post=True),
)  # fmt: skip
ATTENDANCE = (
    Row("attendance:doors", at=pk("meeting"), who=BRANCH, code=302, page=False, post=True),
    Row("attendance:door", at=door(), who=BRANCH),
    Row("attendance:count", at=door(), who=BRANCH, page=False),
    Row("attendance:opening", at=door(), who=BRANCH, get=False, post=True),
    Row("attendance:closing", at=door(), who=BRANCH, post=True),
    Row("attendance:reopening", at=door(), who=BRANCH, post=True),
    Row("attendance:scan", at=door(), who=BRANCH, post=True),
    Row("attendance:scans", at=door(), who=BRANCH, get=False, post=True),
    Row("attendance:list", at=door(), who=BRANCH),
    Row("attendance:tick", at=door(), who=BRANCH, get=False, post=True),
    Row("attendance:paper", at=door(), who=BRANCH, post=True),
    Row("attendance:walk_in", at=door(), who=BRANCH, post=True),
    Row("attendance:undo", at=door(attendance="came"), who=BRANCH, post=True),
    Row("attendance:expected", at=door(), who=BRANCH, post=True),
    Row("attendance:excuse", at=door(line="line"), who=BRANCH, post=True),
    Row("attendance:unexpected", at=door(line="line"), who=BRANCH, post=True),
    Row("attendance:screen", at=door(), who=BRANCH),
    Row("attendance:screen_now", at=door(), who=BRANCH, page=False),
    Row("attendance:pass", at=pk("meeting"), who="own", hat=False),
    Row(
        "attendance:arrival", at=lambda world: {"slot": world["slot"], "code": world["screen"]}, who="own", hat=False,
        post=True,
    ),
)  # fmt: skip
FEEDBACK = (
    # Who came was asked; to all others there is nothing.
    Row("feedback:rate", at=pk("held"), who="member branch", hat=False, post=True),
    Row("feedback:result", at=pk("held"), who=READ_BRANCH),
)
PAPERWORK = (
    Row("paperwork:papers", at=pk("held"), who=f"{BRANCH} audit"),
    Row("paperwork:paper", at=printed("plan"), who=f"{BRANCH} audit", page=False),
    # The list with phones; nobody signed up for this activity, so there is nothing to print.
    Row("paperwork:paper", at=printed("signups"), who=BRANCH, code=422, page=False),
    Row("paperwork:bundle", at=pk("held"), who=f"{BRANCH} audit", page=False),
    Row("paperwork:budget", at=pk("held"), who=BRANCH, post=True),
    Row("paperwork:settlement", at=pk("held"), who=BRANCH, post=True),
    Row("paperwork:copy_budget", at=pk("held"), who=BRANCH, get=False, post=True),
    Row("paperwork:prizes", at=pk("held"), who=BRANCH, post=True),
    Row("paperwork:templates", who=f"{SOMEWHERE} hr"),
    Row("paperwork:new_template", who=f"{SOMEWHERE} hr", post=True),
    Row("paperwork:retirement", at=pk("template"), who=BRANCH, post=True),
)
PLAN = (
    Row("plan:years", who="all", hat=False, code=302, page=False),
    Row("plan:year", at=year, who="all", hat=False),
    Row("plan:year", at=year, who="own", hat=False, query="unit={unit ee}"),
    Row("plan:calendar", at=year, who="all", hat=False),
    Row("plan:export_year", at=year, who=READ_HR, page=False),
    Row("plan:units", at=year, who=READ_HR),
    Row("plan:export_units", at=year, who=READ_HR, page=False),
    Row("plan:changes", at=year, who=READ_HR),
    Row("plan:export_changes", at=year, who=READ_HR, page=False),
    Row("plan:baseline", at=year, who=READ, query="unit={unit union}"),
    Row("plan:export_baseline", at=year, who=READ, query="unit={unit union}", page=False),
    # A branch approves its own plan; the union's is approved already and leads to what was frozen.
    Row("plan:approve", at=year, who="branch chair", query="unit={unit ee}", post=True),
    Row("plan:approve", at=year, who="chair", query="unit={unit union}", code=302, page=False, post=True),
    Row("plan:items", at=year, who=READ_HR),
    Row("plan:export_items", at=year, who=READ_HR, page=False),
    Row("plan:new_item", at=year, who=SOMEWHERE, post=True),
    Row("plan:item", at=pk("work item"), who=READ),
    Row("plan:item", at=pk("work of ee"), who=READ_BRANCH),
    Row("plan:report_progress", at=pk("work item"), who=OFFICE, post=True),
    Row("plan:report_progress", at=pk("work of ee"), who=BRANCH, post=True),
    Row("plan:finish_item", at=pk("work of ee"), who=BRANCH, post=True),
    Row("plan:close_item", at=pk("work of ee"), who=BRANCH, post=True),
    Row("plan:carry_item", at=pk("work of ee"), who=BRANCH, post=True),
    Row("plan:days", at=year, who=f"{OFFICE} outsider"),
    Row("plan:new_day", at=year, who=f"{OFFICE} outsider", post=True),
    Row("plan:remove_day", at=pk("day"), who=f"{OFFICE} outsider", post=True),
)
REPORT = (
    Row("report:figures:now", who="all", hat=False, code=302, page=False),
    Row("report:figures:year", at=year, who=READ_SOMEWHERE),
    Row("report:figures:year", at=year, who=READ_SOMEWHERE, query="unit={unit union}"),
    Row("report:figures:json", at=year, who=READ_SOMEWHERE, page=False),
    Row("report:figures:sheet", at=year, who=READ_SOMEWHERE, page=False),
    Row("report:figures:figure", at=figure, who=READ_SOMEWHERE),
    Row("report:figures:figure_sheet", at=figure, who=READ_SOMEWHERE, page=False),
    Row("report:summaries", who=READ_SOMEWHERE, post=True),
    Row("report:check", who=READ_SOMEWHERE, post=True),
    Row("report:summary", at=pk("summary"), who=READ),
    Row("report:summary_figure", at=pk("summary"), who=READ, query="fig={fig}"),
    Row("report:summary_picker", at=pk("summary"), who=READ),
    Row("report:summary_edit", at=pk("summary"), who=OFFICE, query="block={block}", post=True),
    Row("report:summary_arrange", at=pk("summary"), who=OFFICE, get=False, post=True, given=arranged),
    Row("report:summary_fix", at=pk("summary"), who=OFFICE, get=False, post=True, given=fixed),
    Row("report:summary_keep", at=pk("summary"), who=OFFICE, post=True),
    Row("report:summary_refresh", at=pk("summary"), who=OFFICE, get=False, post=True),
    Row("report:versions", at=pk("summary"), who=READ),
    Row("report:versions_compare", at=pk("summary"), who=READ),
    Row(
        "report:version_restore",
        at=lambda world: {"pk": world["summary"], "number": 1},
        who=OFFICE,
        get=False,
        post=True,
    ),
    Row("report:summary_sign", at=pk("summary"), who="chair", post=True),
    Row("report:summary_reopen", at=pk("summary"), who="chair", post=True),
    Row("report:summary_docx", at=pk("summary"), who=READ, page=False),
    Row("report:summary_pdf", at=pk("summary"), who=READ, page=False),
    Row("report:wordings", who=SOMEWHERE),
    Row("report:wording_new", who=SOMEWHERE, post=True),
    Row("report:wording", at=pk("wording"), who=OFFICE, post=True),
)
IMPORTS = (
    Row("imports:home", who=SOMEWHERE),
    Row("imports:new", at=roster, who=SOMEWHERE, post=True),
    Row("imports:template", at=roster, who=SOMEWHERE, page=False),
    Row("imports:check", at=pk("run"), who=OFFICE),
    Row("imports:columns", at=pk("run"), who=OFFICE, post=True),
    Row("imports:units", at=pk("run"), who=OFFICE, get=False, post=True),
    Row("imports:cell", at=pk("run"), who=OFFICE, get=False, post=True),
    Row("imports:application", at=pk("run"), who=OFFICE, get=False, post=True),
    Row("imports:drop", at=pk("run"), who=OFFICE, get=False, post=True),
    Row("imports:refused", at=pk("run"), who=OFFICE, page=False),
)
CALENDARS = (
    Row("desk:calendar", who="all", hat=False, post=True),
    # No session: the secret in the address says whose calendar it is.
    Row("desk:own_calendar", at=secret, who="all", hat=False, nobody=200, page=False),
    Row("desk:unit_calendar", at=secret_unit, who="all", hat=False, nobody=200, page=False),
)
ELSEWHERE = (
    Row("ui:parts", who="all", hat=False, nobody=200, demo=True),
    Row("ui:worker", who="all", hat=False, nobody=200, page=False),
    Row("ui:offline", who="all", hat=False, nobody=200),
    Row("files:serve", at=photo, who="own", hat=False, page=False),
    Row("demo:facts", who="all", hat=False, demo=True),
    # Django's own: any method but POST leads back without changing the language.
    Row("set_language", who="all", hat=False, post=True, code=302, nobody=302, page=False, any_method=True),
)
ROWS: tuple[Row, ...] = (
    *CALENDARS,
    *NOTICES,
    *ACCOUNTS,
    *DESK,
    *ORG,
    *ACTIVITIES,
    *GOALS,
    *RESTRICTIONS,
    *SIGNUPS,
    *FEEDBACK,
    *CONTESTS,
    *PAPERWORK,
    *ATTENDANCE,
    *PLAN,
    *PLANNER,
    *MOBILISATION,
    *OUTINGS,
    *CHOOSING,
    *COLLECTING,
    *WELFARE,
    *PURCHASES,
    *REPORT,
    *IMPORTS,
    *ELSEWHERE,
)
