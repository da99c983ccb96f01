"""Handing out by list, on paper, in bulk; taking back, exchanging; what is left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import Http404

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.choosing.models import Way
from tongxin.collecting import actions
from tongxin.collecting.access import get_reach
from tongxin.collecting.models import Receipt, Remainder
from tongxin.collecting.panels import against
from tongxin.collecting.queries.progress import progress_of, tally
from tongxin.collecting.queries.receipts import given_by_pack, received
from tongxin.collecting.queries.rest import by_unit, left_at, rest_of, uncollected
from tongxin.collecting.tests.making import LATER, SIGNATURE, entitle, line, make_point, make_round
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message

pytestmark = pytest.mark.django_db


def tick(cast, round, name, actor="office", **more):
    return actions.hand_over(actor=cast.actor(actor), now=LATER, entitled=line(round, cast.people[name]), **more)


def test_a_tick_is_one_receipt_however_often(cast):
    round = make_round(cast, "member")
    first, second = tick(cast, round, "member"), tick(cast, round, "member", actor="branch")
    assert first[0] == second[0]
    assert (first[1], second[1]) == (False, True)
    assert Receipt.objects.get().way == "tick"


def test_a_tick_by_another_branch_is_no_page(cast):
    round = make_round(cast, "member", "librarian")
    with pytest.raises(Http404):
        tick(cast, round, "librarian", actor="branch")


def test_a_tick_for_a_proxy_needs_the_consent(cast):
    round = make_round(cast, "member")
    with pytest.raises(Refused, match="代领"):
        tick(cast, round, "member", proxy=cast.people["librarian"])
    actions.vouch_proxy(
        actor=cast.actor("branch"), now=NOW, entitled=line(round, cast.people["member"]), person=cast.people["librarian"],
        vouched="电话里说的",
    )  # fmt: skip
    receipt, _again = tick(cast, round, "member", proxy=cast.people["librarian"])
    assert receipt.proxy == cast.people["librarian"]


def test_signed_paper_is_taken_in_by_unit_all_but(cast):
    round = make_round(cast, "member", "branch", "librarian")
    entitle(round, cast.people["office"], struck="离职", struck_at=NOW)
    lines = [line(round, cast.people[name]).pk for name in ("member", "branch", "office")]
    actor = cast.actor("office")
    assert actions.take_paper(actor=actor, now=LATER, round=round, lines=lines) == (2, 1)
    assert actions.take_paper(actor=actor, now=LATER, round=round, lines=lines) == (0, 1)
    assert set(Receipt.objects.values_list("way", flat=True)) == {"paper"}
    with pytest.raises(Refused, match="没勾"):
        actions.take_paper(actor=actor, now=LATER, round=round, lines=[])


def test_paper_of_another_branch_is_passed_over(cast):
    round = make_round(cast, "librarian")
    lines = [line(round, cast.people["librarian"]).pk]
    assert actions.take_paper(actor=cast.actor("branch"), now=LATER, round=round, lines=lines) == (0, 0)


@pytest.mark.parametrize(("way", "as_"), [("delivery", "delivered"), ("donation", "donated")])
def test_parcels_and_gifts_are_marked_in_bulk(cast, way, as_):
    round = make_round(cast, "member", "branch")
    Way.objects.create(entitled=line(round, cast.people["member"]), kind=way, at=NOW)
    lines = [line(round, cast.people[name]).pk for name in ("member", "branch")]
    done = actions.mark_way(actor=cast.actor("office"), now=LATER, round=round, lines=lines, way=way)
    assert done == (1, 1)
    assert Receipt.objects.get().way == as_
    assert received([round.pk]) == ([(round.pk, cast.people["member"].pk)] if as_ == "delivered" else [])
    assert given_by_pack(round) == {round.packs.get().pk: 1}


def test_the_person_says_i_have_it(cast):
    round = make_round(cast, "member")
    actor = cast.actor("member", in_office=False)
    first = actions.confirm_own(actor=actor, now=LATER, round=round)
    assert first.way == "self"
    assert actions.confirm_own(actor=actor, now=LATER, round=round) == first
    with pytest.raises(Http404):
        actions.confirm_own(actor=cast.actor("librarian"), now=LATER, round=round)


def test_what_an_officer_put_down_stays_when_the_person_confirms(cast):
    round = make_round(cast, "member")
    receipt, _again = tick(cast, round, "member")
    assert actions.confirm_own(actor=cast.actor("member"), now=LATER, round=round) == receipt


def test_a_receipt_is_taken_back_and_kept(cast):
    round = make_round(cast, "member")
    receipt, _again = tick(cast, round, "member")
    given = {"actor": cast.actor("branch"), "now": LATER, "receipt": receipt}
    with pytest.raises(Refused, match="为什么"):
        actions.take_back(**given, reason=" ")
    actions.take_back(**given, reason="扫错了", returned=True)
    kept = Receipt.objects.get()
    assert (kept.undone_at, kept.undone_why, kept.returned) == (LATER, "扫错了", True)
    assert received([round.pk]) == []
    with pytest.raises(Refused, match="撤销过"):
        actions.take_back(**given, reason="再来")
    tick(cast, round, "member")
    assert Receipt.objects.count() == 2


def test_a_pack_is_exchanged_in_one_act(cast):
    round = make_round(cast, "member", packs="AB")
    receipt, _again = tick(cast, round, "member")
    first, second = round.packs.order_by("letter")
    given = {"actor": cast.actor("branch"), "now": LATER, "receipt": receipt, "reason": "想要B"}
    for pack, why in ((first, "领的就是这个"), (make_round(cast, title="端午").packs.get(), "不是这一次")):
        with pytest.raises(Refused, match=why):
            actions.exchange(**given, pack=pack)
    assert Receipt.objects.get().undone_at is None
    made = actions.exchange(**given, pack=second)
    assert made.pack == second
    assert given_by_pack(round) == {second.pk: 1}
    assert Receipt.objects.get(pk=receipt.pk).returned


def test_a_receipt_is_signed_once(cast):
    round = make_round(cast, "member")
    receipt, _again = tick(cast, round, "member")
    given = {"actor": cast.actor("branch"), "now": LATER, "receipt": receipt}
    with pytest.raises(Refused, match="还没有签上"):
        actions.sign(**given, sign="M1 1")
    assert actions.sign(**given, sign=SIGNATURE).signature == SIGNATURE
    with pytest.raises(Refused, match="已经签过"):
        actions.sign(**given, sign=SIGNATURE)


def test_progress_counts_by_unit_hour_and_pack(cast):
    round = make_round(cast, "member", "branch", "librarian", packs="AB")
    tick(cast, round, "member")
    progress = progress_of(get_reach(cast.actor("office"), round.pk))
    assert (progress.got, progress.due, progress.left) == (1, 3, 2)
    assert [(unit.unit, unit.got, unit.due) for unit in progress.units] == [
        ("电子与电气工程学院", 1, 2),
        ("图书馆", 0, 1),
    ]
    assert [(each.pack.letter, each.due, each.given, each.left) for each in progress.packs] == [
        ("A", 3, 1, 2),
        ("B", 0, 0, 0),
    ]
    assert [each.count for each in progress.hours] == [1]
    branch = get_reach(cast.actor("branch"), round.pk)
    assert tally(branch) == (1, 2)
    assert progress_of(branch).packs[0].due == 2


def test_a_receipt_taken_back_is_counted_nowhere(cast):
    round = make_round(cast, "member")
    for _time in range(2):
        receipt, _again = tick(cast, round, "member")
        actions.take_back(actor=cast.actor("office"), now=LATER, receipt=receipt, reason="扫错了")
    tick(cast, round, "member")
    assert tally(get_reach(cast.actor("office"), round.pk)) == (1, 1)


def test_the_rest_is_listed_by_unit_with_what_we_know(cast):
    round = make_round(cast, "member", "branch", "librarian", "office")
    point = make_point(cast, round, "东区", "ee")
    make_point(cast, round, "西区")
    Way.objects.create(entitled=line(round, cast.people["branch"]), kind="delivery", at=NOW)
    actions.name_proxy(actor=cast.actor("member"), now=NOW, round=round, person=cast.people["office"])
    lines = rest_of(get_reach(cast.actor("office"), round.pk))
    told = {each.name: (each.why, each.waits, each.point.name) for each in lines}
    assert told == {
        "周敏": ("", True, "西区"), "吴海燕": ("送到家，还没记送到", False, "东区"), "张三": ("请周敏代领", True, "东区"), "李四": ("", True, "西区"),
    }  # fmt: skip
    assert [unit.unit for unit in by_unit(lines)] == ["校工会", "电子与电气工程学院", "图书馆"]
    assert {each.point: sum(count for _pack, count in each.packs) for each in left_at(lines)} == {"西区": 2, "东区": 1}
    assert point.units.count() == 1


def test_each_is_reminded_once_a_day(cast):
    round = make_round(cast, "member", "librarian")
    branch, office = cast.actor("branch"), cast.actor("office")
    assert actions.remind(actor=branch, now=NOW, round=round) == 1
    assert actions.remind(actor=office, now=NOW, round=round) == 1
    with pytest.raises(Refused, match="今天已经提醒过"):
        actions.remind(actor=office, now=LATER, round=round)
    assert Message.objects.filter(notice__title="还没领：中秋慰问").count() == 2
    assert actions.remind(actor=office, now=NOW + timedelta(days=1), round=round) == 2


def test_nobody_is_reminded_who_has_it(cast):
    round = make_round(cast, "member")
    tick(cast, round, "member")
    with pytest.raises(Refused, match="都领了"):
        actions.remind(actor=cast.actor("office"), now=NOW, round=round)


def test_a_round_with_a_rest_is_closed_with_a_word_of_why(cast):
    round = make_round(cast, "member", "librarian")
    assert "还有2人没领" in (against("close", round) or "")
    assert against("hand_out", round) is None
    given = {"actor": cast.actor("office"), "now": LATER, "round": round}
    with pytest.raises(Refused, match="为什么"):
        actions.explain_rest(**given, words="")
    actions.explain_rest(**given, words="都在出差")
    assert against("close", round) is None
    assert Remainder.objects.get().count == uncollected(round) == 2
    entitle(round, cast.people["branch"])
    assert against("close", round) is not None
    with pytest.raises(Refused):
        actions.explain_rest(actor=cast.actor("branch"), now=LATER, round=round, words="不归我")
    assert Entry.objects.filter(act="collecting.explain_rest").count() == 1
