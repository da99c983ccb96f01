"""The office moves the end of choosing, or changes how many there are of a pack, while people choose."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.choosing.actions import remind_choosing
from tongxin.choosing.queries.progress import progress_of
from tongxin.choosing.queries.waiting import to_choose
from tongxin.choosing.tests.making import UNTIL, choose, ended, letters, opened, people_of, sound
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message, Notice
from tongxin.places.models import Pool
from tongxin.welfare.actions import close_choosing_due, move_choosing, restock
from tongxin.welfare.models import Amendment, Pack

pytestmark = pytest.mark.django_db
LATER, SOONER = UNTIL + timedelta(days=4), NOW + timedelta(hours=5)


def moved(cast, round, until, now=NOW, reason="供应商晚到"):
    return move_choosing(actor=cast.actor("office"), now=now, round=round, choose_until=until, reason=reason)


def stocked(cast, round, letter, stock, reason="供应商又送来一些"):
    pack = round.packs.get(letter=letter)
    return restock(actor=cast.actor("office"), now=NOW, pack=pack, stock=stock, reason=reason)


def told(kind=Notice.Kind.CHANGE):
    """Who was told what, of the last notice of that kind."""
    notice = Notice.objects.filter(kind=kind).latest("pk")
    people = Message.objects.filter(notice=notice).order_by("person__name").values_list("person__name", flat=True)
    return notice.title, notice.body, list(people)


def test_the_pools_move_along_and_who_has_not_chosen_is_told_once(cast):
    round = opened(cast, 3, 3)
    choose(cast, round, "member", "A")
    before = Notice.objects.count()
    moved(cast, round, LATER)
    assert set(Pool.objects.values_list("closes_at", flat=True)) == {LATER}
    assert Notice.objects.count() == before + 1
    assert told() == ("选礼包改到10月27日 14:00截止：中秋福利", "供应商晚到", ["李四"])


def test_who_was_late_may_choose_after_all(cast):
    round = opened(cast, 3, 3)
    late = UNTIL + timedelta(hours=1)
    with pytest.raises(Refused):
        choose(cast, round, "member", "B", now=late)
    assert to_choose(cast.actor("member"), late) == []
    round = moved(cast, round, LATER)
    assert to_choose(cast.actor("member"), late) == [round]
    assert choose(cast, round, "member", "B", now=late).state == "held"
    assert close_choosing_due(now=late) == 0
    assert close_choosing_due(now=LATER) == 1
    assert letters(round) == {"张三": "B", "李四": "A"}


def test_nobody_chooses_after_the_sooner_end(cast):
    round = moved(cast, opened(cast, 3, 3), SOONER)
    with pytest.raises(Refused) as caught:
        choose(cast, round, "member", "B", now=SOONER)
    assert caught.value.code == "choosing.over"
    assert to_choose(cast.actor("member"), SOONER) == []


def test_with_one_pack_who_has_said_nothing_is_told(cast):
    round = opened(cast, None, delivers=True)
    moved(cast, round, LATER)
    assert told()[2] == ["张三", "李四"]


def test_the_reminder_follows_the_end_and_comes_once_for_each(cast):
    round = opened(cast, 3, 3)
    choose(cast, round, "member", "A")
    day = timedelta(hours=24)
    assert remind_choosing(now=UNTIL - day) == 1
    assert remind_choosing(now=UNTIL - day) == 0
    moved(cast, round, LATER, now=UNTIL - timedelta(hours=2))
    assert remind_choosing(now=UNTIL - timedelta(hours=1)) == 0
    assert remind_choosing(now=LATER - day) == 1
    assert remind_choosing(now=LATER - day) == 0


def test_who_has_just_been_told_of_an_end_within_the_day_is_not_reminded_of_it(cast):
    round = moved(cast, opened(cast, 3, 3), SOONER)
    assert remind_choosing(now=NOW) == 0
    moved(cast, round, LATER)
    assert remind_choosing(now=LATER - timedelta(hours=3)) == 2


def test_more_of_a_pack_is_there_at_once(cast):
    round = opened(cast, 1, 1)
    choose(cast, round, "member", "A")
    with pytest.raises(Refused):
        choose(cast, round, "librarian", "A")
    stocked(cast, round, "A", 2)
    assert choose(cast, round, "librarian", "A").state == "held"
    assert Pack.objects.get(letter="A").stock == Pool.objects.get(pack__letter="A").capacity == 2
    assert Entry.objects.filter(act="places.change_pool").count() == 1
    sound(round)


def test_fewer_than_are_taken_is_refused_and_nothing_changed(cast):
    round = opened(cast, 3, 3)
    choose(cast, round, "member", "A")
    choose(cast, round, "librarian", "A")
    before = Entry.objects.count()
    with pytest.raises(Refused) as caught:
        stocked(cast, round, "A", 1)
    assert (caught.value.code, caught.value.field) == ("choosing.below_taken", "stock")
    assert caught.value.sentence == "A 岳西翠兰礼包有2人选了，不能少于这个数。"
    assert (Pack.objects.get(letter="A").stock, Pool.objects.get(pack__letter="A").capacity) == (3, 3)
    assert not Amendment.objects.exists()
    assert Entry.objects.count() == before
    stocked(cast, round, "A", 2)
    stocked(cast, round, "B", 0)
    with pytest.raises(Refused):
        choose(cast, round, "member", "B", instead=True)
    sound(round)


def test_enough_for_all_may_become_so_many_and_the_other_way(cast):
    round = opened(cast, None, 1)
    choose(cast, round, "member", "B")
    stocked(cast, round, "B", None)
    stocked(cast, round, "A", 5)
    assert dict(Pool.objects.values_list("pack__letter", "capacity")) == {"A": 5, "B": None}
    assert choose(cast, round, "librarian", "B").state == "held"


def test_who_came_away_with_nothing_gets_one_of_those_that_came_later(cast):
    round = opened(cast, 1, 1, names=())
    people_of(cast, round, 3)
    round = ended(cast, round)
    assert len(letters(round)) == 2
    stocked(cast, round, "B", 2)
    assert sorted(letters(round).values()) == ["A", "B", "B"]
    sound(round)


def test_the_desk_says_how_many_will_come_away_with_nothing(cast):
    round = opened(cast, 3, 1, names=())
    people_of(cast, round, 4)
    office = cast.actor("office")
    assert progress_of(office, round, NOW).short == 0
    stocked(cast, round, "A", 1)
    assert progress_of(office, round, NOW).short == 2
    with time_machine.travel(NOW, tick=False):
        assert "一共差2份，有人会分不到" in cast.client("office").get(f"/welfare/{round.pk}/").content.decode()
    stocked(cast, round, "B", None)
    assert progress_of(office, round, NOW).short == 0
