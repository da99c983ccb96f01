"""Starting, filling in, handing in, deciding, closing; the year; what waits."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, make_unit
from tongxin.activities import actions as activities
from tongxin.activities.tests.making import category
from tongxin.outings.models import Outing
from tongxin.outings.queries.detail import detail_of
from tongxin.outings.queries.listing import listing
from tongxin.outings.queries.spread import spread
from tongxin.outings.tests.making import DAY, applied, approved, filled, started
from tongxin.outings.todos import ask
from tongxin.rulebook.hooks import judged
from tongxin.rulebook.queries.effect import effect_of
from tongxin.rulebook.tests.making import load, propose


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


def words(response):
    return response.content.decode()


def sent(cast, **more):
    return {
        "destination": "丫山", "region": "CN-34-02", "nights": "0", "day": "2020-10-31", "headcount": "40", "vehicle_kind": "coach",
        "vehicles": "1", "vehicle_company": "芜湖长途客运", "insurer": "人保财险", "insured": "40", "safety_owner": "吴海燕",
        "safety_phone": "13800000000", "plan": "走散了回停车场。", "union": "¥120.00", "self_": "30", **more,
    }  # fmt: skip


def test_an_outing_from_start_to_end(cast):
    load(cast)
    branch, office = cast.client("branch"), cast.client("office")
    answer = branch.post(
        "/outings/new/", {"unit": cast.units["ee"].pk, "year": 2020, "day": "2020-10-31", "destination": "丫山"}
    )
    outing = Outing.objects.get()
    assert answer.status_code == 302 and answer["Location"] == f"/outings/{outing.pk}/edit/"
    page = words(branch.get(f"/outings/{outing.pk}/edit/"))
    assert "春游秋游当日往返" in page and "基层工会经费收支管理办法" in page
    assert branch.post(f"/outings/{outing.pk}/edit/", {**sent(cast), "apply": "1"}).status_code == 302
    assert [todo.title for todo in ask(cast.actor("office"), NOW)][:1] == ["批团建：电子与电气工程学院"]
    seen = words(office.get(f"/outings/{outing.pk}/"))
    assert "批准" in seen and "退回去改" in seen and "工会经费 120元" in seen and "6,000元" in seen
    assert office.post(f"/outings/{outing.pk}/returning/", {"words": ""}).status_code == 422
    assert office.post(f"/outings/{outing.pk}/returning/", {"words": "补上车牌"}).status_code == 302
    assert "补上车牌" in words(branch.get(f"/outings/{outing.pk}/"))
    assert "改团建申请" in ask(cast.actor("branch"), NOW)[0].title
    branch.post(f"/outings/{outing.pk}/edit/", sent(cast, plates="皖B12345"))
    assert branch.post(f"/outings/{outing.pk}/application/", {}).status_code == 302
    assert office.post(f"/outings/{outing.pk}/approval/", {}).status_code == 302
    outing.refresh_from_db()
    assert outing.state == "approved" and outing.plates == "皖B12345"
    activities.publish(actor=cast.actor("branch"), now=NOW, activity=outing.activity)
    member = words(cast.client("member").get(f"/activities/{outing.pk}/"))
    assert "路上有事找" in member and "13800000000" in member
    closed = branch.post(
        f"/outings/{outing.pk}/closing/", {"held_on": "2020-10-20", "persons": "38", "spent_fen": "5,700元", "outcome": "很好"}
    )  # fmt: skip
    assert closed.status_code == 302
    assert "每人150元" in words(branch.get(f"/outings/{outing.pk}/"))


def test_a_rule_that_blocks_refuses_the_application_and_keeps_what_was_typed(cast):
    load(cast)
    outing = started(cast)
    branch = cast.client("branch")
    answer = branch.post(f"/outings/{outing.pk}/edit/", {**sent(cast, nights="1"), "apply": "1"})
    assert (
        answer.status_code == 422 and "不合规则：春游秋游当日往返" in words(answer) and "芜湖长途客运" in words(answer)
    )
    outing.refresh_from_db()
    assert outing.state == "draft" and outing.nights == 1
    again = branch.post(f"/outings/{outing.pk}/edit/", {**sent(cast), "apply": "1", "known": _known(answer)})
    assert again.status_code == 302


def _known(answer):
    return answer.context["form"]["known"].value()


@pytest.mark.parametrize(
    ("box", "value", "said"), [("union", "一百", "金额看不懂"), ("safety_owner", "没这人", "花名册里没有")]
)
def test_what_is_not_understood_stays_typed(cast, box, value, said):
    load(cast)
    outing = started(cast)
    answer = cast.client("branch").post(f"/outings/{outing.pk}/edit/", sent(cast, **{box: value}))
    assert answer.status_code == 422 and said in words(answer) and value in words(answer)


def test_a_gap_is_told_at_its_box(cast):
    load(cast)
    outing = started(cast)
    answer = cast.client("branch").post(f"/outings/{outing.pk}/edit/", {**sent(cast, insured="39"), "apply": "1"})
    assert answer.status_code == 422 and "还差：保险要保到每个人" in words(answer)


def test_who_applied_is_told_to_let_another_approve(cast):
    load(cast)
    outing = applied(cast)
    assert "要换一个人来批" in words(cast.client("branch").get(f"/outings/{outing.pk}/"))
    assert cast.client("branch").post(f"/outings/{outing.pk}/approval/", {}).status_code == 404


@pytest.mark.parametrize(
    ("who", "code"), [("member", 404), ("outsider", 404), ("librarian", 404), ("audit", 200), ("office", 200)]
)
def test_who_reads_an_application(cast, who, code):
    outing = started(cast)
    assert cast.client(who).get(f"/outings/{outing.pk}/").status_code == code


def test_starting_twice_leads_to_the_one_that_is_open(cast):
    outing = started(cast)
    answer = cast.client("branch").post("/outings/new/", {"unit": cast.units["ee"].pk, "year": 2020})
    assert answer.status_code == 302 and answer["Location"] == f"/outings/{outing.pk}/"
    assert "已经在填了" in words(cast.client("branch").get("/outings/new/?year=2020"))


def test_the_activity_of_the_plan_offers_its_application(cast):
    planned = activities.add_activity(
        actor=cast.actor("branch"), now=NOW, unit=cast.units["ee"], year=2020, title="团建", category=category("tuan"),
        planned_on=DAY,
    )  # fmt: skip
    assert "填申请" in words(cast.client("branch").get(f"/activities/{planned.pk}/"))
    assert "还没填" in words(cast.client("office").get("/outings/?year=2020"))
    started(cast)
    page = words(cast.client("branch").get(f"/activities/{planned.pk}/"))
    assert "团建申请" in page and "在填" in page


def test_the_year_by_units_and_months(cast):
    load(cast)
    outing = approved(cast)
    page = words(cast.client("office").get("/outings/spread/?year=2020"))
    assert "电子与电气工程学院" in page and f"/outings/{outing.pk}/" in page and "图书馆" in page
    found = spread((cast.union.path,), 2020, date(2020, 10, 20))
    library = next(line for line in found.lines if line.unit == cast.units["lib"])
    assert (library.kind, len(library.free), found.without) == ("none", 3, 1)
    assert DAY not in {day for day, _others in library.free}
    for who, code in (("branch", 404), ("member", 404), ("audit", 404)):
        assert cast.client(who).get("/outings/spread/").status_code == code


def test_branches_without_an_outing_are_told_from_september_on(cast):
    assert [todo.title for todo in ask(cast.actor("branch"), NOW)] == ["安排电子与电气工程学院的团建"]
    assert [todo.title for todo in ask(cast.actor("office"), NOW)] == ["还有2个单位没安排团建"]
    assert not ask(cast.actor("branch"), NOW.replace(month=8))
    assert not ask(cast.actor("member"), NOW)


def test_a_new_rule_tells_which_outings_it_would_judge_otherwise(cast):
    load(cast)
    outing = applied(cast)
    assert "outings" in {each.key for each in judged}
    found = effect_of(propose(cast, value="10000"), cast.union)
    assert [each.case.url for each in found.open] == [f"/outings/{outing.pk}/"]


def test_pages_take_as_many_queries_for_many_as_for_few(cast):
    load(cast)
    outing = filled(cast)
    office = cast.actor("office")
    calls = {
        "detail": lambda: detail_of(office, Outing.objects.select_related("activity__unit").get(pk=outing.pk), NOW),
        "listing": lambda: listing(office, 2020), "spread": lambda: spread((cast.union.path,), 2020, date(2020, 10, 20)),
        "to-dos": lambda: ask(office, NOW),
    }  # fmt: skip
    few = {name: counted(call) for name, call in calls.items()}
    for number in range(12):
        unit = make_unit(f"b{number}", f"第{number}分工会", "branch", cast.union)
        activity = activities.add_activity(
            actor=office, now=NOW, unit=unit, year=2020, title="团建", category=category("tuan"), planned_on=DAY
        )
        Outing.objects.create(activity=activity, state="applied")
    assert {name: counted(call) for name, call in calls.items()} == few
    assert few["listing"] <= 1 and few["spread"] <= 6 and few["to-dos"] <= 3 and few["detail"] <= 17


def counted(call):
    with CaptureQueriesContext(
        connection,
    ) as held:
        call()
    return len(held)
