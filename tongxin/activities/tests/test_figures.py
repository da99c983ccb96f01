"""Figures against a count by hand over random activities."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW
from tongxin.activities import actions
from tongxin.activities.models import Activity, Category, Change, Group, Organiser
from tongxin.activities.tests.making import add, row
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period

YEAR = 2020
SECOND_HALF = date(2020, 7, 1)
KEYS = ("union", "ee", "lib", "hr")
PERIODS = (Period.of_year(YEAR), Period.of_year(2021), Period.between(date(2020, 3, 1), date(2020, 8, 31)))


def compute(key, unit, period=PERIODS[0]):
    figure = figures.get(key)
    assert figure is not None
    return figure.compute(Scope(unit, period))


@st.composite
def an_activity(draw):
    state = draw(st.sampled_from(Activity.State.values))
    day = date(2020, 1, 1) + timedelta(days=draw(st.integers(0, 420)))
    persons = draw(st.none() | st.integers(0, 60))
    times = draw(st.none() | st.integers(persons or 0, 90))
    done = state == "done"
    return {
        "owner": draw(st.sampled_from(KEYS)),
        "fields": {
            "year": draw(st.sampled_from((YEAR, 2021))),
            "state": state,
            "mode": draw(st.sampled_from(Activity.Mode.values)),
            "planned_on": day,
            "held_on": day if done else None,
            "persons": persons if done else None,
            "person_times": times if done else None,
        },
        "category": draw(st.sampled_from(("wen", "jie", "ti", "huai", "tuan"))),
        "group": draw(st.sampled_from((None, "culture", "tradition", "health"))),
        "organisers": draw(st.dictionaries(st.sampled_from(KEYS), st.booleans(), max_size=3)),
        "changes": draw(
            st.lists(
                st.tuples(
                    st.sampled_from(Change.Kind.values),
                    st.sampled_from(Change.Reason.values),
                    st.sampled_from((YEAR, 2021)),
                    st.sampled_from((YEAR, 2021)),
                ),
                max_size=3,
            )
        ),
    }  # fmt: skip


def make(cast, drawn):
    """The rows of one example."""
    Activity.objects.update(state="planned", merged_into=None, held_on=None, held_until=None)
    Activity.objects.all().delete()
    categories = {each.code: each for each in Category.objects.all()}
    groups = {each.code: each for each in Group.objects.all()}
    sink = row(cast.units["other"], "并入的去处")
    for one in drawn:
        fields = {**one["fields"], "category": categories[one["category"]], "group": groups.get(one["group"])}
        if fields["state"] == "merged":
            fields["merged_into"] = sink
        named = tuple((cast.units[key], "run", counts) for key, counts in one["organisers"].items())
        activity = row(cast.units[one["owner"]], organisers=named, **fields)
        for number, (kind, reason, before, after) in enumerate(one["changes"]):
            at = datetime(2020, 2, 1, tzinfo=UTC) + timedelta(days=number)
            Change.objects.create(
                activity=activity, kind=kind, reason=reason, at=at, by="", year_before=before, year_after=after
            )


def hand_count(unit, period):
    """Every figure, counted one activity at a time."""
    year = period.year or period.start.year
    whole = period.year is not None
    counts = lambda one: [each.unit for each in one.organisers.all() if each.counts]  # noqa: E731
    ours: list[Any] = [
        one for one in Activity.objects.all() if any(each.is_below(unit) for each in [one.unit, *counts(one)])
    ]
    held = [one for one in ours if one.state == "done"]
    held = [one for one in held if (one.year == year if whole else within(one.held_on, period))]
    outings = [one for one in held if one.category.code == "tuan"]
    held = [one for one in held if one.category.counted]
    planned = [one for one in ours if one.category.counted and (whole or within(one.planned_on, period))]

    def turns(one, *kinds):
        return [each for each in one.changes.all() if each.year_before == year and each.kind in kinds]

    def why(one):
        if one.state == "merged":
            return "merged"
        said = turns(one, "moved", "postponed", "cancelled", "reinstated")
        return "open" if not said or said[-1].kind == "reinstated" else said[-1].reason

    def left(one):
        return one.year > year and any(
            each.year_before == year and each.year_after > year for each in one.changes.all()
        )

    not_held = [one for one in planned if left(one) or (one.year == year and one.state not in ("idea", "done"))]
    put_off = [
        one for one in planned
        if turns(one, "postponed") and (one.year > year or (one.year == year and one.state == "postponed"))
    ]  # fmt: skip
    late = [one for one in outings if one.held_on >= date(period.start.year, 7, 1)]
    return {
        "activities.held": len(held),
        "activities.held.by_category": {
            code: sum(one.category.code == code for one in held) for code in ("wen", "jie", "ti", "huai")
        },
        "activities.held.by_group": tally((one.group.code if one.group else "none") for one in held),
        "activities.held.by_unit": tally(each.code for one in held for each in counts(one) if each.is_below(unit)),
        "activities.held.by_mode": tally(one.mode for one in held),
        "activities.held.by_half": tally(
            "second" if one.held_on >= date(period.start.year, 7, 1) else "first" for one in held
        ),
        "activities.postponed": len(put_off),
        "activities.cancelled": sum(one.state == "cancelled" and one.year == year for one in planned),
        "activities.not_held.by_reason": tally(why(one) for one in not_held),
        "activities.participants": sum(one.persons or 0 for one in held),
        "activities.participations": sum(one.person_times or 0 for one in held),
        "outings.held": len(outings),
        "outings.second_half_share": Fraction(len(late), len(outings)) if outings else None,
    }


def within(day, period):
    return period.start <= day <= period.end


def tally(keys):
    found: dict[str, int] = {}
    for key in keys:
        found[key] = found.get(key, 0) + 1
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=st.lists(an_activity(), max_size=9), where=st.sampled_from(KEYS), period=st.sampled_from(PERIODS)
)  # fmt: skip
def test_every_figure_agrees_with_a_count_by_hand(cast, drawn, where, period):
    make(cast, drawn)
    unit, reader = cast.units[where], cast.actor("office")
    for key, expected in hand_count(unit, period).items():
        result = compute(key, unit, period)
        if isinstance(expected, dict):
            parts = {part.key: part.value for part in result.parts}
            assert {name: n for name, n in parts.items() if n} == {name: n for name, n in expected.items() if n}, key
            assert all(
                len(part.records.rows(reader, 0, 99)) == part.records.count == part.value for part in result.parts
            )
        else:
            assert result.value == expected, key
        assert len(result.records.rows(reader, 0, 99)) == result.records.count


def test_counted_categories_without_activities_are_part_of_the_breakdown(cast):
    result = compute("activities.held.by_category", cast.union)
    assert [(part.key, part.value, part.seal) for part in result.parts] == [
        ("wen", 0, "文"), ("jie", 0, "节"), ("ti", 0, "体"), ("huai", 0, "怀"),
    ]  # fmt: skip


def test_a_joint_activity_counts_once_for_the_union_and_once_for_each(cast):
    units = cast.units
    row(
        units["union"], "中秋节活动", state="done", held_on=date(2020, 9, 29),
        organisers=((units["hr"], "run", True), (units["ee"], "run", True), (units["lib"], "assist", False)),
    )  # fmt: skip
    assert compute("activities.held", cast.union).value == 1
    assert [compute("activities.held", units[key]).value for key in ("hr", "ee", "lib", "other")] == [1, 1, 0, 0]
    result = compute("activities.held.by_unit", cast.union)
    assert ({part.key: part.value for part in result.parts}, result.value) == ({"ee": 1, "hr": 1}, 1)
    assert result.note


def test_heads_that_nobody_counted_are_told(cast):
    for persons, times in ((40, 44), (None, None)):
        row(cast.union, state="done", held_on=date(2020, 9, 29), persons=persons, person_times=times)
    people, times = (compute(key, cast.union) for key in ("activities.participants", "activities.participations"))
    assert (people.value, times.value) == (40, 44)
    assert "1项" in people.note
    assert people.records.rows(cast.actor("office"), 0, 9)[0].detail == "40人"


def test_an_activity_carried_over_is_postponed_in_its_old_year_and_not_in_the_new(cast):
    office = cast.actor("office")
    meeting = add(cast, "2021年年会", planned_on=date(2020, 12, 30))
    meeting = actions.postpone(actor=office, now=NOW, activity=meeting, until=date(2021, 3, 5), reason="epidemic")
    old, new = Period.of_year(2020), Period.of_year(2021)
    assert [compute("activities.postponed", cast.union, each).value for each in (old, new)] == [1, 0]
    reasons = compute("activities.not_held.by_reason", cast.union, old)
    assert [(part.key, part.value) for part in reasons.parts] == [("epidemic", 1)]


@pytest.mark.parametrize(
    "key", [figure.key for figure in figures if figure.key.startswith(("activities.held", "outings"))]
)
def test_records_that_the_reader_may_not_see_count_without_a_name(cast, key):
    row(cast.units["other"], "隔壁登高", state="done", held_on=date(2020, 9, 29))
    result = compute(key, cast.units["other"])
    rows = result.records.rows(cast.actor("office"), 0, 9)
    assert all(each.label != "隔壁登高" and not each.url for each in rows)


def test_a_done_activity_of_the_own_union_can_be_opened_by_a_member(cast):
    activity = row(cast.union, state="done", held_on=date(2020, 9, 29))
    assert Organiser.objects.count() == 0
    found = compute("activities.held", cast.union).records.rows(cast.actor("member", in_office=False), 0, 9)
    assert [each.label for each in found] == [activity.title]
