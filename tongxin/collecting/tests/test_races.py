"""The same pack from several phones in the same moment is one receipt, on both databases."""

from __future__ import annotations

import sys
from concurrent.futures import Future, ThreadPoolExecutor, wait

import pytest
from django.db import connection

from tests.support.racing import at_once
from tongxin.audit.models import Entry
from tongxin.choosing.actions import choose_for
from tongxin.choosing.queries.chosen import chosen
from tongxin.choosing.tests.making import UNTIL, ended, opened
from tongxin.collecting import actions
from tongxin.collecting.actions import Scan
from tongxin.collecting.models import Proxy, Receipt
from tongxin.collecting.queries.listed import claims_of
from tongxin.collecting.tests.making import LATER, code, line, make_point, make_round, make_windows, people
from tongxin.core.refusals import Refused
from tongxin.places.models import Place
from tongxin.welfare import actions as welfare

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


def _ticked(cast, round):
    return actions.hand_over(actor=cast.actor("branch"), now=LATER, entitled=line(round, cast.people["member"]))


def _scanned(cast, round):
    sent = [Scan(f"a{round.pk}", code(round, cast.people["member"]))]
    return actions.hand_over_many(actor=cast.actor("branch"), now=LATER, round=round.pk, scans=sent)


def _on_paper(cast, round):
    lines = [line(round, cast.people["member"]).pk]
    return actions.take_paper(actor=cast.actor("branch"), now=LATER, round=round, lines=lines)


def _confirmed(cast, round):
    return actions.confirm_own(actor=cast.actor("member", in_office=False), now=LATER, round=round)


@pytest.mark.parametrize("way", [_ticked, _scanned, _on_paper, _confirmed])
def test_nobody_is_struck_between_the_look_and_the_receipt(cast, monkeypatch, way):
    round, office = make_round(cast, "member"), cast.actor("office")

    def strike():
        try:
            return str(welfare.strike(actor=office, now=LATER, round=round, people=[member], reason="调走"))
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    member = cast.people["member"].pk
    begun: list[Future[str]] = []
    with ThreadPoolExecutor(1) as threads:

        def looked(*given):
            found = claims_of(*given)
            if not begun:
                begun.append(threads.submit(strike))
                wait(begun, timeout=1)
            return found

        for name in ("hand_over", "hand_over_many", "hand_over_list", "confirm_own"):
            monkeypatch.setattr(sys.modules[f"tongxin.collecting.actions.{name}"], "claims_of", looked)
        way(cast, round)
        assert begun[0].result(20) == "welfare.received"
    assert Receipt.objects.get().entitled.struck_at is None


def test_a_strike_and_a_scan_at_once_leave_no_receipt_of_the_struck(cast):
    for _time in range(6):
        round, office = make_round(cast, "member"), cast.actor("office")
        given = {"actor": office, "now": LATER, "round": round, "people": [cast.people["member"].pk], "reason": "调走"}
        struck, scanned = at_once(
            lambda given=given: welfare.strike(**given), lambda round=round: _scanned(cast, round)
        )
        there = Receipt.objects.filter(entitled__round=round).count()
        assert (struck, scanned[0].code, there) in {
            (1, "collecting.struck", 0), ("welfare.received", "in", 1),
        }  # fmt: skip


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


def test_what_is_chosen_for_somebody_and_what_is_handed_out_are_one_pack(cast):
    office = cast.actor("office")
    for time in range(3):
        round = opened(cast, 9, 9, title=f"{time}")
        ended(cast, round)
        welfare.hand_out(actor=office, now=UNTIL, round=round)
        own, pack = line(round, cast.people["member"]), round.packs.select_related("pool").get(letter="B")
        at_once(
            lambda own=own, pack=pack: choose_for(actor=office, now=UNTIL, entitled=own, pack=pack, reason="本人要的"),
            lambda own=own: actions.hand_over(actor=office, now=UNTIL, entitled=own),
        )
        assert chosen(round)[own.person_id] == Receipt.objects.get(entitled=own).pack_id
