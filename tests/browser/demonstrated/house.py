"""The demonstration year with a new year begun: one of everything that an address can name."""

from __future__ import annotations

import contextlib
from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.browser.demonstrated.in_hand import fill_in_hand
from tests.cast import Cast
from tests.permissions.world import World, fill_contest, fill_doors, fill_notices, fill_sign_ups, picture
from tongxin.accounts.models import User, UserSession
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity, Category, Group
from tongxin.demo.load import load
from tongxin.demo.when import moment, officer
from tongxin.imports.actions.add_run import add_run
from tongxin.imports.protocol import importers
from tongxin.org.actions import leave_employment
from tongxin.org.actor import shell_actor
from tongxin.org.models import Person, Post, Term, Unit
from tongxin.paperwork.models import Template
from tongxin.plan import actions as plan
from tongxin.plan.models import WorkItem
from tongxin.report.models import Summary, Wording
from tongxin.rulebook.actions import load_packs

NOW = moment(2021, 1, 25, 10)
ROLES = ("chair", "office", "branch", "member", "audit", "hr", "party", "operator")
DESK_PAGES = (
    "/", "/units/", "/units/{unit ee}/", "/people/", "/people/{person member}/", "/activities/?year=2020", "/activities/{held}/",
    "/activities/new/", "/years/2020/", "/years/2020/calendar/", "/years/2020/changes/", "/years/2020/items/", "/figures/2020/",
    "/figures/2020/activities.held/", "/summaries/", "/summaries/{summary}/", "/wordings/", "/imports/", "/imports/{run}/", "/trail/",
    "/activities/start/", "/activities/start/?from={held}", "/activities/{offered}/", "/activities/{offered}/slots/",
    "/activities/{offered}/slots/{offer}/list/", "/activities/{offered}/slots/{drawn}/draw/", "/activities/{offered}/questions/",
    "/activities/{offered}/slots/{offer}/terms/", "/activities/{meeting}/check-in/{slot}/", "/activities/{held}/papers/",
    "/feedback/{held}/result/", "/notices/", "/notices/sent/",
    "/goals/2020/", "/goals/one/{goal}/", "/directives/?year=2020", "/directives/{directive}/", "/aims/", "/restrictions/",
    "/restrictions/{restriction}/", "/restrictions/contingency/", "/years/2021/planner/", "/years/planner/{proposal}/",
    "/years/2021/planner/facts/", "/outings/", "/outings/{applied outing}/", "/outings/spread/?year=2020", "/rules/",
    "/mobilisation/volunteers/", "/mobilisation/volunteers/{call}/", "/mobilisation/tasks/{task}/", "/mobilisation/collections/",
    "/years/2020/proposals/", "/welfare/?year=2020", "/welfare/{round}/", "/welfare/{round}/edit/", "/welfare/{round}/people/",
    "/welfare/{round}/packs/{pack}/", "/welfare/{round}/packs/{pack}/quotes/", "/partners/links/welfare.people/{round}/",
)  # fmt: skip
PHONE_PAGES = (
    "/",
    "/activities/",
    "/activities/{held}/",
    "/activities/{published}/",
    "/years/2020/",
    "/years/2021/",
    "/units/",
    "/me/",
    "/activities/{offered}/",
    "/activities/{offered}/slots/{drawn}/draw/",
    "/my/places/",
    "/feedback/{held}/",
    "/notices/",
    "/goals/2020/",
    "/restrictions/",
    "/mobilisation/volunteers/",
    "/mobilisation/volunteers/{call}/",
    "/mobilisation/my/shifts/",
)
ROSTER = """工号,姓名,所在单位,入职日期,手机
2021001,孙新来,电气学院,2021-01-04,19012345678
2021002,李远方,图书馆分工会,二〇二一年一月,190123
,没有工号,图书馆分工会,2021-01-04,
"""


def furnish(staff: int = 150) -> World:
    """The demonstration, then January 2021. Names of things are those of `tests.permissions.world`."""
    load_packs(actor=shell_actor(), now=NOW)
    load(staff=staff, step=lambda words: contextlib.nullcontext())
    house = World(Cast())
    _people(house)
    _new_year(house)
    _papers(house)
    for fill in (fill_doors, fill_sign_ups, fill_notices, fill_contest):
        fill(house)
    fill_in_hand(house)
    template = Template.objects.create(unit=house.cast.units["ee"], kind="plan", name="方案", added_at=NOW, by="吴海燕")
    house.things["template"] = template.pk
    return house


def _people(house: World) -> None:
    units = {unit.code: unit for unit in Unit.objects.all()}
    house.cast.units = {"union": units["aiit"], "ee": units["dianqi"], "lib": units["tushuguan"], **units}
    house.cast.people = {role: Person.objects.get(staff_no=role) for role in ROLES}
    librarian = Person.objects.filter(placements__unit=units["tushuguan"], posts=None).order_by("pk").first()
    assert librarian is not None
    librarian.user = User.objects.create_user(f"{librarian.staff_no}@aiit", name=librarian.name)
    librarian.save(update_fields=["user"])
    house.cast.people["librarian"] = librarian
    house.cast.people["neighbour"] = Post.objects.get(unit=units["jisuanji"], kind="chair").person
    gone = Person.objects.filter(placements__unit=units["dianqi"], posts=None, user=None).first()
    assert gone is not None
    leave_employment(
        actor=shell_actor(), now=NOW, person=gone, on=date(2021, 1, 8), standing="moved", reason="调往外校"
    )
    house.things |= {f"unit {code}": unit.pk for code, unit in house.cast.units.items()}
    house.things |= {f"person {name}": person.pk for name, person in house.cast.people.items()}
    house.things |= {"person gone": gone.pk, "term": Term.objects.get().pk}
    house.things["post"] = Post.objects.get(person=house.cast.people["branch"]).pk
    elsewhere = UserSession.objects.create(
        user=house.cast.people["chair"].user, session_key="elsewhere", agent="Firefox", started_at=NOW, seen_at=NOW
    )
    house.things["chair's session"] = elsewhere.pk


def _new_year(house: World) -> None:
    office = officer("office", NOW)
    category, group = Category.objects.get(code="jie"), Group.objects.get(code="tradition")

    def add(title: str, day: date, unit: str = "ee", expected: int = 40, **more: Any) -> Activity:
        return activities.add_activity(
            actor=office, now=NOW, unit=house.cast.units[unit], year=2021, title=title, category=category, group=group,
            planned_on=day, place="大学生活动中心一楼多功能厅", about="自愿参加，请穿便于活动的衣服。", expected=expected, **more,
        )  # fmt: skip

    planned = add("元宵节猜灯谜", date(2021, 2, 26), expected=60)
    idea = add("教职工子女夏令营与家庭开放日（名称特别长的一项设想）", date(2021, 7, 10), state="idea")
    published = activities.publish(actor=office, now=NOW, activity=add("迎春健步走", date(2021, 1, 30), "union"))
    published_ee = activities.publish(actor=office, now=NOW, activity=add("新春茶话会", date(2021, 2, 5)))
    held = Activity.objects.get(title="重阳节登高")
    photo = SimpleUploadedFile("登高合影.png", picture())
    paper = SimpleUploadedFile("活动通知.pdf", b"%PDF-1.7 notice")
    activities.attach(actor=office, now=NOW, activity=held, upload=paper, kind="paper")
    day = plan.set_calendar_day(actor=office, now=NOW, day=date(2021, 3, 1), kind="named", name="开学", source="校历")
    house.things |= {
        "planned": planned.pk, "idea": idea.pk, "published": published.pk, "published ee": published_ee.pk, "together": planned.pk,
        "cancelled": Activity.objects.get(title="春季健步走").pk, "held": held.pk, "category": category.pk, "group": group.pk,
        "photo": activities.attach(actor=office, now=NOW, activity=held, upload=photo, kind="photo").pk,
        "work item": WorkItem.objects.filter(year=2021).first().pk, "work of ee": WorkItem.objects.filter(year=2021).last().pk,
        "day": day.pk, "year": 2020,
    }  # fmt: skip


def _papers(house: World) -> None:
    summary = Summary.objects.get(year=2020)
    blocks = summary.versions.get().body["blocks"]
    chip = next(run["fig"] for block in blocks for run in block["runs"] if "fig" in run)
    importer = importers.get("roster")
    assert importer is not None
    run = add_run(
        actor=officer("office", NOW), now=NOW, importer=importer, unit=house.cast.union, file=BytesIO(ROSTER.encode()),
        filename="新入职教职工.csv",
    )  # fmt: skip
    house.things |= {
        "summary": summary.pk, "wording": Wording.objects.first().pk, "block": blocks[0]["id"], "fig": chip, "run": run.pk,
    }  # fmt: skip


__all__ = ["DESK_PAGES", "NOW", "PHONE_PAGES", "furnish"]
