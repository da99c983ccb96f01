"""Pages of rounds: what the office does there, what branches see, what is refused with what was typed in place."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
import time_machine
from openpyxl import load_workbook

from tests.cast import NOW, TODAY, Cast
from tongxin.audit.models import Entry
from tongxin.core import agenda
from tongxin.core.figures import Scope, figures
from tongxin.core.papers import read_docx
from tongxin.core.periods import Period
from tongxin.core.todos import waiting
from tongxin.partners.actions import make_link
from tongxin.welfare import hooks
from tongxin.welfare.models import Entitled, Round
from tongxin.welfare.tests.making import entitle, make_round
from tongxin.welfare.tests.office import (
    approved,
    choosing,
    drafted,
    fresh,
    handing,
    make_goods,
    ready,
    submitted,
    with_rules,
)  # fmt: skip

pytestmark = pytest.mark.django_db


def said(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_round_is_begun_in_one_form_after_last_years(cast: Cast) -> None:
    drafted(cast, year=2019, title="2019年中秋福利")
    client = cast.client("office")
    page = said(client.get("/welfare/new/?festival=中秋"))
    assert "2019年中秋福利" in page and "照上一次的来" in page
    given = {
        "unit": cast.union.pk, "festival": "中秋", "title": "2020年中秋福利", "year": 2020, "gives_on": "2020-09-25", "who": "members",
        "after": "on",
    }  # fmt: skip
    answer = client.post("/welfare/new/", given)
    made = Round.objects.get(year=2020)
    assert (answer.status_code, answer["Location"]) == (302, f"/welfare/{made.pk}/")
    assert made.packs.count() == 1
    assert client.post("/welfare/new/", given)["Location"] == f"/welfare/{made.pk}/"
    wrong = client.post("/welfare/new/", {**given, "gives_on": "x", "title": "留着我"})
    assert wrong.status_code == 422 and "留着我" in said(wrong)


def test_sums_are_typed_as_people_type_them(cast: Cast) -> None:
    round, client = make_round(cast), cast.client("office")
    given = {
        "title": "中秋",
        "festival": "中秋",
        "year": 2020,
        "gives_on": "2020-09-25",
        "who": "members",
        "pays_union": "¥1,234.50",
    }
    assert client.post(f"/welfare/{round.pk}/edit/", given).status_code == 302
    assert round.shares.get().fen == 123_450
    for typed, why in (("-1", "负数"), ("1.234", "小数点后两位"), ("很多", "看不懂")):
        page = client.post(f"/welfare/{round.pk}/edit/", {**given, "pays_union": typed})
        assert page.status_code == 422 and why in said(page) and typed in said(page)
    assert round.shares.get().fen == 123_450


def test_a_pack_is_put_together_row_by_row(cast: Cast) -> None:
    round, goods, client = make_round(cast), make_goods(cast), cast.client("office")
    url = f"/welfare/{round.pk}/packs/new/"
    given = {"letter": "A", "name": "米油", "product_0": goods["rice"].pk, "count_0": 2, "product_1": goods["oil"].pk}
    more = client.post(url, {**given, "more": "1"})
    assert more.status_code == 200 and not round.packs.exists() and 'value="米油"' in said(more)
    assert client.post(url, given).status_code == 302
    assert round.packs.get().price_fen == 14_000
    wrong = client.post(url, {**given, "letter": "A"})
    assert wrong.status_code == 422 and "代号已经有了" in said(wrong)


def test_quotations_are_written_side_by_side(cast: Cast) -> None:
    round, client = drafted(cast), cast.client("office")
    pack = round.packs.get()
    one, two = (item.product.supplier_id for item in pack.items.all())
    url = f"/welfare/{round.pk}/packs/{pack.pk}/quotes/"
    given = {"supplier_0": one, "fen_0": "99", "supplier_1": two, "fen_1": "98", "chosen": "0"}
    assert "写一句为什么" in said(client.post(url, given))
    assert client.post(url, {**given, "reason": "送货上门"}).status_code == 302
    assert pack.quotes.get(chosen=True).fen == 9900
    gap = client.post(url, {"supplier_0": one, "fen_1": "98"})
    assert gap.status_code == 422 and "写上每份多少元" in said(gap) and "选是哪一家" in said(gap)
    assert "checked" in said(client.get(url))


def test_the_page_names_the_one_thing_to_do_next(cast: Cast) -> None:
    with_rules(cast)
    round, client = make_round(cast), cast.client("office")
    assert "写谁出多少" in said(client.get(f"/welfare/{round.pk}/"))
    handed = submitted(cast, title="送审的")
    assert "是你送审的" not in said(cast.client("chair").get(f"/welfare/{handed.pk}/"))
    page = said(cast.client("chair").get(f"/welfare/{handed.pk}/"))
    assert f"/welfare/{handed.pk}/approval/" in page and "节日慰问每人每年的总额" in page and "安徽省" in page
    assert "换一个人来批" in said(client.get(f"/welfare/{handed.pk}/"))


def test_a_refusal_of_an_act_stands_in_its_form(cast: Cast) -> None:
    round = make_round(cast)
    page = cast.client("office").post(f"/welfare/{round.pk}/submission/", {"words": "请批"})
    assert page.status_code == 422 and "还差" in said(page) and "请批" in said(page)


def test_an_act_that_came_too_late_leads_to_the_round(cast: Cast) -> None:
    round, client = approved(cast), cast.client("chair")
    answer = client.post(f"/welfare/{round.pk}/approval/", follow=True)
    assert answer.redirect_chain and "这一步办不了" in said(answer)
    assert client.get(f"/welfare/{round.pk}/approval/").status_code == 422


def test_a_branch_sees_the_round_and_its_own_people_only(cast: Cast) -> None:
    round = approved(cast)
    page = said(cast.client("branch").get(f"/welfare/{round.pk}/people/"))
    assert "张三" in page and "李四" not in page
    book = load_workbook(
        BytesIO(b"".join(cast.client("branch").get(f"/welfare/{round.pk}/people/export/").streaming_content))
    )
    assert {row[3] for row in list(book.active.values)[1:]} == {"张三", "吴海燕"}
    assert f"/welfare/{round.pk}/edit/" not in said(cast.client("branch").get(f"/welfare/{round.pk}/"))


def test_papers_and_quotations_are_for_who_reads_all_of_it_and_on_record(cast: Cast) -> None:
    round, branch, office = approved(cast), cast.client("branch"), cast.client("office")
    base = f"/welfare/{round.pk}/"
    for path in ("papers/application.docx", "packs/export/"):
        assert (branch.get(base + path).status_code, office.get(base + path).status_code) == (404, 200)
        assert path not in said(branch.get(base))
    assert office.get(f"{base}people/export/").status_code == branch.get(f"{base}people/export/").status_code == 200
    kinds = Entry.objects.filter(act="welfare.print").order_by("pk").values_list("after__kind", flat=True)
    assert list(kinds) == ["application", "packs", "people", "people"]


def test_the_list_is_filtered_and_taken_out_on_record(cast: Cast) -> None:
    round, client = ready(cast), cast.client("office")
    url = f"/welfare/{round.pk}/people/"
    assert "李四" not in said(client.get(f"{url}?q=张三"))
    assert "张三" not in said(client.get(f"{url}?unit={cast.units['lib'].pk}"))
    assert "没有这样的人" in said(client.get(f"{url}?kind=struck"))
    assert client.get(f"{url}?kind=nonsense&unit=x&page=99").status_code == 200
    book = load_workbook(BytesIO(b"".join(client.get(f"{url}export/?q=张三").streaming_content)))
    assert [row[3] for row in list(book.active.values)[1:]] == ["张三"]
    assert Entry.objects.filter(act="welfare.print").count() == 1


def test_packs_and_quotations_are_taken_out_together(cast: Cast) -> None:
    round = ready(cast)
    book = load_workbook(
        BytesIO(b"".join(cast.client("office").get(f"/welfare/{round.pk}/packs/export/").streaming_content))
    )
    assert book.sheetnames == ["礼包", "比价"]
    assert [row[7] for row in list(book["礼包"].values)[1:]] == [40, 60, 100]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("application", ("共9人", "每人不超过120元", "1080元", "人民币壹仟零捌拾元整", "人民币壹佰元整", "大米 5kg")),
        ("comparison", ("99.00", "选中", "最低", "第1家")),
        ("minutes", ("会议纪要", "议定事项", "由第1家供货")),
    ],
)
def test_papers_are_printed_from_the_records(cast: Cast, kind: str, words: tuple[str, ...]) -> None:
    round, client = ready(cast), cast.client("office")
    data = b"".join(client.get(f"/welfare/{round.pk}/papers/{kind}.docx").streaming_content)
    assert read_docx(BytesIO(data))
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    text = "".join(part.split("<")[0] for part in xml.split(">"))
    assert [each for each in words if each not in text] == []
    assert b"".join(client.get(f"/welfare/{round.pk}/papers/{kind}.pdf").streaming_content)[:4] == b"%PDF"
    for wrong in (f"{kind}.xlsx", "nothing.docx"):
        assert client.get(f"/welfare/{round.pk}/papers/{wrong}").status_code == 404


@time_machine.travel(NOW, tick=False)
def test_the_partner_goes_through_the_list_page_by_page_and_nothing_is_lost(cast: Cast) -> None:
    round = ready(cast)
    _link, address = make_link(
        actor=cast.actor("office"),
        now=NOW,
        unit=cast.units["hr"],
        purpose="welfare.people",
        thing_id=round.pk,
        days=7,
    )
    client = cast.client(None)
    row = round.entitled.get(person=cast.people["member"])
    page = said(client.get(address))
    assert "张三" in page and row.person.staff_no in page
    assert row.person.phone not in page or not row.person.phone
    unit = f"{address}?unit={cast.units['ee'].pk}"
    answer = client.post(unit, {"who": "丁磊", f"remark_{row.pk}": "已离职"})
    assert answer["Location"].startswith(f"{address}?page=1&unit=")
    assert 'value="已离职"' in said(client.get(unit)) and 'value="丁磊"' in said(client.get(unit))
    client.post(f"{address}?unit={cast.units['lib'].pk}", {"who": "丁磊", "missing": "赵六 图书馆", "done": "1"})
    row.refresh_from_db()
    assert (row.remark, fresh(round).confirmed_by) == ("已离职", "人力资源处（凭链接）丁磊")
    page = said(cast.client("office").get(f"/welfare/{round.pk}/people/remarks/"))
    assert "已离职" in page and "赵六" in page
    Round.objects.filter(pk=round.pk).update(state="closed")
    assert client.get(address).status_code == 410


@time_machine.travel(NOW, tick=False)
def test_two_who_go_through_the_list_at_once_keep_each_others_remarks(cast: Cast) -> None:
    round = ready(cast)
    given = {"unit": cast.units["hr"], "purpose": "welfare.people", "thing_id": round.pk, "days": 7}
    _link, address = make_link(actor=cast.actor("office"), now=NOW, **given)
    client = cast.client(None)
    rows = [round.entitled.get(person=cast.people[name]) for name in ("member", "librarian", "hr")]
    one, two, gone = (f"remark_{row.pk}" for row in rows)
    assert f'name="shown_{rows[0].pk}"' in said(client.get(address))
    page = {"who": "丁磊", two: "", gone: "", **{f"shown_{row.pk}": "" for row in rows}}
    client.post(address, {**page, one: "已离职"})
    client.post(address, {**page, one: "", two: "不在岗"})
    client.post(address, {"who": "丁磊"})
    client.post(f"{address}?unit={cast.units['hr'].pk}", {"who": "丁磊", gone: "外派", f"remark_{10**30}": "x"})

    def kept() -> list[str]:
        return [Entitled.objects.get(pk=row.pk).remark for row in rows]

    assert kept() == ["已离职", "不在岗", "外派"]
    told = client.post(address, {**page, one: "不在岗"})
    assert (told.status_code, "别人写了“已离职”" in said(told)) == (422, True)
    assert kept()[0] == "已离职"
    again = {"who": "丁磊", one: "不在岗", f"shown_{rows[0].pk}": "已离职"}
    assert 'value="已离职"' in said(told) and client.post(address, again).status_code == 302
    assert kept()[0] == "不在岗"
    client.post(address, {"who": "丁磊", one: "", f"shown_{rows[0].pk}": "不在岗"})
    assert kept() == ["", "不在岗", "外派"]


def test_what_waits_is_told_to_who_can_do_it(cast: Cast) -> None:
    round = ready(cast)
    round.entitled.filter(person=cast.people["member"]).update(remark="不在岗")
    make_round(cast, "returned", title="退回的")

    def told(who: str) -> set[str]:
        found = waiting(cast.actor(who), NOW, office=True)
        return {todo.key.rsplit(".", 1)[0] for todo in found if todo.key.startswith("welfare.to_")}

    assert told("office") == {"welfare.to_finish", "welfare.to_settle", "welfare.to_mend"}
    assert told("branch") == told("audit") == set()


def test_the_chair_is_asked_to_approve_what_the_office_handed_in(cast: Cast) -> None:
    submitted(cast)
    keys = {todo.key.rsplit(".", 1)[0] for todo in waiting(cast.actor("chair"), NOW, office=True)}
    assert "welfare.to_decide" in keys
    assert "welfare.to_decide" not in {
        todo.key.rsplit(".", 1)[0] for todo in waiting(cast.actor("office"), NOW, office=True)
    }


def test_the_end_of_choosing_stands_in_the_calendar_of_who_may_choose(cast: Cast) -> None:
    round = choosing(cast)
    assert round.choose_until is not None
    last = round.choose_until.date()
    mine = agenda.entries(agenda.Whose(cast.people["member"].pk), TODAY, last)
    assert [each.uid for each in mine if each.uid.startswith("welfare")] == [f"welfare-choosing-{round.pk}"]
    theirs = agenda.entries(agenda.Whose(cast.people["outsider"].pk), TODAY, last)
    assert not [each for each in theirs if each.uid.startswith("welfare")]


def test_rounds_given_out_in_the_year_are_counted(cast: Cast) -> None:
    handing(cast)
    make_round(cast, "closed", title="春节", unit="ee")
    make_round(cast, "draft", title="x")
    make_round(cast, "cancelled", title="y")
    make_round(cast, "closed", title="去年", year=2019)
    figure = figures.get("welfare.rounds")
    assert figure is not None
    result = figure.compute(Scope(cast.union, Period.of_year(2020)))
    assert (result.value, result.records.count) == (2, 2)
    rows = result.records.rows(cast.actor("office"), 0, 9)
    assert {row.label for row in rows} == {"中秋福利", "春节"} and all(row.url for row in rows)
    assert [row.url for row in result.records.rows(cast.actor("outsider"), 0, 9)] == ["", ""]
    assert figure.compute(Scope(cast.units["ee"], Period.of_year(2020))).value == 1


def test_a_member_sees_no_desk_page_of_it(cast: Cast) -> None:
    round = make_round(cast, "handing")
    entitle(cast, round, "member")
    client = cast.client("member", in_office=False)
    assert client.get(f"/welfare/{round.pk}/").status_code == 200
    for path in ("edit/", "people/", "papers/application.docx", "people/export/", "closing/"):
        assert client.get(f"/welfare/{round.pk}/{path}").status_code == 404


def test_who_reads_no_rounds_finds_no_door_to_lists_of_people(cast: Cast) -> None:
    round = make_round(cast, "handing")
    entitle(cast, round, "member")
    page = said(cast.client("hr").get(f"/welfare/{round.pk}/"))
    assert round.title in page and f"/welfare/{round.pk}/people/" not in page


def test_what_still_stands_against_closing_is_said_before_and_after_asking(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    round, client = handing(cast), cast.client("office")
    blocker = hooks.Blocker("test", lambda act, each: "还有3人没领。")
    monkeypatch.setattr(hooks.blockers, "_things", {"test": blocker})
    asked = client.get(f"/welfare/{round.pk}/closing/")
    assert asked.status_code == 200 and "还有3人没领。" in said(asked)
    refused = client.post(f"/welfare/{round.pk}/closing/", {"words": "都发完了"})
    assert refused.status_code == 422 and "都发完了" in said(refused)
