"""The day itself in a real browser: a phone at the door that loses its network, a pass shown without one, the screen."""

from __future__ import annotations

import re

import pytest
import time_machine
from playwright.sync_api import Page, expect

from tests.cast import NOW
from tests.support.browser import DESKTOP, PHONE, axe, open_page
from tongxin.attendance.models import Attendance
from tongxin.attendance.tests.making import code, digits, hold, make_slot, opened, people

KEPT = (
    "caches.open('tongxin-kept').then(cache => cache.keys()).then(keys => keys.map(key => new URL(key.url).pathname))"
)


@pytest.fixture(autouse=True)
def october():
    with time_machine.travel(NOW, tick=True):
        yield


def wait_until_kept(page: Page, *paths: str) -> None:
    """The service worker keeps pages, and forgets them, in its own time."""
    for _turn in range(100):
        if page.evaluate(KEPT) == list(paths):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"kept are {page.evaluate(KEPT)}")


def type_digits(page: Page, typed: str) -> None:
    page.get_by_label("会员报的数字").fill(typed)
    page.get_by_role("button", name="记签到").click()


def test_scans_outlive_a_dropped_network_and_a_reload_and_count_once(phone, cast, sign_in):
    slot = opened(cast)
    crowd = people(cast, 4)
    for person in crowd:
        hold(slot, person)
    sign_in(phone, cast.client("branch"))
    door = f"/activities/{slot.activity_id}/check-in/{slot.pk}/scan/"
    phone.goto(door)
    type_digits(phone, digits(slot, 1))
    expect(phone.locator("#answer")).to_contain_text("人0")
    wait_until_kept(phone, door)

    phone.context.set_offline(True)
    for number in (2, 3, 3):
        type_digits(phone, digits(slot, number))
        expect(phone.locator("#answer")).to_contain_text("等有网络再送")
    expect(phone.locator("#queued")).to_contain_text("还有3条没送到")
    assert Attendance.objects.count() == 1
    phone.reload()
    expect(phone.locator("#queued")).to_contain_text("还有3条没送到")
    type_digits(phone, code(slot, crowd[3]))
    expect(phone.locator("#queued")).to_contain_text("还有4条没送到")

    phone.context.set_offline(False)
    expect(phone.locator("#queued")).to_be_hidden()
    expect(phone.locator("#answer")).to_contain_text("人3")
    assert sorted(Attendance.objects.values_list("person", flat=True)) == sorted(person.pk for person in crowd)
    phone.reload()
    expect(phone.locator("#queued")).to_be_hidden()
    assert Attendance.objects.count() == 4


def test_a_pass_is_shown_without_a_network_and_forgotten_at_sign_out(phone, cast, sign_in):
    slot = make_slot(cast, "member")
    sign_in(phone, cast.client("member"))
    activity = f"/activities/{slot.activity_id}/"
    phone.goto(activity)
    expect(phone.locator(".pass .code")).to_have_text(digits(slot, 1))
    wait_until_kept(phone, f"{activity}pass/")
    phone.context.set_offline(True)
    phone.goto(activity)
    expect(phone.locator(".pass .code")).to_have_text(digits(slot, 1))
    assert phone.locator(".pass svg.qr").bounding_box()["width"] > 150
    phone.goto("/notices/")
    expect(phone.get_by_role("heading", name="现在没有网络")).to_be_visible()
    phone.context.set_offline(False)
    phone.goto("/me/")
    phone.get_by_role("button", name="退出登录").click()
    phone.wait_for_url(re.compile("sign-in"))
    wait_until_kept(phone)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def desk(request, chromium, live_server):
    with open_page(chromium, live_server.url, DESKTOP, java_script_enabled=request.param) as page:
        yield page


def test_the_officer_opens_ticks_and_closes(desk, cast, sign_in):
    slot = make_slot(cast, "member", "librarian")
    sign_in(desk, cast.client("branch"))
    desk.goto(f"/activities/{slot.activity_id}/check-in/")
    desk.get_by_role("button", name="开始签到").click()
    desk.get_by_role("link", name="勾名单").click()
    desk.get_by_role("button", name="张三到了").click()
    expect(desk.get_by_text("张三签到了")).to_be_visible()
    desk.goto(f"/activities/{slot.activity_id}/check-in/{slot.pk}/scan/")
    type_digits(desk, digits(slot, 2))
    expect(desk.locator("#answer")).to_contain_text("李四")
    desk.goto(f"/activities/{slot.activity_id}/check-in/{slot.pk}/")
    desk.get_by_role("link", name="结束签到").click()
    desk.get_by_role("button", name="结束签到").click()
    expect(desk.get_by_text("签到已结束")).to_be_visible()
    assert Attendance.objects.count() == 2


def test_a_member_scans_the_screen(chromium, live_server, desktop, cast, sign_in):
    slot = opened(cast, "member")
    sign_in(desktop, cast.client("branch"))
    desktop.goto(f"/activities/{slot.activity_id}/check-in/{slot.pk}/screen/")
    expect(desktop.locator(".qrbox svg")).to_be_visible()
    first = desktop.locator(".qrbox").inner_html()
    with open_page(chromium, live_server.url, PHONE) as phone:
        sign_in(phone, cast.client("member"))
        phone.goto(_shown(slot))
        phone.get_by_role("button", name="签到").click()
        expect(phone.get_by_text("已签到").first).to_be_visible()
    expect(desktop.locator(".tally b")).to_have_text("1", timeout=8000)
    assert desktop.locator(".qrbox").inner_html() != first


@pytest.mark.parametrize("page", ["", "scan/", "list/", "paper/", "expected/", "screen/", "walk-in/"])
def test_the_pages_at_the_door_can_be_read_by_everybody(phone, cast, sign_in, page):
    slot = opened(cast, "member", "librarian")
    sign_in(phone, cast.client("branch"))
    phone.goto(f"/activities/{slot.activity_id}/check-in/{slot.pk}/{page}")
    assert axe(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _shown(slot):
    from tongxin.attendance.queries.secret import secret_of
    from tongxin.attendance.rules.codes import screen_code
    from tongxin.core import clock

    return f"/check-in/s/{slot.pk}-{screen_code(secret_of(slot.pk), clock.now())}/"
