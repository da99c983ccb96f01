"""What packs, places and slots of a round have to do with one another, whichever act comes first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import NOW
from tongxin.choosing import actions as choosing
from tongxin.choosing.models import Way
from tongxin.choosing.tests.making import UNTIL, choose, ended, letters, opened, sound
from tongxin.collecting import actions
from tongxin.collecting.models import Receipt, Remainder
from tongxin.collecting.panels import against
from tongxin.collecting.queries.receipts import given_by_pack
from tongxin.collecting.queries.slots import slots_of_people
from tongxin.collecting.tests.making import LATER, line, make_point, make_round, make_windows
from tongxin.core.refusals import Refused
from tongxin.welfare import actions as welfare
from tongxin.welfare.models import Pack, Round

pytestmark = pytest.mark.django_db


def handed(cast, *stocks):
    """A round whose packs were chosen, and the receipt of the member, who chose the first."""
    round = opened(cast, *stocks)
    choose(cast, round, "member", "A")
    ended(cast, round)
    welfare.hand_out(actor=cast.actor("office"), now=UNTIL, round=round)
    office, own = cast.actor("office"), line(round, cast.people["member"])
    receipt, _again = actions.hand_over(actor=office, now=UNTIL, entitled=own)
    return Round.objects.get(pk=round.pk), receipt


def test_what_is_exchanged_is_moved_so_that_the_stock_holds(cast):
    round, receipt = handed(cast, 3, 1)
    given = {"actor": cast.actor("office"), "now": UNTIL, "reason": "想要B"}
    made = actions.exchange(**given, receipt=receipt, pack=Pack.objects.get(round=round, letter="B"))
    assert made.pack.letter == "B"
    assert letters(round) == {"张三": "B", "李四": "A"}
    sound(round)
    other, _again = actions.hand_over(
        actor=cast.actor("office"), now=UNTIL, entitled=line(round, cast.people["librarian"])
    )
    with pytest.raises(Refused) as caught:
        actions.exchange(**given, receipt=other, pack=made.pack)
    assert caught.value.code == "choosing.full"
    assert Receipt.objects.get(pk=other.pk).undone_at is None
    assert set(given_by_pack(round).values()) == {1}


def test_nothing_is_chosen_for_who_has_received(cast):
    round, receipt = handed(cast, 3, 3)
    given = {
        "actor": cast.actor("office"),
        "now": UNTIL,
        "entitled": line(round, cast.people["member"]),
        "reason": "换",
    }
    with pytest.raises(Refused) as caught:
        choosing.choose_for(**given, pack=round.packs.get(letter="B"))
    assert caught.value.code == "choosing.received"
    actions.take_back(actor=cast.actor("office"), now=UNTIL, receipt=receipt, reason="扫错了")
    choosing.choose_for(**given, pack=round.packs.get(letter="B"))
    assert letters(round)["张三"] == "B"


@pytest.mark.parametrize("way", [Receipt.Way.TICK, Receipt.Way.DONATED])
def test_who_received_or_gave_away_stays_on_the_list_and_keeps_the_round_alive(cast, way):
    round, office = make_round(cast, "member"), cast.actor("office")
    assert against("cancel", round) is None
    receipt, _again = actions.hand_over(actor=office, now=LATER, entitled=line(round, cast.people["member"]), way=way)
    with pytest.raises(Refused, match="去不掉"):
        welfare.strike(actor=office, now=LATER, round=round, people=[cast.people["member"].pk], reason="调走")
    assert "已经有1人领了" in against("cancel", round)
    actions.take_back(actor=office, now=LATER, receipt=receipt, reason="扫错了")
    assert against("cancel", round) is None


@pytest.mark.parametrize("kind", ["delivery", "donation"])
def test_whose_pack_is_not_fetched_takes_nobodys_slot(cast, kind):
    round = make_round(cast, "member")
    [window] = make_windows(cast, make_point(cast, round), "8:00-9:00", heads=1)
    Way.objects.create(entitled=line(round, cast.people["member"]), kind=kind, at=NOW)
    with pytest.raises(Refused) as caught:
        actions.pick_window(actor=cast.actor("member", in_office=False), now=NOW, round=round, window=window.pk)
    assert caught.value.code == "collecting.not_fetched"
    assert slots_of_people(round) == {}


@pytest.mark.parametrize("settled", [False, True])
def test_the_slot_of_the_struck_is_free_again(cast, settled):
    round, office = make_round(cast, "member", "branch"), cast.actor("office")
    [window] = make_windows(cast, make_point(cast, round), "8:00-9:00", heads=1)
    own, other = (cast.actor(name, in_office=False) for name in ("member", "branch"))
    actions.pick_window(actor=own, now=NOW, round=round, window=window.pk)
    if settled:
        row = line(round, cast.people["member"])
        row.remark = "调走了"
        row.save()
        welfare.settle_remark(actor=office, now=NOW, round=round, row=row, do="strike")
    else:
        welfare.strike(actor=office, now=NOW, round=round, people=[cast.people["member"].pk], reason="调走")
    assert slots_of_people(round) == {}
    assert actions.pick_window(actor=other, now=NOW, round=round, window=window.pk).state == "held"


def test_who_missed_a_slot_takes_a_later_one(cast):
    round, own = make_round(cast, "member"), cast.actor("member", in_office=False)
    first, second = make_windows(cast, make_point(cast, round))
    actions.pick_window(actor=own, now=NOW, round=round, window=first.pk)
    late = first.ends_at + timedelta(minutes=5)
    assert actions.pick_window(actor=own, now=late, round=round, window=second.pk).state == "held"
    assert slots_of_people(round)[cast.people["member"].pk].window == second.pk


def test_who_donates_has_nothing_to_confirm(cast):
    round = make_round(cast, "member")
    Way.objects.create(entitled=line(round, cast.people["member"]), kind="donation", at=NOW)
    with pytest.raises(Refused, match="捐了"):
        actions.confirm_own(actor=cast.actor("member", in_office=False), now=LATER, round=round)
    assert not Receipt.objects.exists()


def test_once_it_is_closed_only_who_runs_the_round_takes_back(cast):
    round, branch = make_round(cast, "member"), cast.actor("branch")
    receipt, _again = actions.hand_over(actor=branch, now=LATER, entitled=line(round, cast.people["member"]))
    Round.objects.filter(pk=round.pk).update(state="closed", closed_at=LATER)
    with pytest.raises(Refused) as caught:
        actions.take_back(actor=branch, now=LATER, receipt=receipt, reason="扫错了")
    assert caught.value.code == "collecting.over"
    url, undo = (
        reverse("collecting:person", args=[round.pk, receipt.entitled_id]),
        f"/welfare/receipts/{receipt.pk}/taking-back/",
    )
    shown = [undo in cast.client(name).get(url).content.decode() for name in ("branch", "office")]
    assert shown == [False, True]
    assert actions.take_back(actor=cast.actor("office"), now=LATER, receipt=receipt, reason="扫错了").undone_at == LATER


def test_after_the_close_the_words_alone_are_corrected(cast):
    round, office = make_round(cast, "member", state="approved"), cast.actor("office")
    given = {"actor": office, "now": LATER, "round": round}
    with pytest.raises(Refused, match="不在发放"):
        actions.explain_rest(**given, words="出差")
    Round.objects.filter(pk=round.pk).update(state="closed", closed_at=LATER)
    with pytest.raises(Refused, match="不在发放"):
        actions.explain_rest(**given, words="出差")
    Round.objects.filter(pk=round.pk).update(state="handing")
    actions.explain_rest(**given, words="出差")
    Round.objects.filter(pk=round.pk).update(state="closed", closed_at=LATER)
    actions.hand_over(actor=office, now=LATER, at=NOW, entitled=line(round, cast.people["member"]))
    actions.explain_rest(**given, words="都在出差")
    said = Remainder.objects.get()
    assert (said.words, said.count) == ("都在出差", 1)
