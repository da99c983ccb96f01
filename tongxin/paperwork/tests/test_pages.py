"""The pages of papers, lines and prizes, and who gets which."""

from __future__ import annotations

import pytest
import time_machine

from tests.cast import NOW
from tongxin.activities.tests.making import row
from tongxin.audit.models import Entry
from tongxin.paperwork.models import Line, Prize

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def html(cast, who: str, where: str) -> str:
    answer = cast.client(who).get(where)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_lists_each_kind_with_what_is_missing(cast, held):
    page = html(cast, "office", f"/activities/{held.pk}/papers/")
    assert page.count(f'href="/activities/{held.pk}/papers/plan.') == 2
    assert f"/activities/{held.pk}/papers/signups.xlsx" in page
    assert f"/activities/{held.pk}/papers/settlement." not in page
    assert "还没有一行" in page


def test_the_audit_committee_reads_all_but_the_list_with_phones(cast, held):
    page = html(cast, "audit", f"/activities/{held.pk}/papers/")
    assert "budget.pdf" in page
    assert "signups." not in page
    assert "填写" not in page
    client = cast.client("audit")
    assert client.get(f"/activities/{held.pk}/papers/budget.pdf").status_code == 200
    assert client.get(f"/activities/{held.pk}/papers/signups.xlsx").status_code == 404
    names = b"".join(client.get(f"/activities/{held.pk}/papers/bundle.zip").streaming_content)
    assert "报名表".encode() not in names


@pytest.mark.parametrize("where", ["papers/", "papers/plan.docx", "papers/bundle.zip"])
def test_who_gets_papers(cast, held, where):
    who = (
        ("office", True),
        ("office", False),
        ("audit", True),
        ("audit", False),
        ("member", False),
        ("party", True),
        ("outsider", True),
    )
    codes = [cast.client(name, in_office=hat).get(f"/activities/{held.pk}/{where}").status_code for name, hat in who]
    assert codes == [200, 403, 200, 403, 404, 404, 404]


@pytest.mark.parametrize("where", ["budget/", "settlement/", "prizes/"])
def test_who_may_write(cast, held, where):
    who = (("office", True), ("office", False), ("audit", True), ("member", False), ("outsider", True))
    codes = [cast.client(name, in_office=hat).get(f"/activities/{held.pk}/{where}").status_code for name, hat in who]
    assert codes == [200, 403, 404, 404, 404]


def test_a_paper_comes_under_its_name_and_is_on_record(cast, held):
    answer = cast.client("office").get(f"/activities/{held.pk}/papers/signups.xlsx")
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert "%E6%8A%A5%E5%90%8D%E8%A1%A8.xlsx" in answer["Content-Disposition"]
    entry = Entry.objects.get(act="paperwork.printed")
    assert entry.after == {"paper": "signups", "format": "xlsx"}


@pytest.mark.parametrize("paper", ["plan.xlsx", "plan.exe", "nothing.pdf"])
def test_what_there_is_not_is_not_found(cast, held, paper):
    assert cast.client("office").get(f"/activities/{held.pk}/papers/{paper}").status_code == 404


def test_an_empty_form_is_not_printed(cast, held):
    answer = cast.client("office").get(f"/activities/{held.pk}/papers/settlement.pdf")
    assert answer.status_code == 422
    assert not Entry.objects.filter(act="paperwork.printed").exists()


def lines(**more: str) -> dict[str, str]:
    return {
        "rows": "7", "item_0": "矿泉水", "price_0": "¥1.50", "count_0": "120", "measure_0": "瓶", "item_1": "场地", "amount_1": "1.2万",
        **more,
    }  # fmt: skip


def test_lines_are_typed_as_people_write_them(cast, held):
    answer = cast.client("office").post(f"/activities/{held.pk}/budget/", lines())
    assert answer.status_code == 302
    kept = held.money_lines.filter(side="budget")
    assert [(line.item, str(line.price), str(line.amount)) for line in kept] == [
        ("矿泉水", "1.50", "180.00"), ("场地", "12000.00", "12000.00")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"amount_0": "181"}, "单价乘数量是180.00"),
        ({"price_0": "-3"}, "不能是负数"),
        ({"price_0": "3.141"}, "两位小数"),
        ({"price_0": "一块五"}, "看不懂这个数"),
        ({"item_0": ""}, "写上是什么"),
        ({"amount_1": ""}, "写单价，或者写金额"),
    ],
)
def test_wrong_lines_keep_what_was_typed_and_change_nothing(cast, held, wrong, sentence):
    before = list(Line.objects.values())
    answer = cast.client("office").post(f"/activities/{held.pk}/budget/", lines(**wrong))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="瓶"' in page
    assert list(Line.objects.values()) == before


def test_more_rows_keep_what_was_typed_and_save_nothing(cast, held):
    client, where = cast.client("office"), f"/activities/{held.pk}/settlement/"
    page = client.post(where, lines(more="5", price_0="随便")).content.decode()
    assert 'name="item_11"' in page
    assert 'value="随便"' in page
    assert not held.money_lines.filter(side="settlement").exists()


def test_what_somebody_else_wrote_meanwhile_is_not_wiped_out_at_once(cast, held):
    client, where = cast.client("office"), f"/activities/{held.pk}/budget/"
    opened = client.get(where).context["form"]["known"].value()
    held.money_lines.filter(item="横幅").delete()
    answer = client.post(where, lines(known=opened))
    assert answer.status_code == 422
    assert "有人改过" in answer.content.decode()
    assert client.post(where, lines(known=answer.context["form"]["known"].value())).status_code == 302


def test_the_settlement_begins_with_the_budget(cast, held):
    client = cast.client("office")
    assert "照抄预算" in html(cast, "office", f"/activities/{held.pk}/settlement/")
    client.post(f"/activities/{held.pk}/settlement/copy/")
    page = html(cast, "office", f"/activities/{held.pk}/settlement/")
    assert "照抄预算" not in page
    assert 'value="矿泉水"' in page
    answer = client.post(f"/activities/{held.pk}/settlement/copy/", follow=True)
    assert "决算已经写了" in answer.content.decode()


def test_prizes_are_kept_and_wrong_ones_are_not(cast, held):
    client, where = cast.client("office"), f"/activities/{held.pk}/prizes/"
    good = {"rows": "6", "name_0": "二等奖", "thing_0": "毛巾", "value_0": "20元", "receiver_0": "吴4"}
    assert client.post(where, good | {"name_0": ""}).status_code == 422
    assert client.post(where, good | {"value_0": "1.234"}).status_code == 422
    assert Prize.objects.get().name == "一等奖"
    assert client.post(where, good).status_code == 302
    assert (Prize.objects.get().name, str(Prize.objects.get().value)) == ("二等奖", "20.00")


def test_the_desk_page_of_an_activity_leads_to_its_papers(cast, held):
    assert f"/activities/{held.pk}/papers/" in html(cast, "office", f"/activities/{held.pk}/")
    assert f"/activities/{held.pk}/papers/" not in html(cast, "party", f"/activities/{held.pk}/")
    assert f"/activities/{held.pk}/papers/" not in html(cast, "member", f"/activities/{held.pk}/")


def test_what_is_missing_leads_only_to_pages_that_open(cast, held):
    held.about = ""
    held.save()
    page = html(cast, "office", f"/activities/{held.pk}/papers/")
    assert "活动内容没写" in page
    assert f'href="/activities/{held.pk}/edit/"' not in page
    assert f'href="/activities/{held.pk}/settlement/"' in page


def test_a_bare_activity_has_its_page(cast):
    bare = row(cast.union, "设想", state="idea")
    page = html(cast, "office", f"/activities/{bare.pk}/papers/")
    assert "日期没定" in page
    assert "plan.docx" in page
    assert "bulletin." not in page
