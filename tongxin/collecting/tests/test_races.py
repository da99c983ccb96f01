"""The same pack from several phones in the same moment is one receipt, on both databases."""

from __future__ import annotations

import pytest

from tests.support.racing import at_once
from tongxin.audit.models import Entry
from tongxin.collecting import actions
from tongxin.collecting.actions import Scan
from tongxin.collecting.models import Proxy, Receipt
from tongxin.collecting.tests.making import LATER, code, line, make_point, make_round, make_windows, people
from tongxin.places.models import Place

PHONES, CROWD = 6, 12
pytestmark = pytest.mark.django_db(transaction=True)


def test_one_pack_by_many_phones_at_once_is_one_receipt(cast):
    round, actor = make_round(cast, "member"), cast.actor("branch")
    text = code(round, cast.people["member"])

    def scan(phone):
        sent = [Scan(f"{phone}", text)]
        return actions.hand_over_many(actor=actor, now=LATER, round=round.pk, scans=sent)[0].code

    answers = at_once(*[lambda phone=phone: scan(phone) for phone in range(PHONES)])
    assert sorted(answers) == ["again"] * (PHONES - 1) + ["in"]
    assert Receipt.objects.count() == Entry.objects.filter(act="collecting.hand_over").count() == 1


def test_queues_that_overlap_give_everybody_one(cast):
    round, actor = make_round(cast), cast.actor("branch")
    texts = [code(round, person) for person in people(cast, round, CROWD)]

    def send(shift):
        turned = texts[shift:] + texts[:shift]
        sent = [Scan(f"{shift}-{text}", text) for text in (turned if shift % 2 else reversed(turned))]
        answers = actions.hand_over_many(actor=actor, now=LATER, round=round.pk, scans=sent)
        return [answer.code for answer in answers]

    answers = at_once(*[lambda shift=shift: send(shift) for shift in range(PHONES)])
    assert sum(each.count("in") for each in answers) == CROWD
    assert sum(each.count("again") for each in answers) == CROWD * (PHONES - 1)
    assert Receipt.objects.count() == CROWD


def test_single_scans_of_one_officer_go_in_together(cast):
    round, actor = make_round(cast), cast.actor("branch")
    texts = [code(round, person) for person in people(cast, round, CROWD)]

    def scan(text):
        return actions.hand_over_soon(actor=actor, now=LATER, round=round.pk, scan=Scan(text, text)).code

    answers = at_once(*[lambda text=text: scan(text) for text in texts])
    assert answers == ["in"] * CROWD
    assert Receipt.objects.count() == CROWD


def test_a_tick_a_scan_and_the_person_at_once_are_one_receipt(cast):
    round, person = make_round(cast, "member"), cast.people["member"]
    branch, own, held = cast.actor("branch"), cast.actor("member", in_office=False), line(round, person)
    sent = [Scan("a", code(round, person))]
    at_once(
        lambda: actions.hand_over(actor=branch, now=LATER, entitled=held),
        lambda: actions.hand_over_many(actor=branch, now=LATER, round=round.pk, scans=sent),
        lambda: actions.confirm_own(actor=own, now=LATER, round=round),
    )
    assert Receipt.objects.count() == 1


def test_a_receipt_is_taken_back_once(cast):
    round, branch = make_round(cast, "member"), cast.actor("branch")
    receipt, _again = actions.hand_over(actor=branch, now=LATER, entitled=line(round, cast.people["member"]))

    def undo():
        return actions.take_back(actor=branch, now=LATER, receipt=receipt, reason="扫错了").pk

    answers = at_once(*[undo] * 3)
    assert sorted(map(str, answers)) == sorted([str(receipt.pk), "collecting.undone", "collecting.undone"])
    assert Entry.objects.filter(act="collecting.take_back").count() == 1


def test_two_proxies_named_at_once_leave_one(cast):
    round, own = make_round(cast, "member"), cast.actor("member", in_office=False)

    def name(who):
        return actions.name_proxy(actor=own, now=LATER, round=round, person=cast.people[who]).person.name

    at_once(lambda: name("librarian"), lambda: name("office"))
    assert Proxy.objects.filter(withdrawn_at=None).count() == 1


def test_the_last_place_of_a_slot_goes_to_one(cast):
    round = make_round(cast, "member", "branch")
    [window] = make_windows(cast, make_point(cast, round), "8:00-9:00", heads=1)

    def pick(who):
        actor = cast.actor(who, in_office=False)
        return actions.pick_window(actor=actor, now=LATER, round=round, window=window.pk).state

    answers = at_once(lambda: pick("member"), lambda: pick("branch"))
    assert sorted(answers) == ["held", "places.full"]
    assert Place.objects.count() == 1
