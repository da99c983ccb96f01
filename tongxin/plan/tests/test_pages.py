"""The year's pages for officer, member and stranger."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
import time_machine

from tests.cast import NOW
from tongxin.activities import actions as life
from tongxin.activities.tests.making import add, category
from tongxin.plan.models import AnnualPlan, CalendarDay, WorkItem
from tongxin.plan.tests.making import approve, review, work
from tongxin.ui.words import shortday

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _october():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def year(cast):
    """A small year: held, moved, cancelled, added, a work item."""
    office = cast.actor("office")
    held = add(cast, "三八慰问", planned_on=date(2020, 3, 6), category=category("huai"), published=True)
    moved = add(cast, "教职工运动会", planned_on=date(2020, 5, 16), organisers=[(cast.units["ee"], "run")])
    off = add(cast, "春季健步走", planned_on=date(2020, 4, 11), category=category("ti"))
    add(cast, "重阳节登高", published=True, organisers=[(cast.units["security"], "run"), (cast.units["ee"], "run")])
    work(cast)
    approve(cast)
    life.finish(actor=office, now=NOW, activity=held, held_on=date(2020, 3, 6), persons=41)
    october, why = date(2020, 10, 16), "上半年停止聚集"
    life.postpone(actor=office, now=NOW, activity=moved, until=october, reason="epidemic", words=why)
    life.finish(actor=office, now=NOW, activity=moved, held_on=date(2020, 10, 16))
    life.cancel(actor=office, now=NOW, activity=off, reason="epidemic")
    add(cast, "线上打卡", planned_on=date(2020, 6, 10), mode="online")
    return cast


PAGES = ["", "units/", "changes/", "baseline/", "items/"]


@pytest.mark.parametrize("page", [*PAGES, "calendar/"])
def test_the_office_reads_every_page(year, page):
    answer = year.client("office").get(f"/years/2020/{page}")
    assert answer.status_code == 200


@pytest.mark.parametrize("page", PAGES[1:])
@pytest.mark.parametrize("who", ["member", "outsider", "branch"])
def test_a_reader_without_the_right_finds_no_such_page(year, who, page):
    assert year.client(who).get(f"/years/2020/{page}?unit={year.union.pk}").status_code == 404


@pytest.mark.parametrize("page", [*PAGES, "calendar/", "approve/", "items/new/", "days/"])
def test_who_is_not_signed_in_is_sent_to_sign_in(year, page):
    answer = year.client(None).get(f"/years/2020/{page}")
    assert answer.status_code == 302 and "next=" in answer["Location"]


def test_the_head_says_what_was_planned_and_done(year):
    page = year.client("office").get("/years/2020/").content.decode()
    for words in ("计划4项，已开展2项", "还排着1项", "取消1项", "另加1项", "上半年停止聚集", "+153天", "1月8日审定"):
        assert words in page


def test_the_drawing_is_told_to_readers_and_stands_in_the_table_too(year):
    page = year.client("office").get("/years/2020/").content.decode()
    assert 'role="img" aria-label="2020年计划与开展的时间线' in page
    for title in ("三八慰问", "教职工运动会", "春季健步走", "重阳节登高", "线上打卡"):
        assert page.count(title) >= 2


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("category=huai", {"三八慰问"}),
        ("state=held", {"三八慰问", "教职工运动会"}),
        ("state=open", {"重阳节登高", "线上打卡"}),
        ("state=dropped", {"春季健步走"}),
        ("state=added", {"线上打卡"}),
        ("q=运动", {"教职工运动会"}),
        ("q=保卫处", {"重阳节登高"}),
        ("state=nonsense&sort=nonsense", {"三八慰问", "教职工运动会", "春季健步走", "重阳节登高", "线上打卡"}),
    ],
)
def test_the_table_is_filtered(year, query, titles):
    page = year.client("office").get(f"/years/2020/?{query}").context["page"]
    assert {row.title for row in page.rows} == titles


def test_what_is_to_come_stands_first_and_columns_sort(year):
    client = year.client("office")
    rows = client.get("/years/2020/").context["page"].rows
    assert [row.title for row in rows] == ["线上打卡", "重阳节登高", "教职工运动会", "三八慰问", "春季健步走"]
    rows = client.get("/years/2020/?sort=-planned").context["page"].rows
    assert [row.title for row in rows][:2] == ["线上打卡", "重阳节登高"]
    assert [row.number for row in client.get("/years/2020/?sort=number").context["page"].rows] == [1, 2, 3, 4, None]


def test_the_head_says_what_comes_first_only_where_something_is_to_come(year):
    client = year.client("office")
    assert "将办的在前" in client.get("/years/2020/").content.decode()
    page = client.get("/years/2020/?state=held").context["page"]
    assert page.rows and not page.coming_first


def test_what_was_cancelled_keeps_its_day(year):
    client = year.client("office")
    answer = client.get("/years/2020/")
    item = next(row for row in answer.context["page"].rows if row.title == "春季健步走")
    assert item.called_off and item.stands_on and item.stands_on.month in dict(answer.context["page"].months)
    words = shortday(item.stands_on)
    assert f'<s class="q3">{words}</s>' in answer.content.decode()


def test_lists_on_the_english_pages_have_english_marks(year):
    client = year.client("office")
    client.cookies["tongxin_language"] = "en"
    for path in ("changes", "baseline"):
        page = client.get(f"/years/2020/{path}/").content.decode()
        table = page[page.index('<table class="tbl brief numbered">') :]
        assert "，" not in table and "、" not in table


def test_a_member_sees_what_was_published_and_no_more(year):
    page = year.client("member").get("/years/2020/").content.decode()
    assert "三八慰问" in page and "重阳节登高" in page and "接下来" in page
    assert "春季健步走" not in page and "线上打卡" not in page and "上半年停止聚集" not in page


def test_a_stranger_does_not_see_the_year(year):
    assert year.client("outsider").get(f"/years/2020/?unit={year.union.pk}").status_code == 404
    assert year.client("outsider").get("/years/2020/?unit=nonsense").status_code == 404


def test_a_branch_sees_its_own_part_of_the_plan(year):
    page = year.client("branch").get("/years/2020/").context["page"]
    assert {row.title for row in page.rows} == {"教职工运动会", "重阳节登高"}
    assert (page.counts["planned"], page.counts["held"]) == (2, 1)


def test_a_branch_officer_sees_the_unions_year_as_members_do(year):
    answer = year.client("branch").get(f"/years/2020/?unit={year.union.pk}")
    assert answer.status_code == 200 and "plan/member_year.html" in [template.name for template in answer.templates]


def test_years_leads_to_this_year_or_the_newest(cast):
    assert cast.client("office").get("/years/").url == "/years/2020/"
    add(cast, year=2019, planned_on=date(2019, 5, 1))
    assert cast.client("office").get("/years/").url == "/years/2019/"


@pytest.mark.parametrize("path", ["/years/1949/", "/years/2101/", "/years/20200/", "/years/items/99999/"])
def test_there_is_no_such_year(year, path):
    assert year.client("office").get(path).status_code == 404


def test_the_month_shows_festivals_days_off_and_activities(year):
    client = year.client("office")
    page = client.get("/years/2020/calendar/?month=10").content.decode()
    assert "中秋、国庆" in page and "重阳节登高" in page and ">休<" in page and ">班<" in page
    weeks = client.get("/years/2020/calendar/?month=10").context["page"].weeks
    assert weeks[0][0].day == date(2020, 9, 28) and all(week[0].day.weekday() == 0 for week in weeks)
    agenda = client.get("/years/2020/calendar/?month=10").context["page"].agenda
    assert [(day.day.day, until.day) for day, until in agenda] == [(1, 8), (10, 10), (16, 16), (25, 25)]
    assert client.get("/years/2027/calendar/").context["page"].provisional
    for month in ("0", "13", "x", "１"):
        assert client.get(f"/years/2020/calendar/?month={month}").context["page"].month == 10


def test_a_member_sees_the_month_without_what_is_not_published(year):
    page = year.client("member").get("/years/2020/calendar/?month=6").content.decode()
    assert "端午" in page and "线上打卡" not in page


def test_the_changes_say_what_why_and_who(year):
    page = year.client("office").get("/years/2020/changes/").content.decode()
    assert "和后来不一样的3项" in page and "疫情防控，上半年停止聚集" in page and "周敏" in page


def test_without_an_approved_plan_there_is_no_baseline(cast):
    add(cast)
    client = cast.client("chair")
    assert client.get("/years/2020/baseline/").status_code == 404
    assert "还没审定" in client.get("/years/2020/").content.decode()
    assert "没有可比的" in client.get("/years/2020/changes/").content.decode()


# ── acts ────────────────────────────────────────────────────────────────────


def test_the_chair_approves_on_the_page(cast):
    add(cast)
    review(cast)
    client = cast.client("chair")
    assert "审定1项" in client.get("/years/2020/approve/").content.decode()
    answer = client.post("/years/2020/approve/", {"approved_on": "2020-10-19", "idea": "一个引领"})
    assert answer.status_code == 302
    assert AnnualPlan.objects.get().approved_on == date(2020, 10, 19)
    assert client.get("/years/2020/approve/").url.startswith("/years/2020/baseline/")


def test_a_refused_approval_keeps_what_was_typed(cast):
    add(cast)
    answer = cast.client("chair").post("/years/2020/approve/", {"approved_on": "2020-10-21", "idea": "一个引领"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "审定日期还没到" in page and "2020-10-21" in page and "一个引领" in page
    assert not AnnualPlan.objects.filter(state="approved").exists()


@pytest.mark.parametrize("who", ["office", "branch", "member", "outsider"])
def test_nobody_else_reaches_the_approval(cast, who):
    assert cast.client(who).get(f"/years/2020/approve/?unit={cast.union.pk}").status_code == 404


def test_the_chair_without_the_office_hat_is_offered_it(cast):
    answer = cast.client("chair", in_office=False).get(f"/years/2020/approve/?unit={cast.union.pk}")
    assert answer.status_code == 403


def test_a_work_item_goes_its_way_on_its_pages(cast):
    client = cast.client("office")
    given = {"title": "俱乐部建设", "kind": "club", "responsible_unit": cast.units["ee"].pk, "due_on": "2020-11-30"}
    assert client.post("/years/2020/items/new/", given).status_code == 302
    item = WorkItem.objects.get()
    assert item.responsible_unit == cast.units["ee"]
    assert client.post(f"/years/items/{item.pk}/progress/", {"share_done": 20}).status_code == 302
    page = client.get(f"/years/items/{item.pk}/").content.decode()
    assert "报进度20%" in page and "没完成，不再做" in page
    assert client.post(f"/years/items/{item.pk}/close/", {"reason": "other"}).status_code == 422
    assert client.post(f"/years/items/{item.pk}/close/", {"reason": "people"}).status_code == 302
    assert client.post(f"/years/items/{item.pk}/finish/", {}).status_code == 422
    assert client.post(f"/years/items/{item.pk}/carry/", {"due_on": "2021-06-30"}).status_code == 302
    successor = WorkItem.objects.get(year=2021)
    assert "接自" in client.get(f"/years/items/{successor.pk}/").content.decode()


def test_a_wrong_work_item_keeps_what_was_typed(cast):
    given = {"title": "", "kind": "club", "words": "说明留着", "due_on": "2020-11-30"}
    answer = cast.client("office").post("/years/2020/items/new/", given)
    assert answer.status_code == 422 and "说明留着" in answer.content.decode()
    assert not WorkItem.objects.exists()


@pytest.mark.parametrize("act", ["", "progress/", "finish/", "close/", "carry/"])
@pytest.mark.parametrize("who", ["member", "outsider", "librarian"])
def test_a_stranger_reaches_no_work_item(cast, who, act):
    assert cast.client(who).get(f"/years/items/{work(cast).pk}/{act}").status_code == 404


def test_the_responsible_branch_reaches_its_work_item(cast):
    item = work(cast, responsible_unit=cast.units["ee"])
    client = cast.client("branch")
    assert client.get(f"/years/items/{item.pk}/").status_code == 200
    assert client.post(f"/years/items/{item.pk}/progress/", {"share_done": 50}).status_code == 302


def test_days_are_entered_and_taken_out(cast):
    client = cast.client("office")
    given = {"kind": "off", "name": "暑假", "day": "2020-07-11", "until": "2020-08-28"}
    assert client.post("/years/2020/days/new/", given).status_code == 302
    assert "暑假" in client.get("/years/2020/days/").content.decode()
    assert client.get("/years/2020/").context["page"].drawing.vacations == ((192, 241, "暑假"),)
    day = CalendarDay.objects.get(day=date(2020, 7, 11))
    assert client.post(f"/years/days/{day.pk}/remove/").status_code == 302
    assert CalendarDay.objects.count() == 48
    assert client.post("/years/2020/days/new/", {**given, "kind": "work"}).status_code == 422


@pytest.mark.parametrize("who", ["branch", "member", "outsider"])
def test_a_branch_keeps_no_calendar(cast, who):
    expected = 200 if who == "outsider" else 404
    assert cast.client(who).get("/years/2020/days/").status_code == expected


# ── spreadsheets ────────────────────────────────────────────────────────────


def sheet(answer, number=0):
    content = b"".join(answer.streaming_content)
    return list(openpyxl.load_workbook(BytesIO(content)).worksheets[number].values)


def test_the_table_leaves_as_a_spreadsheet(year):
    rows = sheet(year.client("office").get("/years/2020/export/"))
    assert rows[0][:4] == ("序", "活动", "类别", "承办") and len(rows) == 6
    (moved,) = [row for row in rows if row[1] == "教职工运动会"]
    assert moved[4].date() == date(2020, 5, 16) and moved[6].date() == date(2020, 10, 16) and moved[8] == 153
    assert len(sheet(year.client("office").get("/years/2020/export/?category=huai"))) == 2


@pytest.mark.parametrize(("page", "rows"), [("changes", 4), ("baseline", 6), ("items", 2), ("units", 5)])
def test_every_table_leaves_as_a_spreadsheet(year, page, rows):
    assert len(sheet(year.client("office").get(f"/years/2020/{page}/export/"))) == rows


@pytest.mark.parametrize("page", ["", "changes/", "baseline/", "items/", "units/"])
@pytest.mark.parametrize("who", ["member", "outsider"])
def test_no_stranger_takes_a_spreadsheet(year, who, page):
    assert year.client(who).get(f"/years/2020/{page}export/?unit={year.union.pk}").status_code == 404


def test_carried_activities_stay_in_the_year_of_their_plan(cast):
    party = add(cast, "2021年年会", planned_on=date(2020, 12, 30))
    approve(cast)
    march = date(2021, 3, 5)
    life.postpone(actor=cast.actor("office"), now=NOW, activity=party, until=march, reason="epidemic")
    page = cast.client("office").get("/years/2020/").content.decode()
    assert "转下年1项" in page and "转到2021年" in page and "2021年3月5日" in page
