"""Choosing, changing, what who chooses nothing gets; each refusal with whom to ask."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, TODAY
from tongxin.audit.models import Entry
from tongxin.choosing import actions
from tongxin.choosing.access import get_entitled_to_run, get_own, get_wanted
from tongxin.choosing.actions.following import against
from tongxin.choosing.models import Way
from tongxin.choosing.queries.chosen import chosen, ways
from tongxin.choosing.tests.making import (
    UNTIL,
    choose,
    ended,
    entitle,
    letters,
    opened,
    people_of,
    round_of,
    sound,
)
from tongxin.core.refusals import Refused
from tongxin.core.sealing import is_sealed
from tongxin.notices.models import Message, Notice
from tongxin.places.models import Place, Pool
from tongxin.welfare import actions as welfare
from tongxin.welfare.models import Missing, Round

pytestmark = pytest.mark.django_db
ADDRESS = {"kind": "delivery", "receiver": "张三", "phone": "13800001111", "address": "芜湖市鸠江区永和路1号3栋201"}


def refused(act, *args, **more):
    before = Place.objects.count(), Way.objects.count(), Entry.objects.count()
    with pytest.raises(Refused) as caught:
        act(*args, **more)
    assert (Place.objects.count(), Way.objects.count(), Entry.objects.count()) == before
    return caught.value


def test_opening_makes_a_pool_for_each_pack(cast):
    round = opened(cast, 3, None)
    pools = list(Pool.objects.filter(pack__round=round).order_by("pack__order"))
    assert [(pool.capacity, pool.waiting, pool.closes_at, pool.bundle) for pool in pools] == [
        (3, False, UNTIL, round.packs_bundle), (None, False, UNTIL, round.packs_bundle),
    ]  # fmt: skip


def test_with_one_pack_there_is_no_pool_and_everybody_has_it(cast):
    round = opened(cast, None, delivers=True)
    assert not Pool.objects.filter(pack__round=round).exists()
    assert letters(round) == {"张三": "A", "李四": "A"}


def test_a_tap_is_the_pack_with_its_entry(cast):
    round = opened(cast, 3, 3)
    assert choose(cast, round, "member", "B").state == "held"
    assert letters(round) == {"张三": "B"}
    assert Entry.objects.filter(act="places.take", who="张三").count() == 1
    assert choose(cast, round, "member", "B").again
    sound(round)


def test_access_to_a_pack_is_one_statement(cast):
    round = opened(cast, 3, 3)
    actor, pack = cast.actor("member", in_office=False), round.packs.get(letter="A")
    get_wanted(actor, round.pk, pack.pk)
    with CaptureQueriesContext(connection) as taken:
        get_wanted(actor, round.pk, pack.pk)
    assert len(taken) == 1


def test_a_second_pack_is_chosen_instead_not_besides(cast):
    round = opened(cast, 3, 3)
    choose(cast, round, "member", "A")
    assert refused(choose, cast, round, "member", "B").code == "places.elsewhere"
    choose(cast, round, "member", "B", instead=True)
    assert letters(round) == {"张三": "B"}
    sound(round)


def test_what_is_gone_is_gone_and_what_one_has_stays(cast):
    round = opened(cast, 1, 1)
    choose(cast, round, "member", "A")
    choose(cast, round, "librarian", "B")
    refusal = refused(choose, cast, round, "member", "B", instead=True)
    assert refusal.code == "choosing.full"
    assert "B 金寨黑毛猪肉礼包" in refusal.sentence
    assert letters(round) == {"张三": "A", "李四": "B"}


def test_each_who_gets_nothing_is_told_why_and_whom_to_ask(cast):
    round = opened(cast, 3, 3)
    hr = refused(choose, cast, round, "hr")
    assert (hr.code, hr.sentence) == ("choosing.not_listed", "你不在这次的名单里，选不了。觉得不对，找周敏 138。")
    welfare.strike(
        actor=cast.actor("office"), now=NOW, round=round, people=[cast.people["member"].pk], reason="调到上级工会了"
    )
    struck = refused(choose, cast, round, "member")
    assert struck.code == "choosing.struck"
    assert "调到上级工会了" in struck.sentence
    assert "周敏 138" in struck.sentence
    cast.people["librarian"].left_on = TODAY
    cast.people["librarian"].save()
    left = refused(choose, cast, round, "librarian")
    assert left.code == "choosing.left"
    assert "周敏 138" in left.sentence


def test_a_stranger_learns_nothing(cast):
    round = opened(cast, 3, 3)
    with pytest.raises(Http404):
        choose(cast, round, "outsider")
    other = opened(cast, 1, 1, title="另一次")
    with pytest.raises(Http404):
        get_wanted(cast.actor("member"), round.pk, other.packs.first().pk)


@pytest.mark.parametrize(("now", "code"), [(NOW - timedelta(hours=1), "choosing.early"), (UNTIL, "choosing.over")])
def test_before_and_after_nobody_chooses(cast, now, code):
    assert refused(choose, cast, opened(cast, 3, 3), "member", now=now).code == code


def test_after_the_end_nobody_changes(cast):
    round = opened(cast, 3, 3)
    choose(cast, round, "member", "A")
    ended(cast, round)
    assert refused(choose, cast, round, "member", "B", instead=True).code == "choosing.over"


def test_who_chose_nothing_gets_the_default_and_is_told(cast):
    round = opened(cast, 9, 9)
    choose(cast, round, "member", "B")
    ended(cast, round)
    assert letters(round) == {"张三": "B", "李四": "A"}
    notice = Notice.objects.get(key__startswith=f"choosing:{round.pk}:rest")
    assert notice.title == "没有选，给你的是A 岳西翠兰礼包：中秋福利"
    assert list(notice.messages.values_list("person__name", flat=True)) == ["李四"]
    assert not Pool.objects.filter(pack__round=round, frozen_at=None).exists()
    sound(round)


def test_where_the_default_runs_out_it_goes_on_with_what_is_left(cast):
    round = round_of(cast, 2, 2, 1)
    people_of(cast, round, 6)
    open_ = welfare.open_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=UNTIL)
    ended(cast, open_)
    assert sorted(letters(open_).values()) == ["A", "A", "B", "B", "C"]
    sound(round)


def test_ten_thousand_default_packs_take_a_few_statements_for_each_five_hundred(cast):
    round = round_of(cast, None, None)
    people_of(cast, round, 12)
    open_ = welfare.open_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=UNTIL)
    with CaptureQueriesContext(connection) as few:
        ended(cast, open_)
    assert len(few) < 60
    assert set(letters(open_).values()) == {"A"}


def test_who_comes_later_gets_the_default_and_who_goes_gives_it_back(cast):
    round = opened(cast, 2, 2)
    choose(cast, round, "member", "A")
    ended(cast, round)
    office = cast.actor("office")
    welfare.strike(actor=office, now=UNTIL, round=round, people=[cast.people["member"].pk], reason="离职")
    welfare.add_people(actor=office, now=UNTIL, round=round, people=[cast.people["hr"]], reason="漏了")
    assert letters(round) == {"李四": "A", "丁磊": "A"}
    sound(round)


def test_what_is_settled_frees_the_pack_or_brings_one(cast):
    round, office = opened(cast, 3, 3), cast.actor("office")
    choose(cast, round, "member", "B")
    ended(cast, round)
    row = round.entitled.select_related("person").get(person=cast.people["member"])
    row.remark = "离职了"
    row.save()
    welfare.settle_remark(actor=office, now=UNTIL, round=round, row=row, do="strike")
    missing = Missing.objects.create(round=round, name="丁磊")
    welfare.settle_missing(actor=office, now=UNTIL, round=round, missing=missing, person=cast.people["hr"])
    assert letters(round) == {"李四": "A", "丁磊": "A"}
    sound(round)


def test_a_way_is_judged_by_the_round_as_it_is_now(cast):
    round = opened(cast, 3, 3, delivers=True)
    own = get_own(cast.actor("member"), round.pk)
    welfare.cancel(actor=cast.actor("office"), now=NOW, round=round, reason="不办了")
    assert refused(actions.set_way, actor=cast.actor("member"), now=NOW, own=own, **ADDRESS).code == "choosing.over"


def test_addresses_lie_sealed_and_the_worker_erases_what_was_left(cast):
    round = opened(cast, 3, 3, delivers=True)
    own = get_own(cast.actor("member"), round.pk)
    actions.set_way(actor=cast.actor("member"), now=NOW, own=own, **ADDRESS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT receiver, phone, address FROM choosing_way")
        assert all(is_sealed(value) for value in cursor.fetchone())
    assert actions.erase_ways(now=NOW) == 0
    Round.objects.filter(pk=round.pk).update(state="cancelled")
    assert actions.erase_ways(now=UNTIL) == 1
    way = Way.objects.get()
    assert (way.receiver, way.phone, way.address, way.erased_at) == ("", "", "", UNTIL)
    assert actions.erase_ways(now=UNTIL) == 0


def test_without_a_default_choosing_does_not_end(cast):
    round = opened(cast, 3, 3, default=None)
    with pytest.raises(Refused) as caught:
        ended(cast, round)
    assert caught.value.code == "welfare.not_yet"
    assert against("close", round) is None
    assert against("cancel", round) is None


def test_the_way_is_said_and_changed_and_the_trail_keeps_no_address(cast):
    round = opened(cast, 3, 3, delivers=True, donates_to="县福利院")
    own = get_own(cast.actor("member"), round.pk)
    actions.set_way(actor=cast.actor("member"), now=NOW, own=own, **ADDRESS)
    assert ways(round)[own.person_id].address.startswith("芜湖市")
    assert "芜湖" not in str(Entry.objects.get(act="choosing.set_way").after)
    actions.set_way(actor=cast.actor("member"), now=NOW, own=own, kind="donation", address="芜湖")
    assert (Way.objects.get().kind, Way.objects.get().address) == ("donation", "")
    assert actions.set_way(actor=cast.actor("member"), now=NOW, own=own, kind="fetch") is None
    assert not Way.objects.exists()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"receiver": " "}, "no_receiver"), ({"phone": "12"}, "no_phone"), ({"address": "家"}, "no_address"),
        ({"kind": "donation"}, "not_offered"), ({"kind": "rocket"}, "not_offered"),
    ],
)  # fmt: skip
def test_a_way_that_cannot_be(cast, given, code):
    round = opened(cast, 3, 3, delivers=True)
    own = get_own(cast.actor("member"), round.pk)
    refusal = refused(actions.set_way, actor=cast.actor("member"), now=NOW, own=own, **{**ADDRESS, **given})
    assert refusal.code == f"choosing.{code}"


def test_a_way_has_its_time_too(cast):
    round = opened(cast, 3, 3, delivers=True)
    own = get_own(cast.actor("member"), round.pk)
    refusal = refused(actions.set_way, actor=cast.actor("member"), now=UNTIL, own=own, **ADDRESS)
    assert refusal.code == "choosing.over"


def test_addresses_are_gone_when_all_is_over(cast):
    round = opened(cast, 3, 3, delivers=True)
    own = get_own(cast.actor("member"), round.pk)
    actions.set_way(actor=cast.actor("member"), now=NOW, own=own, **ADDRESS)
    office = cast.actor("office")
    [parcel] = actions.export_addresses(actor=office, now=NOW, round=round)
    assert (parcel.name, parcel.receiver, parcel.address) == ("张三", "张三", ADDRESS["address"])
    assert Entry.objects.get(act="choosing.export_addresses").after == {"people": 1}
    welfare.cancel(actor=office, now=NOW, round=round, reason="不办了")
    way = Way.objects.get()
    assert (way.receiver, way.phone, way.address, way.erased_at) == ("", "", "", NOW)
    assert actions.export_addresses(actor=office, now=NOW, round=round) == []


def test_an_officer_chooses_for_somebody_with_a_reason(cast):
    round = opened(cast, 1, 1)
    choose(cast, round, "member", "A")
    office = cast.actor("office")
    line = get_entitled_to_run(office, round.pk, round.entitled.get(person=cast.people["member"]).pk)
    pack = round.packs.select_related("pool").get(letter="B")
    given = {"actor": office, "now": NOW, "entitled": line, "pack": pack}
    assert refused(actions.choose_for, **given, reason=" ").code == "choosing.no_reason"
    actions.choose_for(**given, reason="本人打电话来改")
    assert letters(round) == {"张三": "B"}
    message = Message.objects.filter(person=cast.people["member"]).latest("pk")
    assert (message.notice.title, message.notice.body) == ("替你选了B 金寨黑毛猪肉礼包：中秋福利", "本人打电话来改")
    other = get_entitled_to_run(office, round.pk, round.entitled.get(person=cast.people["librarian"]).pk)
    pack.refresh_from_db()
    full = refused(actions.choose_for, **{**given, "entitled": other, "pack": round.packs.get(letter="B")}, reason="试")
    assert full.code == "choosing.full"
    with pytest.raises(Refused) as caught:
        actions.choose_for(**{**given, "actor": cast.actor("branch")}, reason="试")
    assert caught.value.status == 404
    sound(round)


def test_those_who_have_not_chosen_are_reminded_once_on_the_last_day(cast):
    round = opened(cast, 3, 3)
    choose(cast, round, "member", "A")
    assert actions.remind_choosing(now=UNTIL - timedelta(hours=25)) == 0
    assert actions.remind_choosing(now=UNTIL - timedelta(hours=23)) == 1
    assert actions.remind_choosing(now=UNTIL - timedelta(hours=22)) == 0
    notice = Notice.objects.get(key__startswith=f"choosing:{round.pk}:remind:")
    assert notice.body.endswith("不选就给A 岳西翠兰礼包。")
    assert Entry.objects.filter(act="choosing.remind").count() == 1


def test_what_everybody_has_may_be_asked_of_some(cast):
    round = opened(cast, 3, 3)
    entitle(cast, round, "hr", unit="hr")
    for name in ("member", "hr"):
        choose(cast, round, name, "B")
    person = cast.people["hr"].pk
    assert chosen(round, [person]) == {person: round.packs.get(letter="B").pk}
    assert ways(round, [person]) == {}


def test_a_round_without_choosing_gives_the_default(cast):
    round = round_of(cast, None, None, default=1)
    entitle(cast, round, "member")
    assert letters(Round.objects.get(pk=round.pk)) == {"张三": "B"}
