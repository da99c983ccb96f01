"""Every page for the member, the outsider and the officer."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import NOW
from tongxin.activities import actions
from tongxin.activities.models import Activity, Category
from tongxin.activities.tests.making import add, category
from tongxin.org.models import Unit

EPIDEMIC: dict[str, Any] = {"reason": "epidemic", "words": "室内不超过100人"}
RUN_PAGES = (
    "publication", "outcome", "move", "postponement", "cancellation", "online", "merger", "edit", "organisers", "files",
)  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    """The clock of the cast."""
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


@pytest.fixture
def browser(cast):
    """A client whose office hat holds on that day."""

    def opened(name, *, in_office=True):
        client = cast.client(name, in_office=in_office)
        if name and in_office:
            from tongxin.org import office

            session = client.session
            office.begin(session, NOW, 30)
            session.save()
        return client

    return opened


def page(name, activity=None):
    return reverse(f"activities:{name}", args=[activity.pk] if activity else [])


def words(response):
    return response.content.decode()


# ── lists ───────────────────────────────────────────────────────────────────
def test_members_see_what_comes_and_what_was_done(cast, browser):
    office = cast.actor("office")
    add(cast, "重阳节登高", published=True)
    add(cast, "还没发布的")
    done = add(cast, "中秋节活动", planned_on=date(2020, 9, 29))
    actions.finish(actor=office, now=NOW, activity=done, held_on=date(2020, 9, 29), persons=705)
    seen = words(browser("member").get(page("activities")))
    assert "重阳节登高" in seen
    assert "还没发布的" not in seen
    assert "中秋节活动" in seen
    assert "705人参加" in seen


def test_an_outsider_sees_nothing_of_the_union(cast, browser):
    activity = add(cast, published=True)
    for hat in (True, False):
        client = browser("outsider", in_office=hat)
        assert "重阳节登高" not in words(client.get(page("activities")))
        assert client.get(page("activity", activity)).status_code == 404


def test_who_is_not_signed_in_is_sent_to_sign_in(cast, browser):
    activity = add(cast, published=True)
    for address in (page("activities"), page("activity", activity), page("move", activity), page("new")):
        assert browser(None).get(address).status_code == 302


def test_the_office_lists_filters_sorts_and_exports(cast, browser):
    office = cast.actor("office")
    add(cast, "登高", organisers=((cast.units["ee"], "run"),))
    late = add(cast, "书画展", category=category("wen"), planned_on=date(2020, 5, 20))
    actions.postpone(actor=office, now=NOW, activity=late, until=date(2020, 11, 18), **EPIDEMIC)
    client, address = browser("office"), page("activities")
    everything = words(client.get(address, {"year": 2020}))
    assert "登高" in everything
    assert "+182天" in everything
    assert "室内不超过100人" in everything
    for query, shown in (
        ({"category": "wen"}, "书画展"),
        ({"state": "postponed"}, "书画展"),
        ({"unit": cast.units["ee"].pk}, "登高"),
        ({"q": "登"}, "登高"),
    ):
        table = words(client.get(address, {"year": 2020, **query})).partition("<tbody>")[2]
        assert [title for title in ("登高", "书画展") if title in table] == [shown]
    for sort in ("title", "-title", "planned", "-day", "persons", "-state", "nonsense"):
        assert client.get(address, {"sort": sort}).status_code == 200
    empty = words(client.get(address, {"mode": "online"}))
    assert "没有这样的活动" in empty
    sheet = client.get(page("export"), {"year": 2020})
    assert sheet.content[:2] == b"PK"
    assert browser("member").get(page("export")).status_code == 404


# ── one activity ────────────────────────────────────────────────────────────
def test_a_member_reads_when_where_who_and_why_it_was_put_off(cast, browser):
    activity = add(cast, place="赭山公园北门", organisers=((cast.units["ee"], "run"),), published=True)
    actions.postpone(actor=cast.actor("office"), now=NOW, activity=activity, until=date(2020, 11, 8), **EPIDEMIC)
    seen = words(browser("member", in_office=False).get(page("activity", activity)))
    for piece in ("11月8日", "赭山公园北门", "电子与电气工程学院", "有事找 吴海燕", "疫情防控", "室内不超过100人"):
        assert piece in seen


@pytest.mark.parametrize(
    ("who", "in_office", "status"),
    [("member", False, 404), ("office", False, 403), ("office", True, 200), ("audit", True, 200), ("party", True, 200), ("branch", True, 404), ("hr", True, 404)],
)  # fmt: skip
def test_what_is_only_planned_is_for_officers_above(cast, browser, who, in_office, status):
    assert browser(who, in_office=in_office).get(page("activity", add(cast))).status_code == status


def test_an_organising_department_sees_and_runs_it(cast, browser):
    activity = add(cast, organisers=((cast.units["hr"], "run"),))
    seen = words(browser("hr").get(page("activity", activity)))
    assert page("publication", activity) in seen
    readers = words(browser("audit").get(page("activity", activity)))
    assert page("publication", activity) not in readers


@pytest.mark.parametrize("name", RUN_PAGES)
def test_pages_of_acts_are_for_who_runs_it(cast, browser, name):
    activity = add(cast, published=name not in ("publication",))
    address = page(name, activity)
    assert browser("office").get(address).status_code == 200
    assert browser("office", in_office=False).get(address).status_code == 403
    for stranger in ("member", "outsider", "audit", "librarian"):
        assert browser(stranger).get(address).status_code == 404


def test_each_screen_has_one_main_button(cast, browser):
    activity, client = add(cast), browser("office")
    addresses = [page(name, activity) for name in (*RUN_PAGES, "activity", "copy")]
    for address in (*addresses, page("activities"), page("new")):
        buttons = re.findall(r'class="btn [^"]*(?:main|bad)', words(client.get(address)))
        assert len(buttons) == 1, address


def test_acts_are_done_from_their_pages(cast, browser):
    client, activity = browser("office"), add(cast, planned_on=date(2020, 10, 18))
    steps: tuple[tuple[str, dict[str, str], str], ...] = (
        ("publication", {}, "published"),
        ("move", {"to": "2020-10-19", "reason": "weather"}, "published"),
        ("online", {"mode": "mixed", "reason": "venue"}, "published"),
        ("postponement", {"until": "", "reason": "epidemic"}, "postponed"),
        ("reinstatement", {"words": "可以办了"}, "planned"),
        ("move", {"to": "2020-10-18", "reason": "venue"}, "planned"),
        ("publication", {}, "published"),
        ("beginning", {}, "under_way"),
        ("outcome", {"held_on": "2020-10-18", "persons": "40", "person_times": "41"}, "done"),
        ("reopening", {}, "under_way"),
        ("cancellation", {"reason": "other", "words": "领导出差"}, "cancelled"),
    )
    for name, data, state in steps:
        answer = client.post(page(name, activity), data)
        assert answer.status_code == 302, (name, words(answer))
        activity.refresh_from_db()
        assert activity.state == state, name
        assert client.get(page("activity", activity)).status_code == 200
    assert activity.changes.count() == 5  # its new day after the open postponement needs no reason


def test_an_activity_is_merged_from_its_page(cast, browser):
    client, one, two = browser("office"), add(cast, "健步走"), add(cast, "运动会", published=True)
    assert client.post(page("merger", one), {"into": two.pk, "reason": "clash"}).status_code == 302
    assert "健步走" in words(client.get(page("activity", two)))
    assert "已并入" in words(client.get(page("activity", one)))


def test_a_refused_act_keeps_what_was_typed(cast, browser):
    activity = add(cast)
    answer = browser("office").post(page("move", activity), {"to": "2021-03-05", "reason": "weather", "words": "下雨"})
    assert answer.status_code == 422
    assert "跨年要用“延期”" in words(answer)
    assert "下雨" in words(answer)
    assert 'value="2021-03-05"' in words(answer)


def test_an_act_that_is_not_possible_says_so_before_asking(cast, browser):
    answer = browser("office").get(page("beginning", add(cast)))
    assert answer.status_code == 422
    assert "已列入计划" in words(answer)


# ── new, edit, copy, organisers, files, catalogue ───────────────────────────
def test_a_new_activity_needs_a_title_a_category_and_little_else(cast, browser):
    client, wen = browser("branch"), category("wen")
    form = {"title": "读书会", "category": wen.pk, "mode": "on_site", "year": 2020, "unit": cast.units["ee"].pk}
    form |= {
        "planned_on": "2020-11-11",
        "unit_0": cast.units["ee"].pk,
        "role_0": "run",
        "unit_1": cast.units["lib"].pk,
        "role_1": "assist",
    }
    assert client.post(page("new"), {**form, "title": ""}).status_code == 422
    assert client.post(page("new"), form).status_code == 302
    made = Activity.objects.get()
    assert (made.title, made.unit, made.planned_on, made.state) == (
        "读书会",
        cast.units["ee"],
        date(2020, 11, 11),
        "planned",
    )
    assert [(each.unit.code, each.role) for each in made.organisers.all()] == [("ee", "run"), ("lib", "assist")]
    assert browser("member").get(page("new")).status_code == 404
    assert client.post(page("new"), {**form, "unit": cast.union.pk}).status_code == 422


def test_an_activity_is_edited_and_its_organisers_are_set(cast, browser):
    client, activity = browser("office"), add(cast, published=True)
    seen = words(client.get(page("edit", activity)))
    assert 'name="starts_on"' not in seen
    form = {"title": "登赭山", "category": activity.category_id, "place": "北门"}
    assert client.post(page("edit", activity), form).status_code == 302
    assert (
        client.post(page("organisers", activity), {"unit_0": cast.units["hr"].pk, "role_0": "joint"}).status_code == 302
    )
    activity.refresh_from_db()
    assert (activity.title, activity.place, activity.starts_on) == ("登赭山", "北门", date(2020, 10, 25))
    assert activity.organisers.get().unit == cast.units["hr"]


def test_last_years_activity_is_held_again_in_four_answers(cast, browser):
    old = add(cast, "2020年运动会", place="操场", organisers=((cast.units["ee"], "run"),), published=True)
    client = browser("office")
    seen = words(client.get(page("copy", old)))
    assert seen.count('class="lab"') == 4
    assert 'value="2021年运动会"' in seen
    assert 'value="2021-10-24"' in seen
    answer = client.post(page("copy", old), {"title": "2021年运动会", "planned_on": "2021-10-24", "place": "操场"})
    assert answer.status_code == 302
    new = Activity.objects.get(year=2021)
    assert (new.title, new.category, new.state, new.unit) == ("2021年运动会", old.category, "planned", cast.union)
    assert new.organisers.get().unit == cast.units["ee"]
    branch = browser("branch")
    assert branch.post(page("copy", old), {"title": "学院运动会"}).status_code == 302
    assert Activity.objects.get(title="学院运动会").unit == cast.units["ee"]
    assert browser("member").get(page("copy", old)).status_code == 404


def test_photos_and_papers_are_uploaded_together_or_not_at_all(cast, browser, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    client, activity = browser("office"), add(cast, published=True)
    good, bad = (lambda: SimpleUploadedFile("a.pdf", b"%PDF-1.7")), SimpleUploadedFile("b.pdf", b"MZ")
    refused = client.post(page("files", activity), {"kind": "paper", "upload": [good(), bad]})
    assert refused.status_code == 422
    assert "a.pdf" not in words(client.get(page("activity", activity)))
    assert client.post(page("files", activity), {"kind": "paper", "upload": [good()]}).status_code == 302
    shown = words(client.get(page("activity", activity)))
    assert "a.pdf" in shown
    assert "a.pdf" not in words(browser("member").get(page("activity", activity)))
    removal = re.findall(r'href="([^"]+/removal/)"', shown)[0]
    assert client.get(removal).status_code == 200
    assert client.post(removal).status_code == 302
    assert "a.pdf" not in words(client.get(page("activity", activity)))


def test_the_unions_office_keeps_the_catalogue(cast, browser):
    Unit.objects.filter(code="other").update(closed_on=date(2020, 1, 1))  # the only union is the highest unit
    client = browser("office")
    assert client.get(page("catalogue")).status_code == 200
    form = {"name": "志愿服务", "printed": "志愿服务类", "seal": "志", "order": 6, "counted": "on", "in_use": "on"}
    assert client.post(page("new_category"), form).status_code == 302
    made = Category.objects.get(name="志愿服务")
    address = reverse("activities:category", args=[made.pk])
    assert client.post(address, {**form, "name": "节日集体"}).status_code == 422
    assert client.post(address, {**form, "name": "志愿"}).status_code == 302
    assert client.post(page("new_group"), {"name": "服务社会", "order": 4, "in_use": "on"}).status_code == 302
    assert browser("branch").get(page("catalogue")).status_code == 404
    assert browser("office", in_office=False).get(page("catalogue")).status_code == 403


def test_a_units_page_tells_what_it_did(cast, browser):
    done = add(cast, "重阳登高", planned_on=date(2020, 10, 16), organisers=((cast.units["ee"], "run"),))
    actions.finish(actor=cast.actor("office"), now=NOW, activity=done, held_on=date(2020, 10, 16), persons=40)
    address = reverse("org:unit", args=[cast.units["ee"].pk])
    assert "办了1项" in words(browser("office").get(address, {"year": 2020}))
    assert "重阳登高" in words(browser("member", in_office=False).get(address, {"year": 2020}))
    assert "重阳登高" not in words(
        browser("member").get(reverse("org:unit", args=[cast.units["lib"].pk]), {"year": 2020})
    )


def test_acts_and_what_came_of_them_have_two_words_in_english(cast, browser):
    moved = add(cast, planned_on=date(2020, 12, 30))
    client = browser("office")
    client.cookies["tongxin_language"] = "en"
    said = client.get(page("activity", moved)).content.decode()
    assert all(word in said for word in ("Move", "Postpone", "Take online"))
    assert "Moved" not in said


def test_a_new_activity_counts_for_the_year_of_its_day_unless_told_otherwise(cast, browser):
    client = browser("office")
    given = {"title": "元宵灯谜", "category": category("jie").pk, "planned_on": "2021-02-26"}
    given |= {"unit": cast.units["union"].pk, "year": "2020", "mode": "on_site"}
    client.post(f"{page('new')}?year=2020", given)
    assert Activity.objects.get(title="元宵灯谜").year == 2021
    client.post(f"{page('new')}?year=2020", {**given, "title": "补办年会", "year": "2019"})
    assert Activity.objects.get(title="补办年会").year == 2019


def test_an_act_sent_twice_leads_to_the_activity_as_it_stands(cast, browser):
    activity, client = add(cast), browser("office")
    first = client.post(page("publication", activity))
    second = client.post(page("publication", activity), follow=True)
    assert (first.status_code, second.redirect_chain) == (302, [(page("activity", activity), 302)])
    assert "已发布" in words(second)
    assert activity.changes.count() == 0
    assert client.get(page("publication", activity)).status_code == 422


def test_an_activity_without_a_day_is_given_its_first(cast):
    activity = add(cast, planned_on=None, planned_words="下半年")
    client = cast.client("office")
    page = client.get(f"/activities/{activity.pk}/").content.decode()
    assert "定个日子" in page
    asked = client.get(f"/activities/{activity.pk}/move/").content.decode()
    assert "定个日子" in asked
    assert 'name="reason"' not in asked
    assert client.post(f"/activities/{activity.pk}/move/", {"to": "2020-11-03"}).status_code == 302
    assert "11月3日" in client.get(f"/activities/{activity.pk}/").content.decode()
