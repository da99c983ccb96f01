"""What is done to a page before its picture for the handbook is taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page

SUMMARY = "/summaries/1/"
WALK = "周末登高"
TYPED = "全年走访慰问教职工46人次，获得教职工一致好评。"

Prepare = Callable[[Page], None]


def fill_in(page: Page, title: str = "教职工读书会", category: str = "文化教育", day: date | None = None) -> None:
    """The form of a new activity, not sent yet."""
    page.fill("[name=title]", title)
    page.select_option("[name=category]", label=category)
    page.fill("[name=planned_on]", (day or date.today() + timedelta(days=20)).isoformat())
    if day:
        page.locator("details summary").last.click()


def open_row(number: int) -> Prepare:
    """The page of a row of the list."""

    def prepare(page: Page) -> None:
        page.locator("main tbody tr a").nth(number).click()
        page.wait_for_load_state()

    return prepare


def of_2020(title: str, ending: str) -> Prepare:
    """A page of an activity or outing of 2020."""

    def prepare(page: Page) -> None:
        page.goto(f"/activities/?year=2020&q={title}")
        open_row(0)(page)
        page.goto(f"{page.url.partition('?')[0]}{ending}")

    return prepare


def rated(page: Page) -> None:
    """How 重阳 was rated."""
    page.goto("/activities/?year=2020&q=重阳节登高")
    open_row(0)(page)
    page.goto(f"/feedback/{page.url.rstrip('/').rpartition('/')[2]}/result/")


def at_the_door(page: Page) -> None:
    """Who came to 重阳."""
    of_2020("重阳节登高", "check-in/")(page)
    page.locator("main a[href*='/check-in/']").first.click()
    page.get_by_role("heading", name="来了多少人").wait_for()


def this_welfare(page: Page) -> None:
    """The round that people choose in now, at the desk."""
    page.get_by_role("link", name="新春福利礼包").first.click()
    page.locator(".next").wait_for()


def to_choose(page: Page) -> None:
    """Its packs on the phone."""
    page.get_by_role("link", name=re.compile("新春福利礼包")).last.click()
    page.locator(".choose").scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, 300)")


def to_public(page: Page) -> None:
    """What everybody sees of last autumn's."""
    page.get_by_role("link", name=re.compile("中秋国庆福利礼包")).first.click()
    page.get_by_role("heading", name="这一次").evaluate(
        "it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 80)"
    )


def at_the_counter(page: Page) -> None:
    """How far last autumn's hand-out came."""
    page.get_by_role("link", name=re.compile("中秋国庆福利礼包")).first.click()
    page.get_by_role("link", name="看发放").click()
    page.get_by_role("heading", name="各单位").wait_for()


def volunteer(page: Page) -> None:
    """The call that is open: one tap to a shift."""
    page.goto("/mobilisation/volunteers/")
    page.locator("main a[href*='/volunteers/']").first.click()
    page.get_by_role("heading", name="挑一班").wait_for()


def back_then(page: Page) -> None:
    """2020 as it could have been replanned in February, the reasons of the first move open."""
    page.goto("/years/2020/planner/")
    page.locator("main a[href^='/years/planner/']").first.click()
    page.locator(".mvs").wait_for()


def why(page: Page) -> None:
    """The same, the reasons of a move open."""
    back_then(page)
    page.locator(".mvs details summary").nth(1).click()
    page.locator(".mvs").evaluate("it => it.closest('form, section').scrollIntoView({ block: 'start' })")


def follow(title: str) -> Prepare:
    """The page behind the link of that name."""

    def prepare(page: Page) -> None:
        page.get_by_role("link", name=title).first.click()
        page.get_by_role("heading", name=title, level=1).wait_for()

    return prepare


def to_walk(ending: str = "") -> Prepare:
    """A page of the activity that is open now, whichever year its day falls in."""

    def prepare(page: Page) -> None:
        for year in (date.today().year, date.today().year + 1):
            page.goto(f"/activities/?year={year}&q={WALK}")
            if page.locator("main tbody tr a").count():
                break
        open_row(0)(page)
        page.goto(f"{page.url.partition('?')[0]}{ending}")

    return prepare


def to_list(page: Page) -> None:
    """Who signed up for the second batch."""
    to_walk("slots/")(page)
    page.get_by_role("link", name="第二批", exact=True).first.click()
    page.get_by_role("link", name="导出").wait_for()


def to_terms(page: Page) -> None:
    """The terms of the second batch."""
    to_list(page)
    page.get_by_role("link", name="改条件").click()
    page.locator("[name=capacity]").wait_for()


def ask(page: Page) -> None:
    """A question of the office's own, not kept."""
    to_walk("questions/")(page)
    page.locator("[name$=text]").first.fill("在哪儿上车")
    page.locator("[name$=choices]").first.fill("南门、北门、东门")


def after_last_years(page: Page) -> None:
    """The form, filled in from last year's."""
    page.get_by_role("link", name="重阳节登高").click()
    page.locator("[name=title]").wait_for()


def to_draw(page: Page) -> None:
    """The draw of 端午, held."""
    page.get_by_role("link", name="端午包粽子").first.click()
    page.get_by_role("link", name="看抽签结果，自己验算").click()
    page.get_by_role("heading", name="抽签", level=1).wait_for()


def sign_up(page: Page) -> None:
    """One tap later."""
    follow(WALK)(page)
    page.get_by_role("button", name="报名", exact=True).click()
    page.locator(".pass .code").first.wait_for()
    page.evaluate("scrollTo(0, 330)")


def postpone(page: Page) -> None:
    """The dialog that asks why."""
    open_row(0)(page)
    page.get_by_role("link", name="延期", exact=True).click()
    page.locator("dialog[open]").wait_for()
    page.select_option("dialog [name=reason]", label="天气")


def upload(file: Path) -> Prepare:
    """A roster on its way in, being checked."""

    def prepare(page: Page) -> None:
        page.goto("/imports/roster/new/")
        page.set_input_files("input[type=file]", file)
        page.get_by_role("button", name="上传并核对").click()
        page.get_by_text("到这一步为止").wait_for()

    return prepare


def to_columns(file: Path) -> Prepare:
    """Which column is what."""

    def prepare(page: Page) -> None:
        upload(file)(page)
        page.get_by_role("link", name="回到认列").click()
        page.get_by_text("哪一列是什么").wait_for()

    return prepare


def open_changes(page: Page) -> None:
    """What an entry of the trail changed."""
    page.locator("tbody details summary").first.click()


def to_paragraph(words: str) -> Prepare:
    """The summary's paragraph with those words in the middle of the screen."""

    def prepare(page: Page) -> None:
        words_of = page.locator("#paper .words", has_text=words).first
        words_of.evaluate("element => element.scrollIntoView({ block: 'center' })")

    return prepare


def type_claims(page: Page) -> None:
    """A figure typed by hand and a claim that no record carries; the paragraph is saved when it is left."""
    words = page.locator("#paper .words", has_text="主人翁意识").first
    words.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(TYPED)
    page.keyboard.press("Control+s")
    page.locator("#remarks").get_by_text("一致好评").first.wait_for()
    page.evaluate("document.activeElement.blur()")
    page.locator("#paper .words", has_text=TYPED[:6]).first.evaluate("it => it.scrollIntoView({ block: 'center' })")
    page.locator("#remarks").evaluate("it => it.scrollIntoView({ block: 'end' })")


def check(paper: Path) -> Prepare:
    """The finished document, read back."""

    def prepare(page: Page) -> None:
        paper.write_bytes(page.request.get(f"{SUMMARY}paper.docx").body())
        page.set_input_files("input[type=file]", paper)
        page.get_by_role("button", name="核对文件").click()
        page.get_by_text(paper.name).wait_for()

    return prepare
