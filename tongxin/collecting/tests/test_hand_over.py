"""What an officer's phone sends: each scan has its answer, each person one receipt."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.http import Http404

from tests.cast import NOW
from tongxin.attendance.rules.codes import pass_code as slot_code
from tongxin.audit.models import Entry
from tongxin.choosing.models import Way
from tongxin.collecting import actions
from tongxin.collecting.actions import Scan
from tongxin.collecting.models import Receipt
from tongxin.collecting.tests.making import LATER, SIGNATURE, code, digits, entitle, line, make_point, make_round
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message

pytestmark = pytest.mark.django_db


def send(cast, round, *scans, actor="branch", now=LATER):
    given = [scan if isinstance(scan, Scan) else Scan(f"k{at}", scan) for at, scan in enumerate(scans)]
    return actions.hand_over_many(actor=cast.actor(actor), now=now, round=round.pk, scans=given)


def test_a_scan_says_what_to_hand_over_and_keeps_one_receipt(cast):
    round = make_round(cast, "member", packs="AB")
    [answer] = send(cast, round, code(round, cast.people["member"]))
    assert (answer.code, answer.name, answer.pack) == ("in", "张三", "A A礼盒")
    receipt = Receipt.objects.get()
    assert (receipt.way, receipt.by, receipt.kept_at, receipt.key) == ("scan", "吴海燕", LATER, "k0")
    assert Entry.objects.filter(act="collecting.hand_over").count() == 1


def test_digits_do_the_same(cast):
    round = make_round(cast, "branch", "member")
    [answer] = send(cast, round, digits(round, cast.people["member"]))
    assert (answer.code, answer.name) == ("in", "张三")
    assert Receipt.objects.get().way == "digits"


def test_another_phone_is_told_who_gave_it_and_when(cast):
    round = make_round(cast, "member")
    send(cast, round, code(round, cast.people["member"]), now=NOW)
    [answer] = send(cast, round, Scan("other", code(round, cast.people["member"])), actor="office")
    assert (answer.code, answer.words) == ("again", "已领，14:00，吴海燕发的")
    assert Receipt.objects.count() == Entry.objects.filter(act="collecting.hand_over").count() == 1


def test_what_is_sent_again_by_the_same_phone_is_answered_as_before(cast):
    round = make_round(cast, "member")
    first, second = (send(cast, round, Scan("same", code(round, cast.people["member"])))[0] for _time in range(2))
    assert first == second
    assert Receipt.objects.count() == 1


def test_what_is_sent_again_does_not_bring_back_what_was_taken_back(cast):
    round = make_round(cast, "member")
    sent = Scan("same", code(round, cast.people["member"]))
    send(cast, round, sent)
    actions.take_back(actor=cast.actor("branch"), now=LATER, receipt=Receipt.objects.get(), reason="扫错了人")
    [answer] = send(cast, round, sent)
    assert answer.code == "collecting.undone"
    assert "扫错了人" in answer.words
    [fresh] = send(cast, round, Scan("another", sent.code))
    assert fresh.code == "in"
    assert Receipt.objects.count() == 2


def test_the_phones_clock_is_believed_within_reason(cast):
    round = make_round(cast, "member", "branch")
    send(
        cast, round, Scan("a", code(round, cast.people["member"]), NOW - timedelta(days=99)),
        Scan("b", code(round, cast.people["branch"]), NOW),
    )  # fmt: skip
    assert set(Receipt.objects.values_list("at", flat=True)) == {round.opened_at, NOW}


def test_each_that_cannot_be_taken_has_its_own_answer(cast):
    round, other = make_round(cast, "member", "librarian"), make_round(cast, "member", title="端午")
    genuine = code(round, cast.people["member"])
    answers = send(
        cast, round, code(other, cast.people["member"]), genuine[:-1] + ("A" if genuine[-1] != "A" else "B"), "你好",
        slot_code(b"x" * 32, round.pk, 1), "0" * 12, code(round, cast.people["party"]), code(round, cast.people["librarian"]),
        genuine,
    )  # fmt: skip
    assert [answer.code for answer in answers] == [
        "collecting.other_round", "collecting.bad_code", "collecting.no_code", "collecting.other_kind", "collecting.no_digits",
        "collecting.not_entitled", "collecting.not_yours", "in",
    ]  # fmt: skip
    assert Receipt.objects.count() == 1


def test_who_was_struck_or_left_has_its_answer(cast):
    round = make_round(cast, "branch")
    entitle(round, cast.people["member"], struck="10月1日调走", struck_at=NOW)
    cast.people["branch"].left_on = date(2020, 10, 1)
    cast.people["branch"].save()
    struck, left = send(
        cast, round, code(round, cast.people["member"]), code(round, cast.people["branch"]), actor="office"
    )
    assert (struck.code, left.code) == ("collecting.struck", "collecting.left")
    assert "10月1日调走" in struck.words
    assert "加回名单" in struck.words
    assert "写一句为什么再发" in left.words
    assert not Receipt.objects.exists()


def test_who_left_may_get_it_with_a_word_of_why(cast):
    round = make_round(cast, "member")
    cast.people["member"].left_on = date(2020, 10, 1)
    cast.people["member"].save()
    given = {"actor": cast.actor("branch"), "now": LATER, "entitled": line(round, cast.people["member"])}
    with pytest.raises(Refused, match="离开了"):
        actions.hand_over(**given)
    receipt, again = actions.hand_over(**given, why="名单那天还在职")
    assert (receipt.note, again) == ("名单那天还在职", False)


def test_who_chose_nothing_and_has_no_default_is_told(cast):
    round = make_round(cast, "member", packs="AB")
    round.packs.update(is_default=False)
    [answer] = send(cast, round, code(round, cast.people["member"]))
    assert answer.code == "collecting.no_pack"


@pytest.mark.parametrize("kind", ["delivery", "donation"])
def test_who_has_it_brought_or_gave_it_away_does_not_fetch_it(cast, kind):
    round = make_round(cast, "member")
    Way.objects.create(entitled=line(round, cast.people["member"]), kind=kind, at=NOW)
    [answer] = send(cast, round, code(round, cast.people["member"]))
    assert answer.code == f"collecting.{kind}"


@pytest.mark.parametrize("state", ["draft", "submitted", "returned"])
def test_a_branch_knows_nothing_of_a_round_that_is_still_made(cast, state):
    round = make_round(cast, "member", state=state, opened_at=None)
    own = line(round, cast.people["member"])
    with pytest.raises(Http404):
        send(cast, round, code(round, cast.people["member"]))
    with pytest.raises(Http404):
        actions.vouch_proxy(
            actor=cast.actor("branch"), now=NOW, entitled=own, person=cast.people["librarian"], vouched="电话里说的"
        )
    [answer] = send(cast, round, code(round, cast.people["member"]), actor="office")
    assert answer.code == "collecting.not_handing"


def test_a_proxy_who_has_left_fetches_nothing(cast):
    round = make_round(cast, "member")
    proxy, own = cast.people["branch"], cast.actor("member", in_office=False)
    actions.name_proxy(actor=own, now=NOW, round=round, person=proxy)
    proxy.left_on = date(2020, 10, 1)
    proxy.save()
    [answer] = send(cast, round, Scan("p", code(round, proxy), whom=cast.people["member"].pk), actor="office")
    assert answer.code == "collecting.no_proxy"
    with pytest.raises(Refused, match="没有人让"):
        actions.hand_over(
            actor=cast.actor("office"), now=LATER, entitled=line(round, cast.people["member"]), proxy=proxy
        )


@pytest.mark.parametrize("state", ["approved", "choosing", "cancelled"])
def test_nothing_is_handed_out_outside_handing(cast, state):
    round = make_round(cast, "member", state=state)
    [answer] = send(cast, round, code(round, cast.people["member"]))
    assert answer.code == "collecting.not_handing"


def test_a_scan_from_before_the_close_counts_when_it_comes_later(cast):
    round = make_round(cast, "member", "branch", state="closed", closed_at=NOW)
    sent = [
        Scan("a", code(round, cast.people["member"]), NOW - timedelta(minutes=1)), Scan("b", code(round, cast.people["branch"]), LATER),
    ]  # fmt: skip
    before, after = send(cast, round, *sent)
    assert (before.code, after.code) == ("in", "collecting.not_handing")


def test_strangers_members_and_other_branches_do_not_hand_out(cast):
    round = make_round(cast, "member")
    for name in ("outsider", "member", "party"):
        with pytest.raises(Http404):
            send(cast, round, code(round, cast.people["member"]), actor=name)
    with pytest.raises(Refused, match="工作台"):
        actions.hand_over_many(
            actor=cast.actor("branch", in_office=False), now=NOW, round=round.pk, scans=[Scan("", "1234")]
        )
    assert not Receipt.objects.exists()


def test_a_queue_that_is_too_long_is_refused_as_a_whole(cast):
    round = make_round(cast, "member")
    with pytest.raises(Refused, match="分几次"):
        send(cast, round, *["1234"] * 201)


def test_a_point_is_kept_where_it_is_one_of_the_round(cast):
    round, other = make_round(cast, "member", "branch"), make_round(cast, title="端午")
    mine, others = make_point(cast, round), make_point(cast, other)
    send(
        cast, round, Scan("a", code(round, cast.people["member"]), point=mine.pk),
        Scan("b", code(round, cast.people["branch"]), point=others.pk),
    )  # fmt: skip
    assert [receipt.point for receipt in Receipt.objects.order_by("key")] == [mine, None]


def test_a_signature_follows_its_scan_and_is_kept_once(cast):
    round = make_round(cast, "member")
    sent = [Scan("a", code(round, cast.people["member"])), Scan("b", "", of="a", sign=SIGNATURE)]
    assert [answer.code for answer in send(cast, round, *sent)] == ["in", "signed"]
    assert Receipt.objects.get().signature == SIGNATURE
    again = send(cast, round, Scan("b", "", of="a", sign=SIGNATURE.replace("M10", "M11")))
    assert again[0].code == "signed"
    assert Receipt.objects.get().signature == SIGNATURE
    assert Entry.objects.filter(act="collecting.sign").count() == 1


@pytest.mark.parametrize(("of", "sign"), [("x", SIGNATURE), ("a", "<svg>"), ("a", "")])
def test_a_signature_to_nothing_or_that_is_none_is_passed_over(cast, of, sign):
    round = make_round(cast, "member")
    answers = send(cast, round, Scan("a", code(round, cast.people["member"])), Scan("b", "", of=of, sign=sign))
    assert [answer.code for answer in answers] == ["in", "unsigned"]
    assert Receipt.objects.get().signature == ""


def test_a_proxy_is_offered_the_packs_of_those_who_asked(cast):
    round = make_round(cast, "member", "branch")
    actions.name_proxy(actor=cast.actor("branch", in_office=False), now=NOW, round=round, person=cast.people["member"])
    Message.objects.all().delete()
    own = send(cast, round, code(round, cast.people["member"]))[0]
    assert own.code == "in"
    assert [(offer.name, offer.whom) for offer in own.offers] == [("吴海燕", cast.people["branch"].pk)]
    offer = own.offers[0]
    [taken] = send(cast, round, Scan("p", offer.code, whom=offer.whom))
    assert (taken.code, taken.name, taken.offers) == ("in", "吴海燕", ())
    receipt = Receipt.objects.get(proxy__isnull=False)
    assert receipt.proxy == cast.people["member"]
    message = Message.objects.get()
    assert message.person == cast.people["branch"]
    assert message.notice.title == "张三替你领了：中秋慰问"
    [late] = send(cast, round, Scan("q", code(round, cast.people["branch"])), actor="office", now=LATER)
    assert late.words == "已领，14:05，张三代领，吴海燕发的"


def test_a_proxy_who_gets_nothing_fetches_for_others(cast):
    round = make_round(cast, "member")
    librarian = cast.people["librarian"]
    actions.name_proxy(actor=cast.actor("member", in_office=False), now=NOW, round=round, person=librarian)
    [answer] = send(cast, round, code(round, librarian), actor="office")
    assert (answer.code, len(answer.offers)) == ("proxy", 1)
    [taken] = send(cast, round, Scan("p", code(round, librarian), whom=cast.people["member"].pk), actor="office")
    assert taken.code == "in"


def test_nobody_fetches_for_who_did_not_ask(cast):
    round = make_round(cast, "member", "branch")
    [answer] = send(cast, round, Scan("p", code(round, cast.people["member"]), whom=cast.people["branch"].pk))
    assert answer.code == "collecting.no_proxy"
    actor = cast.actor("branch", in_office=False)
    actions.name_proxy(actor=actor, now=NOW, round=round, person=cast.people["member"])
    actions.withdraw_proxy(actor=actor, now=NOW, round=round)
    [answer] = send(cast, round, Scan("p", code(round, cast.people["member"]), whom=cast.people["branch"].pk))
    assert answer.code == "collecting.no_proxy"
