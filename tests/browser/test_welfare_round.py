"""One welfare round from the question what people would like to the page that everybody reads, walked by four people: the office,
human resources (without an account), a member, a branch's chair; and the union's chair, who approves. On a phone, at a desk, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cast import NOW, Cast
from tests.support.walking import NAMES, SHAPES, Walk, walking
from tongxin.collecting import actions as collecting
from tongxin.collecting.models import Receipt
from tongxin.demo.when import moment
from tongxin.goods.tests.making import product, supplier
from tongxin.places.models import Place
from tongxin.places.tests.making import people_of
from tongxin.welfare.actions.answer_poll import answer_poll
from tongxin.welfare.actions.give_rating import give_rating
from tongxin.welfare.models import Box, Entitled, Poll, Round
from tongxin.welfare.queries.entitled import entitled_of

TITLE = "元旦福利礼包"
AFTER_POLL, DAY_OF_LIST, CHOSEN = moment(2020, 11, 2, 9), moment(2020, 11, 3, 9), moment(2020, 11, 20, 9)
GIVEN, OVER = moment(2020, 12, 30, 10), moment(2021, 1, 6, 16)


class Giving(Walk):
    """One round's life."""

    others: list[str]

    @property
    def round(self) -> Round:
        """It, as it stands now."""
        return Round.objects.select_related("unit").get(title=TITLE)

    def act(self, page: Page, *, fill: dict[str, str] | None = None, link: Any = None) -> None:
        """The one next step: its link, what it asks, its button; in a dialog or on a page of its own."""
        (link or page.locator(".next .btn.main")).first.click()
        asked = page.locator("dialog[open] form" if self.scripts else "main form").last
        expect(asked).to_be_visible()
        self.look(page)
        for name, value in (fill or {}).items():
            asked.locator(f"[name={name}]").fill(value)
        asked.locator("button.main, button.bad").last.click()


@pytest.fixture(params=SHAPES, ids=NAMES)
def giving(
    request: pytest.FixtureRequest, chromium: Browser, live_server: Any, cast: Cast, sign_in: Callable[..., None]
) -> Iterator[Giving]:
    """It is 20 October 2020; two suppliers have a product each."""
    with walking(Giving, request.param, chromium, live_server.url, cast, sign_in) as walk:
        walk.others = people_of(cast, 6)
        tea, rice = supplier(cast, "岳西来榜茶叶合作社"), supplier(cast, "寿县粮油部")
        product(cast, tea, "翠兰绿茶", price_fen=12_000)
        product(cast, rice, "大米", price_fen=9_000, county="340422", village="")
        supplier(cast, "金寨山货公司")
        yield walk


def test_a_round_goes_from_the_question_to_the_public_page(giving: Giving) -> None:
    begun(giving)
    polled(giving)
    giving.later(AFTER_POLL)
    put_together(giving)
    listed(giving)
    confirmed_by_hr(giving)
    approved(giving)
    opened(giving)
    chosen(giving)
    giving.later(CHOSEN)
    handing(giving)
    giving.later(GIVEN)
    handed_out_by_the_branch(giving)
    giving.later(OVER)
    closed(giving)
    read_by_everybody(giving)


def begun(giving: Giving) -> None:
    """A name, a day, what each gets at most."""
    with giving.as_("office", in_office=True) as page:
        page.goto("/welfare/new/?festival=元旦")
        giving.look(page)
        page.locator("[name=title]").fill(TITLE)
        page.locator("[name=gives_on]").fill("2020-12-31")
        page.get_by_role("button", name="建好，接着配礼包").click()
        expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
        giving.look(page)
        page.locator(".next .btn.main").click()
        page.locator("[name=pays_union]").fill("¥200")
        page.locator("[name=contact]").fill("周敏")
        page.locator("[name=donates_to]").fill("敬老院")
        page.get_by_role("button", name="存好").click()
        giving.look(page)
    assert giving.round.shares.get().fen == 20_000


def polled(giving: Giving) -> None:
    """The office asks, a member ticks, five others too; afterwards everybody sees what is wanted."""
    with giving.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/poll/edit/")
        page.locator("[name=question]").fill("元旦你想要什么？")
        page.locator("[name=options]").fill("茶叶\n粮油\n水果")
        page.locator("[name=most]").fill("2")
        page.locator("[name=opens_at]").fill("2020-10-20T14:00")
        page.locator("[name=closes_at]").fill("2020-10-30T18:00")
        giving.look(page)
        page.get_by_role("button", name="发出征集").click()
        expect(page.get_by_text("发出去了").first).to_be_visible()
    with giving.as_("member") as page:
        page.goto("/welfare/")
        giving.look(page)
        page.goto(f"/welfare/{giving.round.pk}/poll/")
        page.get_by_label("茶叶").check(force=True)
        page.get_by_label("粮油").check(force=True)
        giving.look(page)
        page.get_by_role("button", name="交上去").click()
        expect(page.get_by_text("谢谢，收到了")).to_be_visible()
        giving.look(page)
    poll = Poll.objects.get(round=giving.round)
    tea = poll.options.get(label="茶叶")
    for name in giving.others[:5]:
        actor = giving.cast.actor(name, in_office=False)
        answer_poll(actor=actor, now=NOW + timedelta(hours=1), poll=poll, options=[tea.pk], wish="能选就好")
    assert Poll.objects.get().shown == 5


def put_together(giving: Giving) -> None:
    """Two packs at today's prices, within what each gets; quotations of three, the lowest taken."""
    with giving.as_("office", in_office=True) as page:
        pack(giving, page, "A 茶叶包", "翠兰绿茶", default=True)
        pack(giving, page, "B 大米包", "大米", stock="3")
        for letter, price in (("A", "120"), ("B", "90")):
            page.goto(f"/welfare/{giving.round.pk}/")
            page.get_by_role("link", name=f"记{letter}的报价").first.click()
            for row, fen in enumerate((price, "130", "140.50")):
                page.locator(f"[name=supplier_{row}]").select_option(index=row + 1)
                page.locator(f"[name=fen_{row}]").fill(fen)
            page.locator("[name=chosen]").first.check(force=True)
            giving.look(page)
            page.get_by_role("button", name="存好").click()
            expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
        giving.look(page)
    assert [pack.price_fen for pack in giving.round.packs.order_by("letter")] == [12_000, 9_000]


def pack(giving: Giving, page: Page, name: str, what: str, *, stock: str = "", default: bool = False) -> None:
    """One pack with one product."""
    page.goto(f"/welfare/{giving.round.pk}/packs/new/")
    letter, _space, called = name.partition(" ")
    page.locator("[name=letter]").fill(letter)
    page.locator("[name=name]").fill(called)
    option = page.locator("[name=product_0] option").filter(has_text=what)
    page.locator("[name=product_0]").select_option(option.get_attribute("value"))
    page.locator("[name=stock]").fill(stock)
    page.locator("[name=is_default]").set_checked(default, force=True)
    giving.look(page)
    page.get_by_role("button", name="存好").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()


def listed(giving: Giving) -> None:
    """The list of the day."""
    giving.later(DAY_OF_LIST)
    with giving.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.act(page)
        expect(page.get_by_text("张三").first).to_be_visible()
        giving.look(page)
    assert entitled_of(giving.round).count() > len(giving.others)


def confirmed_by_hr(giving: Giving) -> None:
    """HR gets a link, remarks one person, is done; the office strikes that person."""
    left = giving.cast.people[giving.others[5]].name
    with giving.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/")
        page.locator(".next .btn.main").click()
        page.locator("[name=unit]").select_option(label="人力资源处")
        giving.look(page)
        page.get_by_role("button", name="做一个链接").click()
        address = page.locator("input#link").input_value()
        giving.look(page)
    with giving.browse() as page:
        page.goto(address)
        expect(page.get_by_text("人力资源处").first).to_be_visible()
        giving.look(page)
        page.get_by_label(left, exact=False).first.fill("已离职")
        page.locator("[name=who]").fill("丁磊")
        page.get_by_role("button", name="全部核对完了").click()
        expect(page.get_by_text("已经核对完了").first).to_be_visible()
        giving.look(page)
    with giving.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/people/remarks/")
        expect(page.get_by_text("已离职")).to_be_visible()
        giving.look(page)
        row = Entitled.objects.get(round=giving.round, remark="已离职")
        page.goto(f"/welfare/{giving.round.pk}/people/remarks/{row.pk}/")
        giving.look(page)
        page.get_by_label("去掉").first.check(force=True)
        page.locator("main form button").last.click()
    assert Entitled.objects.get(pk=row.pk).struck_at is not None


def approved(giving: Giving) -> None:
    """Handed in by the office, approved by the chair."""
    with giving.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.act(page)
        expect(page.get_by_text("送审了").first).to_be_visible()
    with giving.as_("chair", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.look(page)
        giving.act(page)
        expect(page.get_by_text("批准了").first).to_be_visible()
    assert giving.round.state == "approved"


def opened(giving: Giving) -> None:
    """Everybody may choose until the fifteenth."""
    with giving.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.act(page, fill={"choose_until": "2020-11-15T18:00"})
        expect(page.get_by_text("开放了").first).to_be_visible()
        giving.look(page)


def chosen(giving: Giving) -> None:
    """One tap; another mind, another tap."""
    with giving.as_("member") as page:
        page.goto("/welfare/")
        giving.look(page)
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.look(page)
        page.get_by_role("button", name=re.compile("^选这个 B")).click()
        expect(page.get_by_text("选的是这个")).to_be_visible()
        page.get_by_role("button", name=re.compile("改选这个 A")).click()
        expect(page.get_by_text(re.compile("你选了A"))).to_be_visible()
        page.get_by_role("button", name=re.compile("改选这个 B")).click()
        expect(page.get_by_text(re.compile("你选了B"))).to_be_visible()
        giving.look(page)
    live = Place.objects.filter(person=giving.cast.people["member"], state="held")
    assert [place.pool.pack.letter for place in live.select_related("pool__pack")] == ["B"]


def handing(giving: Giving) -> None:
    """Choosing ends, who chose nothing has A; a pick-up point; packs are handed out from now on."""
    with giving.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.act(page)
        expect(page.get_by_text("截止了").first).to_be_visible()
        giving.look(page)
        office = giving.cast.actor("office")
        collecting.add_point(actor=office, now=CHOSEN, round=giving.round, name="工会活动室", place="行政楼一楼")
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.act(page)
        expect(page.get_by_text("开始发了").first).to_be_visible()
    assert giving.round.state == "handing"


def handed_out_by_the_branch(giving: Giving) -> None:
    """The member shows the code, the branch's chair types its digits; the others are ticked off the list; one never comes."""
    with giving.as_("member") as page:
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.look(page)
        page.get_by_role("link", name="出示我的码").click()
        digits = page.locator(".pass .code").inner_text()
        giving.look(page)
    with giving.as_("branch", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/door/")
        giving.look(page)
        page.goto(f"/welfare/{giving.round.pk}/door/scan/")
        page.locator("[name=code]").fill(digits)
        page.locator("#typed button").click()
        expect(page.locator(".answer").get_by_text("张三").first).to_be_visible()
        giving.look(page)
        page.goto(f"/welfare/{giving.round.pk}/door/list/")
        giving.look(page)
    assert Receipt.objects.get().pack.letter == "B"
    office = giving.cast.actor("office")
    rest = [row.pk for row in entitled_of(giving.round) if row.person != giving.cast.people["librarian"]]
    collecting.take_paper(actor=office, now=GIVEN, round=giving.round, lines=rest)


def closed(giving: Giving) -> None:
    """Something was broken and is answered; why one never came; all is done."""
    with giving.as_("member") as page:
        page.goto(f"/welfare/{giving.round.pk}/complaint/")
        page.locator("[name=kind]").first.check(force=True)
        page.locator("[name=words]").fill("袋子破了，撒了一半。")
        giving.look(page)
        page.get_by_role("button", name="告诉办公室").click()
        expect(page.get_by_text("在办")).to_be_visible()
    with giving.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{giving.round.pk}/complaints/")
        giving.look(page)
        answered(giving, page)
        page.goto(f"/welfare/{giving.round.pk}/door/rest/")
        giving.look(page)
        giving.act(page, link=page.get_by_role("link", name="写一句"), fill={"words": "李四出国了，回来补领。"})
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.act(page)
        expect(page.get_by_text("办结了").first).to_be_visible()
        giving.look(page)
    assert giving.round.state == "closed"


def answered(giving: Giving, page: Page) -> None:
    """Exchanged; everybody may read it."""
    page.get_by_role("link", name="答复").click()
    asked = page.locator("dialog[open] form" if giving.scripts else "main form").last
    asked.get_by_label("换了").check(force=True)
    asked.locator("[name=answer]").fill("换了一袋，供应商改了包装。")
    asked.locator("[name=public]").check(force=True)
    asked.locator("button.main").last.click()
    expect(page.get_by_text("供应商改了包装").first).to_be_visible()


def read_by_everybody(giving: Giving) -> None:
    """Five have tapped; the page says what was given, to how many, how it was, and what became of the complaint."""
    for name in giving.others[:5]:
        give_rating(
            actor=giving.cast.actor(name, in_office=False),
            now=OVER + timedelta(hours=2),
            round=giving.round,
            rating="good",
        )
    with giving.as_("member") as page:
        page.goto(f"/welfare/{giving.round.pk}/")
        giving.look(page)
        page.get_by_role("button", name="满意", exact=True).click()
        page.goto(f"/welfare/{giving.round.pk}/")
        for words in ("这一次", "大家都看得到", "供应商改了包装"):
            expect(page.get_by_text(words).first).to_be_visible()
        giving.look(page)
    assert Box.objects.get().counted.good == 6
