"""The cast with one of everything that an address can name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, TypeVar

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, override_settings
from PIL import Image

from tests.cast import NOW, TODAY, Cast, make_cast, make_person
from tests.permissions.choosing_world import fill_choosing
from tests.permissions.collecting_world import fill_collecting
from tests.permissions.goals_world import fill_goals
from tests.permissions.outings_world import fill_outings
from tests.permissions.purchases_world import fill_purchases
from tests.permissions.restrictions_world import restrict
from tests.permissions.welfare_world import fill_welfare
from tongxin.accounts.models import UserSession
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity, Category, Group
from tongxin.attendance import actions as attendance
from tongxin.attendance.queries.secret import secret_of
from tongxin.attendance.rules.codes import screen_code
from tongxin.contests import actions as contests
from tongxin.contests.models import Entry
from tongxin.contests.rules.marks import Reading
from tongxin.feedback.models import Answered, Box
from tongxin.imports.actions.add_run import add_run
from tongxin.imports.protocol import importers
from tongxin.notices import actions as notices
from tongxin.org.models import Post, Term
from tongxin.paperwork.models import Template
from tongxin.places.models import Draw, Place
from tongxin.plan import actions as plan
from tongxin.planner import actions as planner
from tongxin.planner.models import Proposal
from tongxin.report import actions as report
from tongxin.signups import actions as signups
from tongxin.signups.models import Slot

T = TypeVar("T")
JANUARY = datetime(2020, 1, 8, 2, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=1)
HELD, DUE = date(2020, 10, 16), date(2020, 11, 21)


@dataclass
class World:
    """`things` by short name: ids and codes as they stand in an address."""

    cast: Cast
    things: dict[str, Any] = field(default_factory=dict)
    cookies: dict[tuple[str, bool], str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.things[name]

    def client(self, role: str, *, in_office: bool) -> Client:
        """A browser of that role, signed in beforehand."""
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = self.cookies[role, in_office]
        return client


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """The union on 20 October 2020, its clock standing still: a plan approved, activities in every state, one of each.

    Made once for a module of tests; each test takes back what it wrote (`undone`).
    """
    kept = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path_factory.mktemp("kept")},
    }
    storages = override_settings(STORAGES={**settings.STORAGES, "default": kept})
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), storages, transaction.atomic():
        made = World(make_cast())
        for fill in (
            _people,
            _year,
            _plan,
            _summary,
            _run,
            fill_doors,
            fill_sign_ups,
            fill_notices,
            _papers,
            fill_contest,
            fill_goals,
            fill_restrictions,
            fill_planner,
            fill_mobilisation,
            fill_outings,
            fill_choosing,
            fill_collecting,
            fill_welfare,
            fill_purchases,
        ):
            fill(made)
        for role in made.cast.people:
            for in_office in (True, False):
                client = made.cast.client(role, in_office=in_office)
                made.cookies[role, in_office] = client.cookies[settings.SESSION_COOKIE_NAME].value
        yield made
        transaction.set_rollback(True)


def undone(act: Callable[[], T]) -> T:
    """What `act` gives; what it wrote is taken back."""
    point = transaction.savepoint()
    try:
        return act()
    finally:
        transaction.savepoint_rollback(point)


def _people(world: World) -> None:
    cast = world.cast
    chair = make_person("2015099", "赵主席", cast.units["lib"], cast.union)
    cast.people["neighbour"] = chair
    Post.objects.create(person=chair, unit=cast.units["lib"], kind=Post.Kind.CHAIR, since=date(2019, 1, 1))
    gone = make_person("2009001", "钱离开", cast.units["ee"], cast.union, user=False, since=date(2009, 9, 1))
    gone.placements.update(until=date(2020, 7, 1))
    gone.standings.update(until=date(2020, 7, 1))
    gone.left_on = date(2020, 7, 1)
    gone.save()
    term = Term.objects.create(
        unit=cast.units["ee"], name="第二届", starts_on=date(2018, 9, 1), ends_on=date(2023, 9, 1)
    )
    world.things |= {f"unit {code}": unit.pk for code, unit in cast.units.items()}
    world.things |= {f"person {name}": person.pk for name, person in cast.people.items()}
    world.things |= {"person gone": gone.pk, "term": term.pk}
    world.things["post"] = Post.objects.get(person=cast.people["branch"]).pk
    session = UserSession.objects.create(
        user=cast.people["chair"].user, session_key="elsewhere", started_at=NOW, seen_at=NOW
    )  # fmt: skip
    world.things["chair's session"] = session.pk


def _year(world: World) -> None:
    cast = world.cast
    office, units = cast.actor("office"), cast.units
    cancelled = _add(world, "春季健步走", date(2020, 4, 11))
    activities.cancel(actor=office, now=JANUARY, activity=cancelled, reason="epidemic")
    held = activities.finish(
        actor=office, now=NOW, activity=_add(world, "运动会", HELD), held_on=HELD, persons=60, person_times=70
    )
    photo = SimpleUploadedFile("登高.png", picture())
    together = [(units["ee"], "run"), (units["hr"], "run")]
    world.things |= {
        "planned": _add(world, "重阳节登高", date(2020, 10, 25)).pk,
        "idea": _add(world, "围棋赛", date(2020, 12, 1), state="idea").pk,
        "published": activities.publish(actor=office, now=NOW, activity=_add(world, "羽毛球赛", DUE, "union")).pk,
        "published ee": activities.publish(actor=office, now=NOW, activity=_add(world, "乒乓球赛", DUE)).pk,
        "together": _add(world, "新教师培训", DUE, "union", organisers=together).pk,
        "cancelled": cancelled.pk,
        "held": held.pk,
        "photo": activities.attach(actor=office, now=NOW, activity=held, upload=photo, kind="photo").pk,
        "category": Category.objects.get(code="jie").pk,
        "group": Group.objects.get(code="tradition").pk,
        "year": 2020,
    }


def _add(world: World, title: str, day: date, unit: str = "ee", **more: Any) -> Activity:
    return activities.add_activity(
        actor=world.cast.actor("office"), now=JANUARY, year=2020, category=Category.objects.get(code="jie"),
        unit=world.cast.units[unit], title=title, planned_on=day, **more,
    )  # fmt: skip


def _plan(world: World) -> None:
    cast, work = world.cast, {"year": 2020, "title": "分工会组织建设", "kind": "branch"}
    item = plan.add_work_item(actor=cast.actor("office"), now=JANUARY, unit=cast.union, **work)
    near = plan.add_work_item(
        actor=cast.actor("office"), now=JANUARY, unit=cast.union, responsible_unit=cast.units["ee"], **work
    )
    day = plan.set_calendar_day(
        actor=cast.actor("office"), now=NOW, day=date(2020, 11, 3), kind="named", name="校庆", source="校历"
    )
    approved = {"year": 2020, "approved_on": date(2020, 1, 8)}
    plan.submit_plan(actor=cast.actor("office"), now=JANUARY, unit=cast.union, year=2020)
    plan.review_plan(actor=cast.actor("audit"), now=JANUARY, unit=cast.union, year=2020, words="同意。")
    made = plan.approve_plan(actor=cast.actor("chair"), now=JANUARY, unit=cast.union, **approved)
    world.things |= {"work item": item.pk, "work of ee": near.pk, "day": day.pk, "plan": made.pk}


def _summary(world: World) -> None:
    cast, wording = world.cast, {"key": "closing", "title": "结语", "text": "努力开创新局面。"}
    office = cast.actor("office")
    kept = report.add_wording(actor=office, now=NOW, unit=cast.union, year=2020, source="", **wording)
    summary = report.draft_summary(actor=office, now=NOW, unit=cast.union, year=2020)
    world.things |= {"wording": kept.pk, "summary": summary.pk}
    first = summary.versions.get().body["blocks"]
    world.things["block"] = first[0]["id"]
    world.things["fig"] = next(run["fig"] for block in first for run in block["runs"] if "fig" in run)


def _run(world: World) -> None:
    office, importer = world.cast.actor("office"), importers.get("roster")
    assert importer is not None
    sheet = BytesIO("工号,姓名,所在单位\n2020001,孙新来,电子与电气工程学院\n".encode())
    run = add_run(actor=office, now=NOW, importer=importer, unit=world.cast.union, file=sheet, filename="花名册.csv")
    world.things["run"] = run.pk


def fill_restrictions(world: World) -> None:
    """Restrictions that warn: they stop nothing here."""
    cast = world.cast
    world.things |= restrict(cast.units, cast.actor("office"), world["together"])


def fill_notices(world: World) -> None:
    cast, office = world.cast, world.cast.actor("office")
    said = {"title": "11月起活动管控", "words": "室内不超过100人。", "to": "members", "important": True}
    for thing, unit in (("notice", "union"), ("notice of ee", "ee")):
        made = notices.announce(actor=office, now=NOW, unit=cast.units[unit], once=thing, **said)
        world.things[thing] = made.pk
    address = "https://open.feishu.cn/open-apis/bot/v2/hook/b3a7-40d2-9f00-1234567890ab"
    robot = notices.add_robot(
        actor=office, now=NOW, unit=cast.units["ee"], kind="feishu", name="分工会群", address=address
    )
    parcel = notices.try_robot(actor=office, now=NOW, robot=robot)
    parcel.state = parcel.State.FAILED
    parcel.save()
    feed = notices.renew_feed(actor=cast.actor("member", in_office=False), now=NOW)
    world.things |= {"robot": robot.pk, "parcel": parcel.pk, "token": feed.token}


def fill_doors(world: World) -> None:
    """An activity of today with its check-in open: somebody came, somebody is expected, the screen shows a code."""
    cast, branch = world.cast, world.cast.actor("branch")
    activity = activities.publish(actor=branch, now=NOW, activity=_add(world, "分工会座谈", TODAY))
    slot = activity.slots.first() or attendance.prepare(actor=branch, now=NOW, activity=activity)
    attendance.expect_people(
        actor=branch, now=NOW, slot=slot, people=[cast.people[name].pk for name in ("member", "branch")]
    )
    attendance.open_check_in(actor=branch, now=NOW, slot=slot)
    attendance.check_in(actor=branch, now=NOW, slot=slot.pk, person=cast.people["branch"].pk, way="tick")
    world.things |= {
        "meeting": activity.pk, "slot": slot.pk, "came": slot.attendances.get().pk, "line": slot.expected.first().pk,
        "screen": screen_code(secret_of(slot.pk), NOW),
    }  # fmt: skip


def fill_sign_ups(world: World) -> None:
    """Something to sign up for: the member has a place and the branch's chair waits; a draw that is over, one to be held."""
    cast, branch = world.cast, world.cast.actor("branch")
    activity = activities.publish(actor=branch, now=JANUARY, activity=_add(world, "观影", DUE))
    offer = signups.offer(actor=branch, now=JANUARY, activity=activity, capacity=1)
    draws = [
        signups.offer(
            actor=branch, now=JANUARY, activity=activity, kind="event", title=title, way="draw", capacity=1, closes_at=EARLIER
        )
        for title in ("上午场", "下午场")
    ]  # fmt: skip
    for slot in (offer, *draws):
        for role in ("member", "branch"):
            signups.sign_up(actor=cast.actor(role, in_office=False), now=JANUARY, slot=_fresh(slot))
    # A seed of its own making would let somebody else win each time, and the pages ask otherwise then.
    Draw.objects.update(seed="0" * 64)
    signups.draw_lots(actor=branch, now=NOW, slot=_fresh(draws[0]))
    dumb = signups.add_session(actor=branch, now=JANUARY, activity=activity, starts_at=NOW + timedelta(days=30))
    world.things |= {
        "offered": activity.pk, "offer": offer.pk, "place": _place(offer), "drawn": draws[0].pk, "to draw": draws[1].pk,
        "dumb slot": dumb.pk,
    }  # fmt: skip


def _fresh(slot: Slot) -> Slot:
    return Slot.objects.select_related("activity__unit", "pool__unit").get(pk=slot.pk)


def _place(slot: Slot) -> int:
    return int(Place.objects.filter(pool=slot.pool).values_list("pk", flat=True)[0])


def _papers(world: World) -> None:
    """The member and the branch's chair are asked about what was held; the branch has a template of its own."""
    people, held = world.cast.people, Activity.objects.get(pk=world["held"])
    Box.objects.create(activity=held, asked=5, opened_at=NOW, closes_at=NOW + timedelta(days=14))
    Answered.objects.bulk_create(Answered(activity=held, person=people[name]) for name in ("member", "branch"))
    template = Template.objects.create(unit=world.cast.units["ee"], kind="plan", name="方案", added_at=NOW, by="吴海燕")
    world.things["template"] = template.pk


def fill_contest(world: World) -> None:
    """A sports meeting of the branch: the member ran and the result is public, the other heat is still to be run; a relay."""
    cast, branch = world.cast, world.cast.actor("branch")
    meet = activities.publish(actor=branch, now=JANUARY, activity=_add(world, "分工会运动会", DUE))
    race, relay = (
        signups.offer(actor=branch, now=JANUARY, activity=meet, kind="event", title=title, capacity=None, **terms)
        for title, terms in (("100米", {"measure": "time"}), ("接力", {"team_min": 2, "team_max": 4, "per_unit": 1}))
    )
    for role in ("member", "branch"):
        signups.sign_up(actor=cast.actor(role, in_office=False), now=JANUARY, slot=_fresh(race))
    contests.make_heats(actor=branch, now=NOW, slot=_fresh(race), lanes=1)
    entry = Entry.objects.get(slot=race, place__person=cast.people["member"])
    marks = {f"p{entry.place_id}": Reading(Decimal("12.35"))}
    contests.record_results(actor=branch, now=NOW, slot=_fresh(race), marks=marks)
    contests.publish_results(actor=branch, now=NOW, activity=meet)
    other = Entry.objects.get(slot=race, mark=None).place_id
    world.things |= {"meet": meet.pk, "race": race.pk, "relay": relay.pk, "result": entry.pk, "runner": f"p{other}"}


def fill_planner(world: World) -> None:
    """A proposal of the union with one line that waits, and exam weeks."""
    office, union = world.cast.actor("office"), world.cast.union
    activity = _add(world, "教学沙龙", DUE, unit="union", state="planned")
    proposal = Proposal.objects.create(unit=union, year=2020, state="open", asked_at=NOW, made_at=NOW, asked_by="周敏")
    proposal.moves.create(
        activity=activity,
        day_before=DUE,
        mode_before="on_site",
        day_after=DUE + timedelta(days=14),
        mode_after="on_site",
    )
    span = planner.add_span(
        actor=office, now=NOW, union=union, kind="exam", name="考试周", starts_on=date(2020, 12, 28), ends_on=date(2020, 12, 31)
    )  # fmt: skip
    world.things |= {"to plan": activity.pk, "proposal": proposal.pk, "span": span.pk}


def fill_mobilisation(world: World) -> None:
    """Volunteers, a task and temporary data, told beside their rows."""
    from tests.permissions.mobilisation import fill

    fill(world)


def picture() -> bytes:
    """A small PNG."""
    drawn = BytesIO()
    Image.new("RGB", (4, 3), "red").save(drawn, "PNG")
    return drawn.getvalue()
