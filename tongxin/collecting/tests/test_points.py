"""Points and time slots; a person picks one, changes it, leaves it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.http import Http404

from tests.cast import NOW
from tongxin.collecting import actions
from tongxin.collecting.access import get_own
from tongxin.collecting.agenda import ask
from tongxin.collecting.models import Point, Window
from tongxin.collecting.panels import follow
from tongxin.collecting.queries.points import points_of
from tongxin.collecting.queries.slots import offered_to, slots_of_people
from tongxin.collecting.tests.making import LATER, line, make_point, make_round, make_windows
from tongxin.core.agenda import Whose
from tongxin.core.refusals import Refused
from tongxin.places.models import Place
from tongxin.welfare.hooks import Turned

pytestmark = pytest.mark.django_db
DAY = date(2020, 10, 21)


def pick(cast, round, window, name="member"):
    return actions.pick_window(actor=cast.actor(name, in_office=False), now=NOW, round=round, window=window.pk)


def test_a_point_has_a_name_of_its_own(cast):
    round = make_round(cast, "member")
    point = make_point(cast, round, "东区", "ee")
    with pytest.raises(Refused, match="换个名字"):
        make_point(cast, round, "东区")
    actions.edit_point(actor=cast.actor("office"), now=NOW, point=point, name="东区", place="门口", units=[])
    assert Point.objects.get().place == "门口"
    with pytest.raises(Refused):
        actions.add_point(actor=cast.actor("branch"), now=NOW, round=round, name="自己的")


def test_slots_come_in_series_and_once(cast):
    round = make_round(cast, "member")
    point = make_point(cast, round)
    assert len(make_windows(cast, point)) == 2
    assert make_windows(cast, point) == []
    assert len(make_windows(cast, point, last=DAY + timedelta(days=2))) == 4
    assert {window.pool.bundle for window in Window.objects.select_related("pool")} == {f"welfare:{round.pk}:windows"}
    with pytest.raises(Refused, match="第一天之前"):
        make_windows(cast, point, last=DAY - timedelta(days=1))
    with pytest.raises(Refused, match="最多120个"):
        make_windows(cast, point, last=DAY + timedelta(days=99))
    with pytest.raises(Refused, match="没有选的那种"):
        make_windows(cast, point, days="weekends")


def test_a_person_picks_changes_and_leaves_a_slot(cast):
    round = make_round(cast, "member")
    first, second = make_windows(cast, make_point(cast, round))
    assert pick(cast, round, first).state == "held"
    pick(cast, round, second)
    own = get_own(cast.actor("member"), round.pk)
    assert [(each.mine, each.left) for each in offered_to(own, NOW)] == [(False, 2), (True, 1)]
    assert slots_of_people(round)[cast.people["member"].pk].window == second.pk
    actions.leave_window(actor=cast.actor("member"), now=NOW, round=round)
    assert slots_of_people(round) == {}
    with pytest.raises(Refused, match="还没有选"):
        actions.leave_window(actor=cast.actor("member"), now=NOW, round=round)


def test_a_full_slot_is_refused_and_the_old_one_stays(cast):
    round = make_round(cast, "member", "branch")
    first, second = make_windows(cast, make_point(cast, round), heads=1)
    pick(cast, round, first)
    pick(cast, round, second, "branch")
    with pytest.raises(Refused, match="满了"):
        pick(cast, round, second)
    assert slots_of_people(round)[cast.people["member"].pk].window == first.pk


def test_a_slot_without_a_limit_takes_everybody(cast):
    round = make_round(cast, "member", "branch")
    [window] = make_windows(cast, make_point(cast, round), "8:00-9:00", heads=None)
    for name in ("member", "branch"):
        pick(cast, round, window, name)
    assert [(timed.taken, timed.heads) for timed in points_of(round)[0].slots] == [(2, None)]


def test_what_stands_against_a_slot(cast):
    round = make_round(cast, "member")
    [mine] = make_windows(cast, make_point(cast, round, "东区", "ee"), "8:00-9:00")
    [theirs] = make_windows(cast, make_point(cast, round, "西区", "lib"), "8:00-9:00")
    [over] = make_windows(
        cast, Point.objects.get(name="东区"), "8:00-9:00", first=date(2020, 10, 19), last=date(2020, 10, 19)
    )
    with pytest.raises(Refused, match="别的单位"):
        pick(cast, round, theirs)
    with pytest.raises(Refused, match="过了"):
        pick(cast, round, over)
    with pytest.raises(Http404):
        pick(cast, round, mine, "librarian")
    with pytest.raises(Http404):
        actions.pick_window(actor=cast.actor("member"), now=NOW, round=round, window=0)
    actions.hand_over(actor=cast.actor("office"), now=LATER, entitled=line(round, cast.people["member"]))
    with pytest.raises(Refused, match="已经领了"):
        pick(cast, round, mine)


def test_a_slot_that_somebody_chose_is_not_dropped(cast):
    round = make_round(cast, "member")
    first, second = make_windows(cast, make_point(cast, round))
    pick(cast, round, first)
    office = cast.actor("office")
    with pytest.raises(Refused, match="有人选了"):
        actions.drop_window(actor=office, now=NOW, window=first)
    with pytest.raises(Refused, match="有人选了"):
        actions.drop_point(actor=office, now=NOW, point=first.point)
    actions.drop_window(actor=office, now=NOW, window=second)
    actions.leave_window(actor=cast.actor("member"), now=NOW, round=round)
    actions.drop_point(actor=office, now=NOW, point=first.point)
    assert not Point.objects.exists()


def test_the_chosen_slot_stands_in_the_calendar(cast):
    round = make_round(cast, "member")
    first, _second = make_windows(cast, make_point(cast, round))
    pick(cast, round, first)
    [entry] = ask(Whose(cast.people["member"].pk), DAY, DAY)
    assert (entry.title, entry.starts, entry.place, entry.words) == (
        "领中秋慰问", first.starts_at, "工会活动室 行政楼101", "周敏 1234",
    )  # fmt: skip
    assert list(ask(Whose(), DAY, DAY)) == []


def test_once_a_round_is_over_nobody_chooses(cast):
    round = make_round(cast, "member")
    first, _second = make_windows(cast, make_point(cast, round))
    follow(Turned("close", round, {}, "", cast.actor("office"), NOW))
    first.pool.refresh_from_db()
    assert first.pool.frozen_at == NOW
    round.state = "closed"
    round.save()
    with pytest.raises(Refused, match="现在不选"):
        pick(cast, round, first)
    with pytest.raises(Refused, match="不再改"):
        make_point(cast, round, "晚了")
    assert not Place.objects.exists()
