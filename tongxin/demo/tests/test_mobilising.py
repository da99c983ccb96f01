"""Volunteers, tasks and a collection in the demonstration year."""

from __future__ import annotations

from datetime import date

import pytest

from tongxin.core.periods import Period
from tongxin.demo.facts.volunteers import CALLS, TASKS
from tongxin.mobilisation.models import Answer, Asked, Call, Collection, Task
from tongxin.org.actor import shell_actor
from tongxin.report.queries.figures import compute_all

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def figures(demonstration):
    """The figures of 2020 by key."""
    return {row.key: row.value for row in compute_all(demonstration, Period.of_year(2020), shell_actor())}


def test_some_sixty_people_served_some_nine_hundred_hours(figures):
    assert 30 <= figures["mobilisation.volunteers"] <= 62
    assert 800 <= figures["mobilisation.hours"] <= 900
    assert figures["mobilisation.calls"] == len(CALLS)


def test_every_branch_did_both_tasks(demonstration, figures):
    parts = [part for task in Task.objects.all() for part in task.handed.all()]
    assert {part.state for part in parts} == {"done"}
    assert figures["mobilisation.tasks_done"] == len(parts) and len(parts) % len(TASKS) == 0


def test_the_calls_of_the_year_are_over_and_thanked(demonstration):
    calls = Call.objects.filter(starts_on__year=2020)
    assert {call.state for call in calls} == {"ended"} and all(call.thanked_at for call in calls)
    assert Call.objects.filter(state="open").count() == 1


def test_the_collection_is_erased(demonstration):
    assert Collection.objects.get().erased_at.date() == date(2020, 5, 31)
    assert not Answer.objects.exists()
    assert 0 < sum(asked.answered for asked in Asked.objects.all()) < sum(asked.people for asked in Asked.objects.all())
