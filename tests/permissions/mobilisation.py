"""Rows of the matrix, and what they need in the world: volunteers, tasks to units, temporary data."""

from __future__ import annotations

from datetime import date, time, timedelta

from tests.cast import NOW
from tests.permissions.row import Kwargs, Row
from tests.permissions.world import World
from tongxin.core.spans import Span
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_shift
from tongxin.mobilisation.models import Shift
from tongxin.mobilisation.rules.shifts import DutyLine

BRANCH = "branch office chair"
SOMEWHERE = "branch neighbour office chair outsider"
RUN_HR = f"{SOMEWHERE} hr"
READ = "office chair audit party"
YESTERDAY, LATER = NOW - timedelta(days=1), NOW + timedelta(days=9)


def fill(world: World) -> None:
    """The branch calls for volunteers: a shift is over and put down, one is to come and the member has it; a task of the union
    in the branch's hands; the branch asks its people, the office and the partner read."""
    cast, branch = world.cast, world.cast.actor("branch")
    call = actions.add_call(
        actor=branch, now=YESTERDAY, unit=cast.units["ee"], title="楼门值守", starts_on=NOW.date(), ends_on=date(2020, 10, 21),
        duties=[DutyLine("登记")], times=[Span(time(8), time(12))], heads=3,
    )  # fmt: skip
    actions.publish_call(actor=branch, now=YESTERDAY, call=call)
    over, coming = Shift.objects.filter(duty__call=call).order_by("starts_at")
    member = cast.actor("member", in_office=False)
    for shift in (over, coming):
        actions.take_shift(actor=member, now=YESTERDAY, shift=get_shift(member, shift.pk))
    actions.record_service(actor=branch, now=NOW, shift=over)
    task = actions.give_task(
        actor=cast.actor("office"), now=NOW, unit=cast.union, title="教职工返校", what="问清每个人", due_on=LATER.date(), units=[cast.units["ee"]]
    )  # fmt: skip
    asked = actions.begin_collection(
        actor=branch, now=NOW, unit=cast.units["ee"], title="返校前登记", purpose="安排返校", ground="防控方案", asks=["well", "away"],
        units=[cast.units["ee"]], ends_on=LATER.date(), erase_on=LATER.date() + timedelta(days=9),
        readers=[cast.people["office"], cast.people["hr"]],
    )  # fmt: skip
    world.things |= {
        "call": call.pk, "over": over.pk, "coming": coming.pk, "held place": coming.pool.places.get().pk, "task": task.pk,
        "part": task.handed.get().pk, "collection": asked.pk,
    }  # fmt: skip


def at(thing: str, **more: str) -> Kwargs:
    """The address of one thing; `more` names further parts."""
    return lambda world: {"pk": world[thing], **{name: world[each] for name, each in more.items()}}


MOBILISATION = (
    Row("mobilisation:my_shifts", who="all", hat=False),
    Row("mobilisation:calls", who="all", hat=False),
    Row("mobilisation:new_call", who=RUN_HR, post=True),
    Row("mobilisation:call", at=at("call"), who="own", hat=False),
    Row("mobilisation:edit", at=at("call"), who=BRANCH, post=True),
    Row("mobilisation:export", at=at("call"), who=BRANCH, page=False),
    Row("mobilisation:shifts", at=at("call"), who=BRANCH, post=True),
    Row("mobilisation:publication", at=at("call"), who=BRANCH, post=True),
    Row("mobilisation:closing", at=at("call"), who=BRANCH, post=True),
    Row("mobilisation:reopening", at=at("call"), who=BRANCH, post=True),
    Row("mobilisation:ending", at=at("call"), who=BRANCH, post=True),
    Row("mobilisation:thanks", at=at("call"), who=BRANCH, post=True),
    Row("mobilisation:shift", at=at("over"), who=BRANCH, post=True),
    Row("mobilisation:taking", at=at("coming"), who="own", hat=False, get=False, post=True),
    Row("mobilisation:leaving", at=at("coming"), who="own", hat=False, post=True),
    Row("mobilisation:heads", at=at("coming"), who=BRANCH, post=True),
    Row("mobilisation:dropping", at=at("coming"), who=BRANCH, post=True),
    Row("mobilisation:admission", at=at("coming"), who=BRANCH, post=True),
    Row("mobilisation:removal", at=at("coming", place="held place"), who=BRANCH, post=True),
    Row("mobilisation:correction", at=at("over", person="person member"), who=BRANCH, post=True),
    Row("mobilisation:tasks", who=f"{RUN_HR} audit party"),
    Row("mobilisation:new_task", who=RUN_HR, post=True),
    Row("mobilisation:task", at=at("task"), who=READ),
    # From the notice to one's own part of it, or to the board.
    Row(
        "mobilisation:mine", at=at("task"), who=f"branch {READ}", code=302, page=False,
        but={"neighbour/member": 403, "hr/member": 403, "outsider/member": 403, "audit/member": 404, "party/member": 404},
    ),
    Row("mobilisation:reminder", at=at("task"), who="office chair", post=True),
    Row("mobilisation:closing_task", at=at("task"), who="office chair", post=True),
    Row("mobilisation:part", at=at("part"), who=BRANCH, post=True),
    Row("mobilisation:acknowledgement", at=at("part"), who=BRANCH, get=False, post=True),
    Row("mobilisation:collections", who=SOMEWHERE),
    Row("mobilisation:new_collection", who=SOMEWHERE, post=True),
    # The named readers need no hat: reading is not a right of a post.
    Row("mobilisation:collection", at=at("collection"), who=f"{BRANCH} hr", bare="office hr"),
    Row("mobilisation:answer", at=at("collection"), who="member branch", hat=False, post=True),
    Row("mobilisation:answers", at=at("collection"), who="office hr", hat=False, post=True),
    Row("mobilisation:erasure", at=at("collection"), who=BRANCH, post=True),
)  # fmt: skip
