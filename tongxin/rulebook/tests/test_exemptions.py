"""Exemptions: recorded, withdrawn, listed, exported."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from tests.cast import NOW, Cast
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment
from tongxin.org.access import require_right
from tongxin.org.rules.rights import WELFARE_RUN
from tongxin.rulebook import actions, hooks
from tongxin.rulebook.actions import Decided
from tongxin.rulebook.hooks import Case, Judged, Subject, Taken
from tongxin.rulebook.models import Exemption, Rule, Withdrawal
from tongxin.rulebook.queries.check import check
from tongxin.rulebook.queries.effect import effect_of
from tongxin.rulebook.queries.exemptions import standing
from tongxin.rulebook.tests.making import load, own_rule, propose

pytestmark = pytest.mark.django_db
DAY = date(2020, 10, 31)
FACTS: dict[str, Any] = {"fen_per_head": 18000, "nights": 1}
TYPED = {
    "minutes_no": "工会委员会2020年第6号纪要", "minutes_on": "2020-10-12", "basis": "省总工会关于补贴的批复", "basis_no": "皖工办函〔2020〕9号",
    "why": "路远，车费贵",
}  # fmt: skip


def decided(**more: Any) -> Decided:
    return Decided(**{**TYPED, "minutes_on": date(2020, 10, 12), **more})


@pytest.fixture
def trip(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A thing of the union's that the own rule on 150 yuan stops: the facts may be changed."""
    load(cast)
    facts = dict(FACTS)

    def take(actor: Any, now: Any, pk: int, hold: bool) -> Taken:
        if pk != 7:
            raise Http404
        require_right(actor, WELFARE_RUN, cast.union)
        return Taken(cast.union, cast.union, "丫山一日", "outing", DAY, {"": facts}, tuple(standing("thing", [7])))

    subject = Subject(
        "thing", "试的", take, lambda actor, pk: actor.person_id == cast.people["branch"].pk, lambda pk: "/me/"
    )
    monkeypatch.setattr(hooks.subjects, "_things", {**hooks.subjects._things, "thing": subject})
    return {"facts": facts, "rule": own_rule(cast)}


def exempt(cast: Cast, trip: dict[str, Any], *, by: str = "office", rule: Rule | None = None, **more: Any) -> Exemption:
    given = {"kind": "thing", "thing": 7, "rule": rule or trip["rule"], "decided": decided(), **more}
    return actions.exempt(actor=cast.actor(by), now=NOW, **given)


def refused(code: str, act: Any, *args: Any, **given: Any) -> Refused:
    before = Exemption.objects.count(), Withdrawal.objects.count(), Entry.objects.count(), Attachment.objects.count()
    with pytest.raises(Refused) as caught, transaction.atomic():
        act(*args, **given)
    assert caught.value.code == code, caught.value.code
    after = Exemption.objects.count(), Withdrawal.objects.count(), Entry.objects.count(), Attachment.objects.count()
    assert before == after
    return caught.value


def found(cast: Cast, trip: dict[str, Any], **more: Any) -> Any:
    held = check(cast.union, "outing", {**trip["facts"], **more}, DAY, exemptions=standing("thing", [7]))
    return next(each for each in held.all if each.rule.pk == trip["rule"].pk)


def test_a_limit_is_let_through_as_far_as_it_was_decided_and_no_further(cast, trip):
    assert found(cast, trip).blocks and found(cast, trip).exemptible
    made = exempt(cast, trip)
    assert (made.value, made.limit, made.label, made.rule, made.by) == (
        "18000",
        "15000",
        "丫山一日",
        trip["rule"],
        "周敏",
    )
    now = found(cast, trip)
    assert (now.exemption, now.blocks, now.broken, now.shape) == (made, False, True, "exempt")
    assert found(cast, trip, fen_per_head=16000).exemption == made
    assert found(cast, trip, fen_per_head=15000).exemption is None and found(cast, trip, fen_per_head=15000).holds
    worse = found(cast, trip, fen_per_head=18001)
    assert worse.blocks and worse.exemption is None
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.reason) == ("rulebook.exempt", "路远，车费贵")
    assert entry.after["minutes_no"] == TYPED["minutes_no"] and entry.after["value"] == "18000"


def test_the_exempted_stands_apart_from_what_blocks(cast, trip):
    exempt(cast, trip)
    held = check(cast.union, "outing", trip["facts"], DAY, exemptions=standing("thing", [7]))
    assert [each.rule.rule_id for each in held.blocks] == ["CN.TRIP.DAY"]
    assert [each.rule for each in held.exempted] == [trip["rule"]]
    assert trip["rule"] not in [each.rule for each in held.warnings]


def test_another_version_of_the_rule_is_not_covered(cast, trip):
    exempt(cast, trip)
    newer = own_rule(cast, value="14000")
    held = check(cast.union, "outing", trip["facts"], DAY, exemptions=standing("thing", [7]))
    assert newer in [each.rule for each in held.blocks] and not held.exempted


@pytest.mark.parametrize(
    ("code", "field", "more"),
    [
        ("rulebook.no_minutes", "minutes_no", {"minutes_no": " "}),
        ("rulebook.no_minutes", "minutes_on", {"minutes_on": None}),
        ("rulebook.minutes_future", "minutes_on", {"minutes_on": date(2020, 10, 21)}),
        ("rulebook.no_basis", "basis", {"basis": ""}),
        ("rulebook.no_basis", "basis_no", {"basis_no": ""}),
        ("rulebook.no_reason", "why", {"why": ""}),
        ("rulebook.too_long", "why", {"why": "长" * 301}),
    ],
)
def test_without_minutes_or_basis_nothing_is_exempted(cast, trip, code, field, more):
    assert refused(code, exempt, cast, trip, decided=decided(**more)).field == field


def test_a_meeting_of_today_will_do(cast, trip):
    assert exempt(cast, trip, decided=decided(minutes_on=date(2020, 10, 20))).pk


def test_a_prohibition_is_exempted_by_nobody(cast, trip):
    nights = Rule.objects.get(rule_id="CN.TRIP.DAY")
    assert refused("rulebook.not_exemptible", exempt, cast, trip, rule=nights).facts["rule"] == "CN.TRIP.DAY"


def test_what_stops_nothing_is_not_exempted(cast, trip):
    warning = Rule.objects.get(rule_id="CN.TRIP.ONCE")
    refused("rulebook.not_broken", exempt, cast, trip, rule=warning)
    refused("rulebook.not_broken", exempt, cast, trip, part="school")
    trip["facts"]["fen_per_head"] = 15000
    refused("rulebook.not_broken", exempt, cast, trip)


def test_nobody_exempts_twice_but_what_got_worse_is_decided_anew(cast, trip):
    exempt(cast, trip)
    refused("rulebook.exempted_already", exempt, cast, trip)
    trip["facts"]["fen_per_head"] = 20000
    again = exempt(cast, trip, decided=decided(minutes_no="7号"))
    assert found(cast, trip).exemption == again
    assert found(cast, trip, fen_per_head=17000).exemption is not None


def test_only_who_runs_the_thing_exempts_it(cast, trip):
    refused("access.no_right", exempt, cast, trip, by="branch")
    with pytest.raises(Http404):
        exempt(cast, trip, thing=8)
    with pytest.raises(Http404):
        exempt(cast, trip, kind="nothing")


def test_a_decision_is_withdrawn_with_a_word_why_and_the_rule_stops_again(cast, trip):
    made = exempt(cast, trip)
    given = {"now": NOW, "exemption": made}
    refused("rulebook.no_reason", actions.withdraw_exemption, actor=cast.actor("office"), why=" ", **given)
    refused("access.no_right", actions.withdraw_exemption, actor=cast.actor("branch"), why="x", **given)
    actions.withdraw_exemption(actor=cast.actor("office"), why="记错了", **given)
    assert found(cast, trip).blocks
    assert Entry.objects.latest("pk").act == "rulebook.withdraw_exemption"
    refused("rulebook.withdrawn_already", actions.withdraw_exemption, actor=cast.actor("office"), why="x", **given)


def test_the_scan_is_opened_by_who_reads_it_and_who_sees_the_thing(cast, trip):
    scan = SimpleUploadedFile("纪要.pdf", b"%PDF-1.4 x", content_type="application/pdf")
    exempt(cast, trip, decided=decided(scan=scan))
    url = f"/files/{Attachment.objects.get().pk}/"
    status = {
        name: cast.client(name).get(url).status_code for name in ("office", "audit", "branch", "member", "outsider")
    }
    assert status == {"office": 200, "audit": 200, "branch": 200, "member": 404, "outsider": 404}
    wrong = SimpleUploadedFile("纪要.exe", b"MZ")
    trip["facts"]["fen_per_head"] = 20000
    assert refused("file.type", exempt, cast, trip, decided=decided(scan=wrong)).field == "scan"


def url_of(trip: dict[str, Any]) -> str:
    return f"/rules/exemptions/thing/7/{trip['rule'].pk}/"


def test_the_form_tells_the_rule_and_keeps_what_was_typed(cast, trip):
    office, url = cast.client("office"), url_of(trip)
    page = office.get(url).content.decode()
    assert "丫山一日" in page and "180元" in page and "150元" in page and 'enctype="multipart/form-data"' in page
    bad = office.post(url, {**TYPED, "minutes_on": "2099-01-01"})
    assert (
        bad.status_code == 422
        and "这一天还没到" in bad.content.decode()
        and "皖工办函〔2020〕9号" in bad.content.decode()
    )
    assert not Exemption.objects.exists()
    assert office.post(url, TYPED).status_code == 302
    assert Exemption.objects.get().why == "路远，车费贵"
    again = office.post(url, TYPED)
    assert again.status_code == 422 and "已经按会议决定例外了" in again.content.decode()
    assert office.get(url).status_code == 422
    assert cast.client("branch").get(url).status_code == 404


def test_a_prohibition_has_no_form(cast, trip):
    nights = Rule.objects.get(rule_id="CN.TRIP.DAY")
    page = cast.client("office").get(f"/rules/exemptions/thing/7/{nights.pk}/")
    assert page.status_code == 422 and "开会也不能例外" in page.content.decode()


def test_withdrawing_by_its_page(cast, trip):
    made, office = exempt(cast, trip), cast.client("office")
    url = f"/rules/exemptions/{made.pk}/withdrawal/"
    assert "又会拦住" in office.get(url).content.decode()
    assert office.post(url, {"why": ""}).status_code == 422
    assert office.post(url, {"why": "记错了"}).status_code == 302
    assert office.post(url, {"why": "记错了"}).status_code == 422
    assert office.get("/rules/exemptions/999999/withdrawal/").status_code == 404


def test_the_list_is_read_by_who_audits(cast, trip):
    made = exempt(cast, trip)
    for name, status in {"office": 200, "chair": 200, "audit": 200, "branch": 200, "member": 404, "hr": 404}.items():
        assert cast.client(name).get("/rules/exemptions/").status_code == status, name
    page = cast.client("audit").get("/rules/exemptions/").content.decode()
    assert all(
        word in page for word in ("丫山一日", TYPED["minutes_no"], TYPED["basis"], TYPED["basis_no"], "180元", "150元")
    )
    assert "/rules/exemptions/" in cast.client("audit").get("/rules/").content.decode()
    assert "/rules/exemptions/" not in cast.client("member").get("/rules/").content.decode()
    assert "丫山一日" not in cast.client("branch").get("/rules/exemptions/").content.decode()
    actions.withdraw_exemption(actor=cast.actor("office"), now=NOW, exemption=made, why="记错了")
    assert "记错了" in cast.client("audit").get("/rules/exemptions/?year=2020").content.decode()
    assert "丫山一日" not in cast.client("audit").get("/rules/exemptions/?standing=on").content.decode()
    assert "没有这样的例外" in cast.client("audit").get("/rules/exemptions/?year=2019").content.decode()


def test_the_list_leaves_as_a_spreadsheet(cast, trip):
    exempt(cast, trip)
    answer = cast.client("audit").get("/rules/exemptions/export/")
    page = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    head, row = [[cell.value for cell in line] for line in page.iter_rows(max_row=2)]
    told = dict(zip(head, row, strict=True))
    assert (told["什么事"], told["规则限多少"], told["准到多少"]) == ("丫山一日", "150元", "180元")
    assert (told["会议纪要编号"], told["依据的文号"], told["撤回"]) == (TYPED["minutes_no"], TYPED["basis_no"], None)
    assert cast.client("member").get("/rules/exemptions/export/").status_code == 404


def test_the_list_takes_as_many_queries_for_many_as_for_few(cast, trip, django_assert_max_num_queries):
    client = cast.client("audit")
    for count in (1, 20):
        for number in range(count):
            trip["facts"]["fen_per_head"] += 1000 + number
            exempt(cast, trip)
        with django_assert_max_num_queries(26):
            client.get("/rules/exemptions/")


def test_what_would_differ_says_which_are_exempted(cast, trip, monkeypatch):
    made = exempt(cast, trip)
    newer = propose(cast, value="14000", effective_from=date(2020, 2, 1))

    def cases(unit, occasion, since):
        yield Case("丫山一日", cast.union, occasion, DAY, {"fen_per_head": 18000}, False, "", (made,))

    monkeypatch.setattr("tongxin.rulebook.queries.effect.judged", [Judged("test", cases)])
    (each,) = effect_of(newer, cast.union).open
    assert [one.rule for one in each.newly_broken] == [newer] and not each.newly_broken[0].exemption
    assert [one.exemption for one in each.no_longer] == [made]
    page = cast.client("chair").get(f"/rules/{newer.pk}/effect/").content.decode()
    assert f"原来按{TYPED['minutes_no']}例外" in page
    other = propose(cast, metric="nights", value="0", title="不过夜", effective_from=DAY - timedelta(days=1))
    assert not effect_of(other, cast.union).open


@pytest.mark.parametrize("table", ["rulebook_exemption", "rulebook_withdrawal"])
def test_the_database_refuses_to_change_or_delete_what_was_decided(
    cast: Cast, trip: dict[str, Any], table: str
) -> None:
    made = exempt(cast, trip)
    actions.withdraw_exemption(actor=cast.actor("office"), now=NOW, exemption=made, why="改走近路")
    for words in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(words)
    assert Withdrawal.objects.get().exemption == made
