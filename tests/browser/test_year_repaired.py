"""A year that something happens to: a contingency is declared, the smallest repair is read, taken over and taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser, Page, expect

from tests.cast import NOW, Cast
from tests.support.browser import DESKTOP, PHONE, axe, open_page
from tongxin.activities.models import Activity
from tongxin.planner.tests.making import planned

SHAPES = [(DESKTOP, True), (PHONE, True), (DESKTOP, False)]
MATCH, TALK = "羽毛球赛", "家庭教育讲座"


@pytest.fixture(params=SHAPES, ids=["desk", "phone", "without scripts"])
def office(request: Any, chromium: Browser, live_server: Any, cast: Cast, sign_in: Any) -> Iterator[Page]:
    """The office's page on 20 October 2020, with a match and a talk planned in November."""
    size, scripts = request.param
    with time_machine.travel(NOW, tick=True):
        planned(cast, MATCH, category="ti", day=date(2020, 11, 21), place="体育馆")
        planned(cast, TALK, place="报告厅")
        with open_page(chromium, live_server.url, size, java_script_enabled=scripts) as page:
            sign_in(page, cast.client("office"))
            page.scripts = scripts
            yield page


def look(page: Page) -> None:
    """Everybody can read it, and nothing sticks out."""
    if not page.scripts:
        return
    page.wait_for_load_state("networkidle")
    assert axe(page) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def as_it_stands() -> list[Any]:
    return list(Activity.objects.order_by("pk").values_list("title", "starts_on", "ends_on", "mode", "state", "year"))


def test_a_year_is_repaired_with_the_fewest_moves_and_put_back(office: Page) -> None:
    before = as_it_stands()
    declared(office)
    proposed(office)
    assert as_it_stands() == before
    accepted(office)
    after = as_it_stands()
    assert {row[0] for row, was in zip(after, before, strict=True) if row != was} == {MATCH, TALK}
    undone(office)
    assert as_it_stands() == before
    ended(office)


def declared(page: Page) -> None:
    """One act; the page behind it shows what it touches."""
    page.goto("/restrictions/contingency/")
    look(page)
    page.get_by_label("暂停现场活动").check()
    page.locator("[name=starts_on]").fill("2020-10-21")
    page.locator("[name=ends_on]").fill("2020-12-05")
    page.locator("[name=source_title]").fill("属地通知")
    page.get_by_role("button", name="马上管起来").click()
    expect(page.get_by_role("heading", name="碰到2项")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile(MATCH))).to_be_visible()
    look(page)


def proposed(page: Page) -> None:
    """From the restriction to the repair: reasons, and what is proven."""
    page.get_by_role("link", name="看怎么改最少").first.click()
    expect(page.get_by_role("heading", name="怎么改最少")).to_be_visible()
    look(page)
    page.get_by_role("button", name="看怎么改最少").click()
    expect(page.get_by_role("heading", name="动2项就够")).to_be_visible()
    expect(page.get_by_text("证明是最好的").first).to_be_visible()
    expect(page.get_by_text("暂停现场活动").locator("visible=true").first).to_be_visible()
    look(page)


def accepted(page: Page) -> None:
    """All that is ticked, for one reason."""
    page.locator("[name=reason]").select_option("epidemic")
    page.get_by_role("button", name="采纳勾上的").click()
    expect(page.get_by_text("已采纳").first).to_be_visible()
    look(page)


def undone(page: Page) -> None:
    """The year as it was."""
    page.get_by_role("link", name="撤回重排").click()
    page.get_by_role("button", name="撤回重排").last.click()
    expect(page.get_by_text("已撤回").first).to_be_visible()


def ended(page: Page) -> None:
    """With words, kept for whoever asks later."""
    page.goto("/restrictions/")
    look(page)
    page.get_by_role("link", name=re.compile("暂停现场活动")).first.click()
    page.get_by_role("link", name="解除管控").click()
    page.locator("[name=words]").fill("恢复常态。")
    page.get_by_role("button", name="解除管控").last.click()
    expect(page.get_by_text("解除了，从今天起不再管")).to_be_visible()
