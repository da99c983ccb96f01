"""Each act with each refusal: nothing is written where it is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry as Trail
from tongxin.contests import actions
from tongxin.contests.models import Contest, Entry, Heat
from tongxin.contests.queries.events import event_of, events_of
from tongxin.contests.rules.marks import NONE, Reading
from tongxin.contests.tests.making import event, fill, fresh, heats, keys, marks, relay, team
from tongxin.core.refusals import Refused
from tongxin.notices.models import Notice
from tongxin.places.models import Place
from tongxin.signups.actions import drop_slot

pytestmark = pytest.mark.django_db


def refused(code, act, *args, **given):
    before = Trail.objects.count(), Entry.objects.count(), Heat.objects.count(), Notice.objects.count()
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    assert refusal.value.code == code
    assert before == (Trail.objects.count(), Entry.objects.count(), Heat.objects.count(), Notice.objects.count())
    return refusal.value


def trail(act):
    return Trail.objects.filter(act=f"contests.{act}")


def test_heats_are_drawn_up_from_the_list_and_leave_one_entry(cast):
    slot = event(cast)
    fill(cast, slot, 5, "ee")
    fill(cast, slot, 4, "lib")
    made = heats(cast, slot, lanes=4, every=10)
    found = event_of(fresh(slot))
    assert [len(sheet.lines) for sheet in found.heats] == [3, 3, 3]
    assert [sheet.heat.at.minute for sheet in found.heats] == [0, 10, 20]
    for sheet in found.heats:
        assert [line.lane for line in sheet.lines] == [1, 2, 3]
        assert len({line.unit for line in sheet.lines}) == 2
    entry = trail("make_heats").get()
    assert (len(made), entry.after["heats"], entry.after["runners"]) == (3, 3, 9)


def test_heats_can_be_drawn_up_again_and_come_out_the_same(cast):
    slot = event(cast)
    fill(cast, slot, 5)
    heats(cast, slot, lanes=3)
    first = [[line.key for line in sheet.lines] for sheet in event_of(fresh(slot)).heats]
    heats(cast, slot, lanes=3)
    assert [[line.key for line in sheet.lines] for sheet in event_of(fresh(slot)).heats] == first


def test_no_heats_of_nobody(cast):
    slot = event(cast)
    refused("contest.nobody", heats, cast, slot)


def test_no_heats_without_lanes(cast):
    slot = event(cast)
    fill(cast, slot, 2)
    assert refused("contest.lanes", heats, cast, slot, lanes=0).field == "lanes"


def test_no_heats_anew_once_there_is_a_result(cast):
    slot = event(cast)
    (one, *_rest) = fill(cast, slot, 3)
    heats(cast, slot, lanes=2)
    marks(cast, slot, **{one: "13"})
    refused("contest.has_results", heats, cast, slot, lanes=3)


@pytest.mark.parametrize(("by", "in_office", "code"), [("branch", True, "access.no_right"), ("member", False, "access.no_right"), ("office", False, "access.office_mode"), ("outsider", True, "access.no_right")])  # fmt: skip
@pytest.mark.parametrize("act", ["make_heats", "move_entry", "record_results", "set_points", "correct_result", "publish_results"])  # fmt: skip
def test_only_who_runs_the_activity_may(cast, by, in_office, code, act):
    slot = event(cast)
    (one, *_rest) = fill(cast, slot, 2)
    heats(cast, slot)
    marks(cast, slot, **{one: "13"})
    key = keys(slot)[cast.people[one].name]
    given = {
        "make_heats": {"slot": fresh(slot)}, "move_entry": {"slot": fresh(slot), "key": key, "heat": 1, "lane": 5},
        "record_results": {"slot": fresh(slot), "marks": {key: Reading(Decimal(12))}},
        "set_points": {"slot": fresh(slot), "table": [3], "factor": 1}, "publish_results": {"activity": slot.activity},
        "correct_result": {"entry": Entry.objects.filter(mark=13).select_related("slot__activity__unit").get(), "reading": Reading(Decimal(12)), "reason": "看错"},
    }  # fmt: skip
    refused(code, getattr(actions, act), actor=cast.actor(by, in_office=in_office), now=NOW, **given[act])


def test_who_is_moved_changes_places_with_who_stood_there(cast):
    slot = event(cast)
    fill(cast, slot, 4)
    heats(cast, slot, lanes=2)
    first, second = (sheet.lines for sheet in event_of(fresh(slot)).heats)
    actions.move_entry(
        actor=cast.actor("office"), now=NOW, slot=fresh(slot), key=first[0].key, heat=2, lane=second[1].lane
    )
    now = {line.key: (line.heat, line.lane) for line in event_of(fresh(slot)).lines}
    assert now[first[0].key] == (2, 2)
    assert now[second[1].key] == (1, 1)
    assert trail("move_entry").get().before == {"heat": 1, "lane": 1}


def test_who_comes_after_the_draw_is_put_into_a_free_lane(cast):
    slot = event(cast)
    fill(cast, slot, 3)
    heats(cast, slot, lanes=2)
    (late,) = fill(cast, slot, 1)
    key = keys(slot)[cast.people[late].name]
    assert [line.key for line in event_of(fresh(slot)).loose] == [key]
    actions.move_entry(actor=cast.actor("office"), now=NOW, slot=fresh(slot), key=key, heat=2, lane=2)
    assert not event_of(fresh(slot)).loose


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [({"heat": 9}, "contest.heat", "heat"), ({"lane": 3}, "contest.lane", "lane"), ({"lane": 0}, "contest.lane", "lane"),
     ({"key": "p0"}, "contest.gone", None)],
)  # fmt: skip
def test_a_move_to_nowhere_is_refused(cast, given, code, field):
    slot = event(cast)
    (one, *_rest) = fill(cast, slot, 2)
    heats(cast, slot, lanes=2)
    wanted = {"key": keys(slot)[cast.people[one].name], "heat": 1, "lane": 1, **given}
    refusal = refused(code, actions.move_entry, actor=cast.actor("office"), now=NOW, slot=fresh(slot), **wanted)
    assert refusal.field == field


def test_who_has_a_result_stays_where_it_was_run(cast):
    slot = event(cast)
    one, _other = fill(cast, slot, 2)
    heats(cast, slot, lanes=2)
    marks(cast, slot, **{one: "13"})
    lines = {line.key: line for line in event_of(fresh(slot)).lines}
    with_mark = lines[keys(slot)[cast.people[one].name]]
    for key in lines:
        wanted = {"key": key, "heat": 1, "lane": with_mark.lane if key != with_mark.key else 3 - (with_mark.lane or 0)}
        refused(
            "contest.has_result", actions.move_entry, actor=cast.actor("office"), now=NOW, slot=fresh(slot), **wanted
        )


def test_results_rank_the_whole_event_over_all_heats(cast):
    slot = event(cast)
    a, b, c, d = fill(cast, slot, 4)
    heats(cast, slot, lanes=2)
    assert marks(cast, slot, **{a: "13.20", b: "12.8", c: "13.2", d: "弃权"}) == 4
    best = event_of(fresh(slot)).best
    assert [(line.name, line.shown, line.rank, line.points) for line in best] == [
        (cast.people[b].name, "12.8", 1, 7), (cast.people[a].name, "13.2", 2, 5), (cast.people[c].name, "13.2", 2, 5),
        (cast.people[d].name, "弃权", None, 0),
    ]  # fmt: skip
    assert len(trail("record_results").get().after["marks"]) == 4


def test_an_event_without_heats_takes_results_too_and_a_mark_can_be_taken_back(cast):
    slot = event(cast, "跳远", measure="distance")
    a, b = fill(cast, slot, 2)
    marks(cast, slot, **{a: "5米32", b: "532cm"})
    assert [line.rank for line in event_of(fresh(slot)).best] == [1, 1]
    key = keys(slot)[cast.people[a].name]
    actions.record_results(actor=cast.actor("office"), now=NOW, slot=fresh(slot), marks={key: NONE})
    assert [(line.name, line.shown) for line in event_of(fresh(slot)).best] == [(cast.people[b].name, "5.32")]


def test_the_same_again_changes_nothing_and_leaves_no_entry(cast):
    slot = event(cast)
    (a,) = fill(cast, slot, 1)
    marks(cast, slot, **{a: "13"})
    assert marks(cast, slot, **{a: "13.0"}) == 0
    assert trail("record_results").count() == 1


def test_no_result_for_who_is_no_longer_on_the_list(cast):
    slot = event(cast)
    (a,) = fill(cast, slot, 1)
    key = keys(slot)[cast.people[a].name]
    Place.objects.update(state="withdrawn")
    given = {"actor": cast.actor("office"), "now": NOW, "slot": fresh(slot), "marks": {key: Reading(Decimal(13))}}
    assert refused("contest.gone", actions.record_results, **given).field == key


def test_who_has_a_result_is_kept_though_no_longer_on_the_list(cast):
    slot = event(cast)
    (a,) = fill(cast, slot, 1)
    marks(cast, slot, **{a: "13"})
    Place.objects.update(state="removed")
    assert [(line.name, line.unit, line.rank) for line in event_of(fresh(slot)).lines] == [(cast.people[a].name, "电子与电气工程学院", 1)]  # fmt: skip


def test_a_slot_with_results_is_not_taken_away(cast):
    slot = event(cast)
    (a,) = fill(cast, slot, 1)
    marks(cast, slot, **{a: "13"})
    refused("slot.in_use", drop_slot, actor=cast.actor("office"), now=NOW, slot=fresh(slot))


def points_of(cast, slot, table, factor=1):
    return actions.set_points(actor=cast.actor("office"), now=NOW, slot=fresh(slot), table=table, factor=factor)


def test_other_points_follow_at_once(cast):
    slot = event(cast)
    a, b = fill(cast, slot, 2)
    marks(cast, slot, **{a: "13", b: "14"})
    points_of(cast, slot, [10, 8], 2)
    assert [line.points for line in event_of(fresh(slot)).best] == [20, 16]
    assert trail("set_points").get().before == {"table": [7, 5, 4, 3, 2, 1], "factor": 1}
    points_of(cast, slot, [], 1)
    assert [line.points for line in event_of(fresh(slot)).best] == [0, 0]
    assert not events_of(slot.activity).units[1:]


@pytest.mark.parametrize(("table", "factor", "field"), [([1, 2], 1, "table"), ([2000], 1, "table"), ([1] * 31, 1, "table"), ([1], 0, "factor"), ([1], 11, "factor")])  # fmt: skip
def test_a_table_that_rises_or_is_out_of_bounds_is_refused(cast, table, factor, field):
    slot = event(cast)
    assert refused(f"contest.{field}", points_of, cast, slot, table, factor).field == field
    assert not Contest.objects.exists()


def test_team_events_count_double_and_units_are_summed(cast):
    run_ = event(cast)
    race = relay(cast, activity=run_.activity)
    a, b, c = fill(cast, run_, 1)[0], fill(cast, run_, 1, "lib")[0], cast.people["member"]
    team(cast, race, "branch", [c, cast.people["branch"]])
    marks(cast, run_, **{a: "13", b: "12"})
    (line,) = event_of(fresh(race)).lines
    given = {line.key: Reading(Decimal(60))}
    actions.record_results(actor=cast.actor("office"), now=NOW, slot=fresh(race), marks=given)
    found = events_of(run_.activity).units
    assert [(each.rank, each.unit, each.points, each.firsts) for each in found] == [
        (1, "电子与电气工程学院", 19, 1), (2, "图书馆", 7, 1),
    ]  # fmt: skip
