"""The pages and figures of activities ask the database as often for many activities as for few."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW
from tongxin.activities.models import Activity, Category, Change, Organiser
from tongxin.activities.queries.listing import Filters, found, listing, row_of
from tongxin.activities.queries.on_now import on_now
from tongxin.activities.queries.unit_panel import of_unit_in_year
from tongxin.activities.todos import ask
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.org import office

OURS = [figure.key for figure in figures if figure.key.startswith(("activities.held", "activities.", "outings."))]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


def fill(cast, count):
    """Activities of all states, each with two organisers and a change."""
    categories = list(Category.objects.all())
    states = ("planned", "published", "done", "done", "postponed", "cancelled")
    for n in range(count):
        day, state = date(2020, 1, 1) + timedelta(days=n * 37 % 366), states[n % len(states)]
        activity = Activity.objects.create(
            unit=cast.union, year=2020, title=f"活动{n}", category=categories[n % 5], state=state, planned_on=day,
            starts_on=day, held_on=day if state == "done" else None, persons=n, published_at=NOW,
        )  # fmt: skip
        for order, key in enumerate(("ee", "hr")):
            Organiser.objects.create(activity=activity, unit=cast.units[key], order=order)
        Change.objects.create(
            activity=activity, kind="moved", reason="weather", at=NOW, by="", year_before=2020, year_after=2020
        )


def count(call):
    """How many queries a call makes."""
    with CaptureQueriesContext(
        connection,
    ) as held:
        call()
    return len(held)


def browse(cast, who, address):
    client = cast.client(who, in_office=who != "member")
    if who != "member":
        session = client.session
        office.begin(session, NOW, 30)
        session.save()

    def call():
        assert client.get(address).status_code == 200

    return call


def calls(cast):
    """What is counted, by name, with the most queries it may take."""
    boss, member = cast.actor("office"), cast.actor("member", in_office=False)
    found_all = [row_of(one) for one in found(boss, Filters(2020))]
    assert found_all
    return {
        "on now": (lambda: on_now(member, NOW), 8),
        "listing": (lambda: listing(boss, Filters(2020)), 4),
        "export": (lambda: [row_of(one) for one in found(boss, Filters(2020))], 3),
        "to-dos": (lambda: ask(boss, NOW), 1),
        "unit panel": (lambda: of_unit_in_year(boss, cast.units["ee"], 2020), 7),
        "members' page": (browse(cast, "member", "/activities/"), 16),
        "officers' page": (browse(cast, "office", "/activities/?year=2020"), 22),
        "an activity": (browse(cast, "office", f"/activities/{Activity.objects.values_list('pk', flat=True)[0]}/"), 27),
        "new": (browse(cast, "office", "/activities/new/"), 18),
    }


def test_pages_take_as_many_queries_for_many_as_for_few(cast):
    fill(cast, 40)
    few = {name: count(call) for name, (call, _most) in calls(cast).items()}
    fill(cast, 70)
    for name, (call, most) in calls(cast).items():
        many = count(call)
        assert many == few[name], name
        assert many <= most, (name, many)


@pytest.mark.parametrize("key", OURS)
def test_a_figure_takes_three_queries_at_most_and_its_records_two(cast, key):
    figure, boss = figures.get(key), cast.actor("office")
    if figure is None or figure.compute.__module__.split(".")[1] != "activities":
        pytest.skip("not ours")
    fill(cast, 6)
    scope = Scope(cast.union, Period.of_year(2020))
    few = count(lambda: figure.compute(scope))
    fill(cast, 40)
    assert count(lambda: figure.compute(scope)) == few <= 3
    result = figure.compute(scope)
    assert count(lambda: result.records.rows(boss, 0, 20)) <= 3
