"""Through the year as people go through it: the office at the desk, with and without scripts; a member on the phone."""

from __future__ import annotations

import re
from datetime import date

import pytest
import time_machine
from playwright.sync_api import Page, expect

from tests.cast import NOW, PASSWORD
from tests.support.browser import DESKTOP, PHONE, open_page
from tongxin.activities import actions
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import add
from tongxin.core.papers import read_docx
from tongxin.org.models import Person
from tongxin.plan.models import AnnualPlan
from tongxin.report.models import Summary

ROSTER = """工号,姓名,性别,所在单位,入职日期
2020101,孙新来,女,电子与电气工程学院,2020-09-01
2020102,周远方,男,图书馆,2020-09-01
"""
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
PLAN = """活动名称,类别,承办单位,计划时间,地点,预计人数
重阳节登高,节日集体,保卫处,2020-10-18,赭山公园,120
羽毛球赛,体育竞赛,羽毛球俱乐部,2020-11-21,体育馆,60
读书分享会,文化教育,图书馆,2020-11-11,报告厅,40
"""


@pytest.fixture(autouse=True)
def october():
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def desk(request, chromium, live_server):
    with open_page(chromium, live_server.url, DESKTOP, java_script_enabled=request.param) as page:
        yield page


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def mobile(request, chromium, live_server):
    with open_page(chromium, live_server.url, PHONE, java_script_enabled=request.param) as page:
        yield page


def bring_in(page: Page, kind: str, name: str, sheet: str) -> None:
    """Upload a spreadsheet, look at the check, take it in."""
    page.goto("/imports/")
    page.goto(f"/imports/{kind}/new/")
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": sheet.encode()})
    page.get_by_role("button", name="上传并核对").click()
    expect(page.get_by_text("每一行都能进")).to_be_visible()
    page.get_by_role("button", name=re.compile(r"^入库\d+行$")).click()
    expect(page.get_by_role("heading", name="入库了")).to_be_visible()


def open_activity(page: Page, title: str) -> None:
    page.goto("/activities/?year=2020")
    page.get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def edit_last(page: Page, text: str) -> None:
    """Write a paragraph of one's own at the end, by the form that is there without scripts too."""
    page.goto(page.url.partition("#")[0].partition("?")[0])
    block = page.locator(".blk .words").last.get_attribute("data-block")
    page.goto(f"{page.url}edit/?block={block}")
    page.locator("form.pb [name=text]").fill(text)
    page.get_by_role("button", name="存这一段").click()
    expect(page.locator("#paper")).to_contain_text(text[:8])


def test_the_office_lives_through_a_year(desk, cast, sign_in, tmp_path):
    sign_in(desk, cast.client("office"))
    bring_in(desk, "roster", "花名册.csv", ROSTER)
    assert Person.objects.filter(staff_no__in=("2020101", "2020102")).count() == 2
    bring_in(desk, "plan", "2020年计划.csv", PLAN)
    assert Activity.objects.filter(year=2020, state="planned").count() == 3

    desk.goto("/years/2020/submit/")
    desk.get_by_role("button", name="提请审议").click()
    expect(desk.get_by_text("已提请审议")).to_be_visible()

    sign_in(desk, cast.client("audit"))
    desk.goto("/years/2020/review/")
    desk.locator("[name=words]").fill("同意。")
    desk.get_by_role("button", name="审议通过").click()
    expect(desk.get_by_text("审议过了")).to_be_visible()

    sign_in(desk, cast.client("chair"))
    desk.goto("/years/2020/approve/")
    desk.locator("[name=idea]").fill("一个引领，两项促进，三组活动")
    desk.get_by_role("button", name="审定3项").click()
    expect(desk.get_by_text(re.compile("计划(已)?审定"))).to_be_visible()
    assert AnnualPlan.objects.get().baseline.count() == 3

    sign_in(desk, cast.client("office"))
    open_activity(desk, "羽毛球赛")
    desk.get_by_role("link", name="改期").click()
    desk.locator("[name=to]").fill("2020-11-28")
    desk.locator("[name=reason]").select_option("venue")
    desk.locator("[name=words]").fill("体育馆那天有比赛。")
    desk.get_by_role("button", name="改期").click()
    expect(desk.get_by_text("已改期")).to_be_visible()
    assert Activity.objects.get(title="羽毛球赛").starts_on == date(2020, 11, 28)

    open_activity(desk, "重阳节登高")
    desk.get_by_role("link", name="记下开展情况").first.click()
    desk.locator("[name=persons]").fill("116")
    desk.locator("[name=person_times]").fill("116")
    desk.get_by_role("button", name="记下开展情况").click()
    expect(desk.get_by_text("已记下")).to_be_visible()
    assert Activity.objects.get(title="重阳节登高").state == "done"

    desk.goto("/figures/2020/")
    desk.locator('.figgrid a[href*="/activities.held/"]').click()
    expect(desk.get_by_role("link", name="重阳节登高")).to_be_visible()

    desk.goto("/summaries/")
    desk.locator("[name=year]").fill("2020")
    desk.get_by_role("button", name="起草总结").click()
    expect(desk.locator("#paper")).to_contain_text("2020年工作总结")
    edit_last(desk, "今年教职工累计参加近两百人次。")
    desk.get_by_role("button", name=re.compile("^换成 ")).first.click()
    expect(desk.locator("#paper .fig", has_text="116人次").last).to_be_visible()
    summary = Summary.objects.get()

    sign_in(desk, cast.client("chair"))
    desk.goto(f"/summaries/{summary.pk}/")
    desk.get_by_role("link", name="签发").click()
    reason = desk.locator("[name=reason]")
    if reason.count():
        reason.fill("演练")
    desk.get_by_role("button", name="签发总结").click()
    expect(desk.get_by_text("签发了")).to_be_visible()
    with desk.expect_download() as download:
        desk.get_by_role("link", name="导出 DOCX").click()
    download.value.save_as(tmp_path / "总结.docx")
    assert "今年教职工累计参加116人次。" in "".join(read_docx(tmp_path / "总结.docx").paragraphs)
    summary.refresh_from_db()
    assert summary.state == "signed"


def test_the_summary_is_written_on_the_paper_itself(desktop, cast, sign_in):
    held = add(cast)
    actions.finish(
        actor=cast.actor("office"), now=NOW, activity=held, held_on=date(2020, 10, 18), persons=116, person_times=116
    )
    sign_in(desktop, cast.client("office"))
    desktop.goto("/summaries/")
    desktop.locator("[name=year]").fill("2020")
    desktop.get_by_role("button", name="起草总结").click()
    words = desktop.locator(".blk.p .words").last
    words.click()
    desktop.keyboard.press("End")
    desktop.keyboard.type("谢谢大家。")
    with desktop.expect_response(re.compile("/edit/")):
        words.blur()
    expect(desktop.locator("#paper")).to_contain_text("谢谢大家。")
    desktop.reload()
    expect(desktop.locator("#paper")).to_contain_text("谢谢大家。")
    assert Summary.objects.get().latest == 2


def test_an_upload_that_cannot_go_in_says_so_and_nothing_is_written(desk, cast, sign_in):
    people = Person.objects.count()
    sign_in(desk, cast.client("office"))
    desk.goto("/imports/roster/new/")
    desk.locator("input[type=file]").set_input_files({"name": "x.xlsx", "mimeType": "x/y", "buffer": PICTURE})
    desk.get_by_role("button", name="上传并核对").click()
    expect(desk.get_by_role("button", name="上传并核对")).to_be_visible()
    expect(desk.locator(".err, .errs, [role=alert]").first).to_be_visible()
    assert Person.objects.count() == people


def test_a_member_sees_on_the_phone_what_is_on(mobile, cast, live_server):
    add(cast, "重阳节登高", published=True, place="赭山公园")
    add(cast, "只是计划")
    mobile.goto("/")
    mobile.get_by_label("工号").fill("2015003")
    mobile.get_by_label("密码").fill(PASSWORD)
    mobile.get_by_role("button", name="登录").click()
    expect(mobile.get_by_text("重阳节登高").first).to_be_visible()
    assert mobile.get_by_text("只是计划").count() == 0
    mobile.get_by_role("link", name="活动").first.click()
    mobile.get_by_role("link", name="重阳节登高").first.click()
    expect(mobile.get_by_role("heading", name="重阳节登高")).to_be_visible()
    expect(mobile.get_by_text("赭山公园").first).to_be_visible()


def test_an_officer_changes_hats_and_back(mobile, cast, sign_in):
    sign_in(mobile, cast.client("office", in_office=False))
    mobile.goto("/people/")
    mobile.get_by_role("button", name="进入工作台").first.click()
    expect(mobile.get_by_role("heading", level=1)).to_be_visible()
    assert mobile.goto("/people/").status == 200


def test_what_was_typed_stays_when_it_is_refused(desk, cast, sign_in):
    activity = add(cast, published=True)
    sign_in(desk, cast.client("office"))
    desk.goto(f"/activities/{activity.pk}/move/")
    desk.locator("[name=to]").fill("2021-01-05")
    desk.locator("[name=reason]").select_option("weather")
    desk.locator("[name=words]").fill("预报有暴雨。")
    desk.get_by_role("button", name="改期").click()
    expect(desk.get_by_text("跨年要用“延期”")).to_be_visible()
    expect(desk.locator("[name=words]")).to_have_value("预报有暴雨。")
    expect(desk.locator("[name=to]")).to_have_value("2021-01-05")
