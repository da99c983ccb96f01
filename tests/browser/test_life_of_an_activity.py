"""The whole life of one activity, from last year's copy to its bulletin, as the office and its members live it: on a phone, at
a desk, and once without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cast import NOW, Cast
from tests.support.walking import NAMES, SHAPES, Walk, walking
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import category
from tongxin.attendance.models import Attendance
from tongxin.core.papers import read_docx
from tongxin.demo.when import moment
from tongxin.places.models import Place
from tongxin.places.tests.making import people_of
from tongxin.signups import actions as signups
from tongxin.signups.models import Slot

TITLE = "重阳节登高"
LAST_YEAR = date(2019, 10, 27)
CAPACITY = 6
IN_THE_MORNING, AT_NOON, IN_THE_EVENING = moment(2020, 10, 25, 8), moment(2020, 10, 25, 12), moment(2020, 10, 25, 20)


class Life(Walk):
    """One activity's life."""

    @property
    def activity(self) -> Activity:
        """This year's."""
        return Activity.objects.get(title=TITLE, year=2020)

    @property
    def slot(self) -> Slot:
        """What people sign up for."""
        return Slot.objects.select_related("pool__unit", "activity__unit").get(activity=self.activity)

    def state(self, name: str) -> str:
        """What stands in the book for somebody."""
        return Place.objects.filter(person=self.cast.people[name]).latest("number").state


@pytest.fixture(params=SHAPES, ids=NAMES)
def life(
    request: pytest.FixtureRequest, chromium: Browser, live_server: Any, cast: Cast, sign_in: Callable[..., None]
) -> Iterator[Life]:
    """It is 20 October 2020; the walk of 2019 is in the books."""
    with walking(Life, request.param, chromium, live_server.url, cast, sign_in) as walk:
        held_last_year(cast)
        yield walk


def held_last_year(cast: Cast) -> None:
    """Six places, first come, first served."""
    then, office = moment(2019, 10, 10), cast.actor("office")
    walk = activities.add_activity(
        actor=office, now=then, unit=cast.union, year=2019, category=category(), title=TITLE, planned_on=LAST_YEAR,
        place="赭山公园北门", about="走走停停，约两小时。",
    )  # fmt: skip
    signups.offer(actor=office, now=then, activity=walk, capacity=CAPACITY)
    over = {"held_on": LAST_YEAR, "persons": 5, "person_times": 5}
    activities.finish(actor=office, now=moment(2019, 10, 28), activity=walk, **over)


def test_an_activity_lives_from_last_years_copy_to_its_bulletin(life, tmp_path):
    started_after_last_years(life)
    signed_up_with_two_taps(life)
    others = others_sign_up(life)
    one_waits_and_moves_up(life)
    life.later(IN_THE_MORNING)
    came(life, others)
    life.later(AT_NOON)
    finished(life)
    life.later(IN_THE_EVENING)
    rated(life)
    papers(life, tmp_path)


def started_after_last_years(life: Life) -> None:
    """Nothing has to be typed: title, day, place and number are known."""
    with life.as_("office", in_office=True) as page:
        page.goto("/activities/start/")
        life.look(page)
        page.get_by_role("link", name=TITLE).click()
        expect(page.locator("[name=title]")).to_have_value(TITLE)
        expect(page.locator("[name=day]")).to_have_value("2020-10-25")
        life.look(page)
        page.locator("[name=at]").fill("08:30")
        page.get_by_role("button", name="发布活动").click()
        expect(page.get_by_text("通知已经发给能来的人")).to_be_visible()
        life.look(page)
    assert (life.activity.state, life.slot.pool.capacity) == ("published", CAPACITY)


def signed_up_with_two_taps(life: Life) -> None:
    """The notice leads to the activity; from the link two taps lead to a place and its pass."""
    with life.as_("member") as page:
        page.goto("/notices/")
        expect(page.get_by_role("link", name=re.compile(f"来参加：{TITLE}"))).to_be_visible()
        page.goto("/")
        page.get_by_role("link", name=TITLE).first.click()
        life.look(page)
        page.get_by_role("button", name="报名", exact=True).click()
        expect(page.get_by_text(re.compile("^报上了"))).to_be_visible()
        expect(page.locator(".pass .code")).to_be_visible()
        life.look(page)
        page.goto("/my/places/")
        expect(page.get_by_text(TITLE).first).to_be_visible()
        life.look(page)
    assert life.state("member") == "held"


def others_sign_up(life: Life) -> list[str]:
    """Four colleagues and the branch's chair: the six places are gone."""
    others = people_of(life.cast, CAPACITY - 2)
    for name in (*others, "branch"):
        actor = life.cast.actor(name, in_office=False)
        signups.sign_up(actor=actor, now=NOW, slot=life.slot)
    assert life.slot.pool.free == 0
    return others


def one_waits_and_moves_up(life: Life) -> None:
    """The librarian waits; the chair gives the place back; the librarian has it and is told."""
    with life.as_("librarian") as waiting:
        waiting.goto(f"/activities/{life.activity.pk}/")
        waiting.get_by_role("button", name="排候补").click()
        expect(waiting.get_by_text("候补第1位")).to_be_visible()
        life.look(waiting)
        with life.as_("branch") as leaving:
            leaving.goto(f"/activities/{life.activity.pk}/")
            leaving.get_by_role("link", name="不去了，退出").click()
            leaving.get_by_role("button", name="退出", exact=True).click()
            expect(leaving.get_by_text("退出了，名额让给下一位")).to_be_visible()
        waiting.goto("/notices/")
        waiting.get_by_role("link", name=re.compile(f"候补转正了：{TITLE}")).click()
        waiting.goto(f"/activities/{life.activity.pk}/")
        expect(waiting.get_by_text(re.compile("^报上了"))).to_be_visible()
    assert (life.state("librarian"), life.state("branch")) == ("held", "withdrawn")


def came(life: Life, others: list[str]) -> None:
    """Four are ticked off the list, the member shows a code; one colleague does not come."""
    door = f"/activities/{life.activity.pk}/check-in/{life.slot.pk}/"
    with life.as_("member") as page:
        page.goto(f"/activities/{life.activity.pk}/pass/")
        digits = page.locator(".pass .code").inner_text()
    with life.as_("office", in_office=True) as page:
        page.goto(f"/activities/{life.activity.pk}/slots/{life.slot.pk}/list/")
        life.look(page)
        page.goto(door)
        page.get_by_role("button", name="开始签到").click()
        life.look(page)
        page.goto(f"{door}list/")
        for name in ("librarian", *others[:3]):
            person = life.cast.people[name].name
            page.get_by_role("button", name=f"{person}到了").click()
            expect(page.get_by_text(f"{person}签到了")).to_be_visible()
        life.look(page)
        page.goto(f"{door}scan/")
        page.get_by_label("会员报的数字").fill(digits)
        page.get_by_role("button", name="记签到").click()
        expect(page.locator("#answer")).to_contain_text("张三")
        page.goto(door)
        page.get_by_role("link", name="结束签到").click()
        page.get_by_role("button", name="结束签到").click()
        expect(page.get_by_text("签到已结束")).to_be_visible()
    assert Attendance.objects.filter(slot=life.slot).count() == 5


def finished(life: Life) -> None:
    """How many came is known from the check-in."""
    with life.as_("office", in_office=True) as page:
        page.goto(f"/activities/{life.activity.pk}/outcome/")
        expect(page.locator("[name=persons]")).to_have_value("5")
        page.locator("[name=outcome]").fill("登上赭山，秋色正好。")
        page.get_by_role("button", name="记下开展情况").click()
        expect(page.get_by_text("已记下")).to_be_visible()
        life.look(page)
    assert (life.activity.state, life.activity.persons) == ("done", 5)


def rated(life: Life) -> None:
    """Five tap once; from the fifth on the office sees it."""
    with life.as_("member") as page:
        page.goto(f"/activities/{life.activity.pk}/")
        life.look(page)
        page.get_by_role("button", name="满意", exact=True).click()
        expect(page.get_by_text("谢谢，收到了").first).to_be_visible()
        life.look(page)
        page.goto(f"/activities/{life.activity.pk}/")
        expect(page.get_by_role("button", name="满意", exact=True)).to_have_count(0)
    assert life.activity.box.counted.total == 1


def papers(life: Life, folder: Path) -> None:
    """What it cost is written down; then the office takes sheet, settlement and bulletin, and everything at once."""
    with life.as_("office", in_office=True) as page:
        page.goto(f"/activities/{life.activity.pk}/settlement/")
        for name, words in {"item_0": "矿泉水", "price_0": "2", "count_0": "30"}.items():
            page.locator(f"[name={name}]").fill(words)
        page.get_by_role("button", name="保存决算").click()
        expect(page.get_by_text("60").first).to_be_visible()
        page.goto(f"/activities/{life.activity.pk}/papers/")
        life.look(page)
        assert "张三" in words_of(taken(page, "signin.docx", folder))
        settlement = words_of(taken(page, "settlement.docx", folder))
        assert "矿泉水" in settlement
        assert "60" in settlement
        bulletin = words_of(taken(page, "bulletin.docx", folder))
        assert TITLE in bulletin
        assert "登上赭山，秋色正好" in bulletin
        assert taken(page, "signin.pdf", folder).startswith(b"%PDF")
        assert taken(page, "bundle.zip", folder).startswith(b"PK")


def taken(page: Page, ending: str, folder: Path) -> bytes:
    """A paper, taken by its button."""
    with page.expect_download() as download:
        page.locator(f"a[href$='/{ending}']").click()
    file = folder / ending
    download.value.save_as(file)
    return file.read_bytes()


def words_of(paper: bytes) -> str:
    """All words of a Word file, those in its tables too."""
    found = read_docx(BytesIO(paper))
    return "\n".join(found.paragraphs)
