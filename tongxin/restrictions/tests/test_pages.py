"""Every page for the member, the outsider and the officer; the band on the pages restrictions touch."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from tests.cast import NOW, TODAY
from tongxin.activities.models import Activity, Category, Clearance
from tongxin.activities.tests.making import add
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.core.todos import waiting
from tongxin.org import office as office_mode
from tongxin.restrictions import hooks
from tongxin.restrictions.models import Restriction
from tongxin.restrictions.tests.making import declare

FULL = {
    "title": "室内不超过50人", "starts_on": "2020-10-21", "ends_on": "2020-12-31", "over_0": "50", "demand_0": "plan", "over_1": "500",
    "demand_1": "ban", "farthest": "city", "notice_days": "3", "severity": "block", "places": "礼堂", "source_title": "通知",
    "source_number": "12号",
}  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


@pytest.fixture
def browser(cast):
    def opened(name, *, in_office=True):
        client = cast.client(name, in_office=in_office)
        if in_office:
            session = client.session
            office_mode.begin(session, NOW, 30)
            session.save()
        return client

    return opened


def page(name, restriction=None):
    return reverse(f"restrictions:{name}", args=[restriction.pk] if restriction else [])


def words(response):
    return response.content.decode()


def test_everybody_sees_what_is_declared_for_the_own_union(cast, browser):
    now = declare(cast)
    declare(cast, title="就要管的", starts_on=date(2020, 11, 1))
    declare(cast, title="过去的", starts_on=date(2020, 1, 24), ends_on=date(2020, 3, 15))
    for name, in_office in (("member", False), ("office", True)):
        seen = words(browser(name, in_office=in_office).get(page("restrictions")))
        assert seen.index("聚集管控") < seen.index("就要管的") < seen.index("过去的")
        assert "超过50人要有防控方案" in seen
        assert "防控〔2020〕12号" in words(browser(name, in_office=in_office).get(page("restriction", now)))
    outside = browser("outsider")
    assert "聚集管控" not in words(outside.get(page("restrictions")))
    assert outside.get(page("restriction", now)).status_code == 404


def test_a_form_says_everything_and_a_bad_one_keeps_what_was_typed(cast, browser):
    client, unit = browser("office"), str(cast.union.pk)
    bad = client.post(page("declaration"), {**FULL, "unit": unit, "ends_on": "2020-10-01", "demand_1": ""})
    assert bad.status_code == 422
    assert "室内不超过50人" in words(bad)
    assert not Restriction.objects.exists()
    response = client.post(page("declaration"), {**FULL, "unit": unit, "units": [cast.units["ee"].pk]}, follow=True)
    made = Restriction.objects.get()
    assert (made.notice_days, made.farthest, made.contingency) == (3, "city", False)
    assert list(made.steps.values_list("over", "demand")) == [(50, "plan"), (500, "ban")]
    seen = words(response)
    for shown in ("超过50人要有防控方案", "超过500人不办", "不出市", "要提前3天发布", "电子与电气工程学院", "礼堂"):
        assert shown in seen


def test_a_contingency_is_one_act_and_shows_what_it_touches(cast, browser):
    add(cast, "年会", unit="ee", expected=300, published=True)
    client = browser("office")
    given = {"what": "pause", "starts_on": "2020-10-20", "ends_on": "", "unit": cast.union.pk, "source_number": "1号"}
    response = client.post(page("contingency"), given, follow=True)
    made = Restriction.objects.get()
    assert (made.contingency, made.title) == (True, "暂停现场活动")
    seen = words(response)
    assert "年会" in seen
    assert "还不能办" in seen
    assert "通知有关的人" in seen
    told = client.post(page("telling", made), follow=True)
    assert "通知了1人" in words(told)
    assert "通知有关的人" not in words(told)
    over = client.post(page("ending", made), {"words": "转为常态"}, follow=True)
    assert "转为常态" in words(over)
    assert "不能再改" in words(client.post(page("ending", made), {"words": "再"}))


@pytest.mark.parametrize("what", ["gathering", "city", "online", "pause"])
def test_each_starter_can_be_declared(cast, browser, what):
    given = {"what": what, "starts_on": "2020-10-20", "unit": cast.union.pk}
    assert browser("office").post(page("contingency"), given).status_code == 302
    assert Restriction.objects.get().contingency


def test_an_amendment_starts_from_what_is_kept(cast, browser):
    made, client = declare(cast, steps=((50, "plan"), (100, "file"))), browser("office")
    form = client.get(page("amendment", made)).context["form"]
    assert (form["over_1"].value(), form["demand_1"].value()) == (100, "file")
    given = {**FULL, "known": form["known"].value()}
    assert client.post(page("amendment", made), given).status_code == 302
    made.refresh_from_db()
    assert made.title == "室内不超过50人"
    assert "改过" in words(client.get(page("restriction", made)))


def test_a_way_to_repair_the_year_is_offered_where_there_is_one(cast, browser, monkeypatch):
    monkeypatch.setattr(hooks.repairs, "_things", {})
    hooks.repairs.register(hooks.Repair("test", "看怎么改最少", lambda unit, year: f"/years/{year}/?unit={unit.pk}"))
    seen = words(browser("office").get(page("restriction", declare(cast))))
    assert "看怎么改最少" in seen
    assert f"/years/2020/?unit={cast.union.pk}" in seen


# ── the band ────────────────────────────────────────────────────────────────
def test_the_band_stands_on_every_page_it_touches(cast, browser):
    activity = add(cast, expected=80)
    addresses = (
        "/activities/?year=2020", "/activities/new/", "/activities/start/?blank", "/years/2020/",
        *(reverse(f"activities:{name}", args=[activity.pk]) for name in ("activity", "move", "publication", "postponement", "edit", "copy")),
    )  # fmt: skip
    client = browser("office")
    for address in addresses:
        assert "聚集管控" not in words(client.get(address)), address
    declare(cast)
    for address in addresses:
        assert "聚集管控" in words(client.get(address)), address


def test_a_members_home_speaks_of_what_touches_the_own_unit_today(cast, browser):
    member = browser("member", in_office=False)
    declare(cast, title="别人的", unit="lib")
    declare(cast, title="以后的", starts_on=date(2020, 11, 1))
    seen = words(member.get("/"))
    assert "别人的" not in seen
    assert "以后的" not in seen
    declare(cast, title="我们的", unit="ee")
    assert "我们的" in words(member.get("/"))


def test_a_member_reads_on_the_activity_why(cast, browser):
    activity = add(cast, expected=80, published=True)
    declare(cast)
    seen = words(browser("member", in_office=False).get(reverse("activities:activity", args=[activity.pk])))
    assert "超过50人要有防控方案" in seen
    assert "记下管控要的" not in seen


# ── activities' forms ───────────────────────────────────────────────────────
def test_publishing_says_why_not_and_then_goes_once_the_plan_is_on_record(cast, browser):
    activity, client = add(cast, expected=80), browser("office")
    declare(cast)
    publication = reverse("activities:publication", args=[activity.pk])
    response = client.post(publication)
    assert response.status_code == 422
    assert "防控〔2020〕12号" in words(response)
    clearance = reverse("activities:clearance", args=[activity.pk])
    form = client.get(clearance).context["form"]
    nothing = client.post(clearance, {"demand": form["demand"].value(), "words": ""})
    assert nothing.status_code == 422
    assert client.post(clearance, {"demand": form["demand"].value(), "words": "方案在附件"}).status_code == 302
    assert "方案在附件" in words(client.get(reverse("activities:activity", args=[activity.pk])))
    assert client.post(publication).status_code == 302
    kept = Clearance.objects.get()
    removal = reverse("activities:clearance_removal", args=[activity.pk, kept.pk])
    assert client.get(removal).status_code == 200
    assert client.post(removal).status_code == 302
    assert not Clearance.objects.exists()


def test_moving_into_it_keeps_what_was_typed(cast, browser):
    activity = add(cast, expected=80, published=True)
    declare(cast, starts_on=date(2020, 11, 1))
    given = {"to": "2020-11-08", "reason": "weather", "words": "下雨了换一天"}
    response = browser("office").post(reverse("activities:move", args=[activity.pk]), given)
    assert response.status_code == 422
    assert "下雨了换一天" in words(response)
    assert "聚集管控" in words(response)


def test_starting_one_that_is_not_allowed_leaves_nothing_behind(cast, browser):
    declare(cast, steps=(), farthest="city")
    given = {
        "title": "黄山秋游", "day": "2020-11-08", "category": Category.objects.get(code="tuan").pk, "unit": cast.union.pk,
        "sign_up": "on", "indoor": "False", "reach": "beyond",
    }  # fmt: skip
    client = browser("office")
    response = client.post("/activities/start/?blank", given)
    assert response.status_code == 422
    assert "黄山秋游" in words(response)
    assert not Activity.objects.exists()
    assert client.post("/activities/start/?blank", {**given, "reach": "city"}).status_code == 302
    made = Activity.objects.get()
    assert (made.indoor, made.reach) == (False, "city")


def test_room_and_reach_are_indoors_and_here_unless_told_and_are_copied(cast, browser):
    client = browser("office")
    given = {
        "title": "登高",
        "category": Category.objects.get(code="jie").pk,
        "unit": cast.union.pk,
        "year": "2020",
        "mode": "on_site",
    }
    client.post("/activities/new/", given)
    made = Activity.objects.get()
    assert (made.indoor, made.reach) == (True, "here")
    edit = reverse("activities:edit", args=[made.pk])
    typed = {"title": "登高", "category": given["category"], "mode": "on_site", "indoor": "False", "reach": "city"}
    assert client.post(edit, typed).status_code == 302
    del typed["indoor"], typed["reach"]
    client.post(edit, {**typed, "title": "重阳登高"})
    made.refresh_from_db()
    assert (made.title, made.indoor, made.reach) == ("重阳登高", False, "city")
    copy = reverse("activities:copy", args=[made.pk])
    assert len(client.get(copy).context["form"].fields) == 4
    client.post(copy, {"title": "再登高"})
    again = Activity.objects.get(title="再登高")
    assert (again.indoor, again.reach) == (False, "city")


# ── to-dos and figures ──────────────────────────────────────────────────────
def test_an_old_one_without_an_end_waits_for_a_look(cast):
    declare(cast, starts_on=date(2020, 1, 24))
    found = [todo for todo in waiting(cast.actor("office"), NOW, office=True) if todo.key.startswith("restrictions.")]
    assert [(todo.title, todo.minutes) for todo in found] == [("看看“聚集管控”还要不要", 2)]


def test_declared_ones_are_counted_with_their_records(cast):
    declare(cast)
    declare(cast, title="分工会的", unit="ee", starts_on=TODAY)
    declare(cast, title="去年的", starts_on=date(2019, 12, 31))
    figure = figures.get("restrictions.declared")
    assert figure is not None
    for unit, count in (("union", 2), ("ee", 1), ("other", 0)):
        result = figure.compute(Scope(cast.units[unit], Period.of_year(2020)))
        assert (result.value, result.records.count) == (count, count)
    result = figure.compute(Scope(cast.union, Period.of_year(2020)))
    assert [row.label for row in result.records.rows(cast.actor("office"), 0, 10)] == ["聚集管控", "分工会的"]
