"""A round's goods and money: accepted by the office and by a link, settled, told to everybody."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.collecting.queries import receipts
from tongxin.core.refusals import Refused
from tongxin.goods.tests import making as goods
from tongxin.partners.actions import make_link
from tongxin.purchases import actions, panels
from tongxin.purchases.models import Acceptance, Purchase, Settlement
from tongxin.purchases.partner import KEY
from tongxin.purchases.queries.money import money_of
from tongxin.purchases.tests.making import DAY, line, pack_of, round_of
from tongxin.purchases.tests.test_ledger import refused
from tongxin.welfare.actions import drop_pack
from tongxin.welfare.models import Round

TODAY = date(2020, 10, 20)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


@pytest.fixture
def given(monkeypatch):
    """Three packs of A were given out."""
    monkeypatch.setattr(
        "tongxin.purchases.queries.money.given_by_pack", lambda round: {pack.pk: 3 for pack in round.packs.all()}
    )


def words(answer):
    return answer.content.decode()


def bought(cast, round, count=4, fen=67200, payer="union", **more):
    pack = round.packs.first() or pack_of(cast, round, scope=goods.scope(cast))
    call = {
        "actor": cast.actor("office"),
        "now": NOW,
        "pack": pack,
        "on": DAY,
        "supplier": pack.items.first().product.supplier,
    }
    actions.buy_pack(count=count, fen=fen, payer=payer, **call, **more)
    return pack


def test_goods_are_accepted_in_loads(cast):
    round = round_of(cast)
    pack = bought(cast, round)
    office = cast.actor("office")
    actions.accept(actor=office, now=NOW, pack=pack, on=TODAY, came=3, bad=1, words="压坏一盒")
    last = actions.accept(actor=office, now=NOW, pack=pack, on=TODAY, came=1)
    found = money_of(round).packs[0]
    assert (found.bought, found.came, found.bad, found.given, found.left) == (4, 4, 1, 0, 3)
    for more, code in (
        ({"came": 0}, "purchases.nothing_came"), ({"came": 1, "bad": 2}, "purchases.more_bad"),
        ({"came": 1, "on": date(2020, 10, 21)}, "purchases.future"),
    ):  # fmt: skip
        refused(code, actions.accept, **{"actor": office, "pack": pack, "on": TODAY, **more})
    refused("purchases.no_reason", actions.withdraw_acceptance, actor=office, acceptance=last, reason="")
    actions.withdraw_acceptance(actor=office, now=NOW, acceptance=last, reason="记重了")
    assert Acceptance.objects.count() == 1
    for who in ("audit", "branch", "member", "outsider"):
        refused("access.no_right", actions.accept, actor=cast.actor(who), pack=pack, on=TODAY, came=1)


def test_logistics_accepts_by_its_link_and_may_answer_again(cast):
    round = round_of(cast)
    pack = bought(cast, round)
    _link, path = make_link(
        actor=cast.actor("office"), now=NOW, unit=cast.units["security"], purpose=KEY, thing_id=round.pk
    )
    client = cast.client(None)
    page = words(client.get(path))
    assert "A 山货" in page and "翠兰绿茶×2" in page and "672" not in page and "张三" not in page
    sent = {"on": "2020-10-20", f"came_{pack.pk}": "4", f"bad_{pack.pk}": "5", "words": "压坏", "who": "老吴"}
    assert client.post(path, sent).status_code == 422 and not Acceptance.objects.exists()
    assert client.post(path, {**sent, f"bad_{pack.pk}": "1"}).status_code == 302
    assert client.post(path, {**sent, f"bad_{pack.pk}": "0", f"came_{pack.pk}": "3"}).status_code == 302
    said = Acceptance.objects.get()
    assert (said.came, said.bad) == (3, 0) and "老吴" in said.by and "保卫处" in said.by
    assert Entry.objects.filter(act="purchases.accept_by_link").count() == 2
    Round.objects.update(state="cancelled")
    assert client.get(path).status_code == 410


def test_a_second_link_takes_the_place_of_the_first_and_shows_what_the_office_noted(cast):
    round = round_of(cast)
    pack = bought(cast, round)
    office = cast.actor("office")
    links = [
        make_link(actor=office, now=NOW, unit=cast.units[unit], purpose=KEY, thing_id=round.pk)[1] for unit in ("security", "hr")
    ]  # fmt: skip
    client = cast.client(None)
    assert "已经记了" not in words(client.get(links[0]))
    sent = {"on": "2020-10-19", f"came_{pack.pk}": "4", f"bad_{pack.pk}": "1", "words": "压坏", "who": "老吴"}
    assert client.post(links[0], sent).status_code == 302
    form = client.get(links[1]).context["form"]
    kept = [form[name].value() for name in (f"came_{pack.pk}", f"bad_{pack.pk}", "words")]
    assert kept == [4, 1, "压坏"] and form["on"].value() == date(2020, 10, 19)
    assert client.post(links[1], {**sent, f"came_{pack.pk}": "3", f"bad_{pack.pk}": "0"}).status_code == 302
    said = Acceptance.objects.get()
    assert (said.came, said.bad) == (3, 0) and "人力资源处" in said.by
    assert Entry.objects.filter(act="purchases.accept_by_link").order_by("pk").last().before["packs"][0]["came"] == 4
    actions.accept(actor=office, now=NOW, pack=pack, on=TODAY, came=2, bad=1)
    assert "工会已经记了到2份，坏1份" in words(client.get(links[0]))
    assert client.post(links[0], sent).status_code == 302
    assert [(each.came, each.link is None) for each in Acceptance.objects.order_by("pk")] == [(2, True), (4, False)]


def test_a_round_is_settled_once_and_frozen(cast, given):
    round = round_of(cast, state="closed")
    office = cast.actor("office")
    pack = pack_of(cast, round, scope=goods.scope(cast))
    refused("purchases.nothing_bought", actions.settle, actor=office, round=round)
    bought(cast, round, count=4, fen=60000)
    bought(cast, round, count=1, fen=16800, payer="school")
    money = money_of(round)
    assert (money.spent, money.allowed, money.bought, money.given, money.left, money.per_head) == (
        76800,
        90000,
        5,
        3,
        2,
        Fraction(25600),
    )
    assert [(each.payer, each.allowed, each.spent, each.over) for each in money.payers] == [
        ("union", 60000, 60000, 0), ("school", 30000, 16800, 0),
    ]  # fmt: skip
    assert refused("purchases.left_open", actions.settle, actor=office, round=round).facts["left"] == 2
    for who in ("audit", "branch", "member", "outsider"):
        refused("access.no_right", actions.settle, actor=cast.actor(who), round=round, left_words="留着")
    actions.settle(actor=office, now=NOW, round=round, left_words="慰问困难职工")
    refused("purchases.settled_already", actions.settle, actor=office, round=round, left_words="留着")
    call = {"actor": office, "unit": cast.union, "on": DAY, "supplier": money.lines[0].supplier, "fen": 1, "what": "茶"}
    refused("purchases.settled", actions.add_line, **call, payer="union", round=round)
    refused("purchases.settled", actions.accept, actor=office, pack=pack, on=TODAY, came=1)
    first = round.purchases.select_related("unit", "round__unit", "round__settlement", "pack", "supplier").first()
    del call["unit"]
    actions.rewrite(now=NOW, line=first, reason="少了一分", **{**call, "fen": first.fen - 1, "payer": "union"})
    assert money_of(round).since == -1 and Settlement.objects.get().spent_fen == 76800
    stood = money_of(round).as_settled
    assert stood.spent == 76800 and [each.spent for each in stood.payers] == [60000, 16800] and stood.bought == 5


@pytest.mark.parametrize("state", ["approved", "choosing", "handing"])
def test_nothing_is_settled_before_the_round_is_closed(cast, given, state):
    round = round_of(cast, state=state)
    pack_of(cast, round)
    bought(cast, round, count=3, fen=50400)
    refused("purchases.not_closed", actions.settle, actor=cast.actor("office"), round=round)
    assert not panels.desk(cast.actor("office"), round, NOW).settles
    assert "/settlement/" not in words(cast.client("office").get(f"/purchases/rounds/{round.pk}/"))


def test_the_paper_of_a_settled_round_prints_what_was_settled_and_what_came_since(cast, given, monkeypatch):
    round = round_of(cast, state="closed")
    pack = bought(cast, round, count=3, fen=50400)
    office, client = cast.actor("office"), cast.client("office")
    actions.settle(actor=office, now=NOW, round=round)
    papers = (f"/purchases/rounds/{round.pk}/settlement.docx", f"/purchases/rounds/{round.pk}/settlement.xlsx")

    def told():
        paper = Document(BytesIO(b"".join(client.get(papers[0]).streaming_content)))
        book = CalamineWorkbook.from_filelike(BytesIO(b"".join(client.get(papers[1]).streaming_content)))
        cells = [[[cell.text for cell in row.cells] for row in table.rows] for table in paper.tables]
        return (
            "\n".join(each.text for each in paper.paragraphs),
            cells,
            [book.get_sheet_by_index(n).to_python() for n in (0, 1)],
        )

    first, tables, sheets = told()
    assert "结算以后" not in first
    gone = Purchase.objects.select_related("unit").first()
    actions.take_back(actor=office, now=NOW, line=gone, reason="退货")
    monkeypatch.setattr("tongxin.purchases.queries.money.given_by_pack", lambda round: {pack.pk: 2})
    money = money_of(round)
    assert (money.since, money.given_since, [each.corrects for each in money.later]) == (-gone.fen, -1, [gone])
    later, same, changed = told()
    assert same == tables and "人民币伍佰零肆元整" in later
    rest = 50400 - gone.fen
    sums = f"结算以后冲账-{gone.fen // 100}.{gone.fen % 100:02}元，冲账后合计{rest // 100}.{rest % 100:02}元。"
    assert f"{sums}结算以后发放-1份，现共发放2份。" in later
    assert [sheet[:-1] for sheet in changed] == sheets
    assert changed[0][-1] == ["结算以后冲账", "", "", -gone.fen / 100] and changed[1][-1][4] == -1
    page = words(client.get(f"/purchases/rounds/{round.pk}/"))
    assert "结算以后冲过账" in page and "结算时发了3份，现在是2份" in page


def test_the_page_leads_through_buying_accepting_settling(cast, given):
    round = round_of(cast, state="closed")
    pack = pack_of(cast, round, scope=goods.scope(cast))
    office = cast.client("office")
    assert "还没有记采购" in words(office.get(f"/purchases/rounds/{round.pk}/"))
    page = office.get(f"/purchases/rounds/{round.pk}/packs/{pack.pk}/buying/")
    assert page.context["form"]["price"].value() == "168"
    sent = {
        "on": "2020-09-20",
        "supplier": pack.items.first().product.supplier_id,
        "count": "3",
        "price": "¥168",
        "payer": "union",
    }
    wrong = office.post(f"/purchases/rounds/{round.pk}/packs/{pack.pk}/buying/", {**sent, "price": "168.005"})
    assert wrong.status_code == 422 and "最多写到分" in words(wrong) and "168.005" in words(wrong)
    assert office.post(f"/purchases/rounds/{round.pk}/packs/{pack.pk}/buying/", sent).status_code == 302
    assert (
        office.post(
            f"/purchases/rounds/{round.pk}/packs/{pack.pk}/acceptance/", {"on": "2020-09-25", "came": "3", "bad": "0"}
        ).status_code
        == 302
    )
    assert "504元" in words(office.get(f"/purchases/rounds/{round.pk}/"))
    assert office.post(f"/purchases/rounds/{round.pk}/settlement/", {}).status_code == 302
    assert "结算了" in words(office.get(f"/purchases/rounds/{round.pk}/"))
    paper = Document(BytesIO(b"".join(office.get(f"/purchases/rounds/{round.pk}/settlement.docx").streaming_content)))
    said = "\n".join(each.text for each in paper.paragraphs)
    assert "“中秋福利”采购结算表" in said and "人民币伍佰零肆元整" in said
    assert office.get(f"/purchases/rounds/{round.pk}/settlement.xlsx").status_code == 200
    other = round_of(cast)
    assert office.get(f"/purchases/rounds/{other.pk}/packs/{pack.pk}/buying/").status_code == 404


def test_the_panels_say_all_to_the_office_and_the_goods_to_everybody(cast, given):
    round = round_of(cast, state="handing")
    assert panels.home(cast.actor("member"), round, NOW) is None
    bought(cast, round, count=3, fen=50400)
    gone = line(cast, round=round, what="记错的", fen=100)
    actions.take_back(actor=cast.actor("office"), now=NOW, line=gone, reason="错")
    seen = panels.home(cast.actor("member"), round, NOW)
    assert [(each.what, each.origin, each.fen) for each in seen.goods] == [
        ("A 翠兰绿茶", "安徽岳西县来榜镇", 27000), ("A 香菇", "安徽金寨县", 23400),
    ]  # fmt: skip
    assert seen.origins == (("安徽岳西县", 27000), ("安徽金寨县", 23400))
    assert seen.per_head == 16800 and seen.payers == (("工会经费", 50400),)
    assert panels.desk(cast.actor("member"), round, NOW) is None
    desk = panels.desk(cast.actor("office"), round, NOW)
    assert desk.buys and not desk.settles and not panels.desk(cast.actor("audit"), round, NOW).buys
    Round.objects.filter(pk=round.pk).update(state="choosing")
    round.refresh_from_db()
    assert panels.home(cast.actor("member"), round, NOW) is None


def test_given_packs_are_those_of_the_receipts():
    assert money_of.__globals__["given_by_pack"] is receipts.given_by_pack


def test_a_pack_that_was_bought_is_not_taken_out_again(cast):
    round = round_of(cast, state="draft")
    pack = pack_of(cast, round)
    line(cast, round=round_in(round, "approved"), pack=pack)
    round_in(round, "draft")
    with pytest.raises(Refused) as no:
        drop_pack(actor=cast.actor("office"), now=NOW, pack=pack)
    assert (no.value.code, round.packs.count()) == ("welfare.pack_in_use", 1)


def round_in(round, state):
    """The same round in that state."""
    round.state = state
    round.save(update_fields=["state"])
    return round
