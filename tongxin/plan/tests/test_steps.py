"""Steps of a piece of work: the share follows them, and they go along into the next year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.plan import actions
from tongxin.plan.models import WorkItem, WorkStep
from tongxin.plan.rules.steps import a_year_later, share_of
from tongxin.plan.tests.making import work
from tongxin.plan.todos import ask


@pytest.fixture
def item(cast):
    return work(cast)


def add(cast, item, title="选好委员", **more) -> WorkStep:
    return actions.add_step(actor=cast.actor("office"), now=NOW, item=item, title=title, **more)


def tick(cast, step, *, done=True):
    return actions.tick_step(actor=cast.actor("office"), now=NOW, step=step, done=done)


def refused(code, act, **given) -> None:
    before = (Entry.objects.count(), list(WorkStep.objects.values_list()), list(WorkItem.objects.values_list()))
    with pytest.raises(Refused) as refusal:
        act(**given)
    assert refusal.value.code == code
    assert (Entry.objects.count(), list(WorkStep.objects.values_list()), list(WorkItem.objects.values_list())) == before


def test_the_share_follows_the_steps(cast, item):
    first, second, _third = (add(cast, item, title) for title in ("一", "二", "三"))
    tick(cast, first)
    item.refresh_from_db()
    assert (item.share_done, item.state) == (33, "under_way")
    tick(cast, second)
    tick(cast, first, done=False)
    item.refresh_from_db()
    assert item.share_done == 33
    actions.remove_step(actor=cast.actor("office"), now=NOW, step=first)
    item.refresh_from_db()
    assert item.share_done == 50


def test_all_steps_ticked_leave_the_last_word_to_a_person(cast, item):
    step = add(cast, item)
    ticked = tick(cast, step)
    assert (ticked.done_on, ticked.done_by) == (date(2020, 10, 20), "周敏")
    item.refresh_from_db()
    assert (item.share_done, item.state) == (100, "under_way")
    page = cast.client("office").get(f"/years/items/{item.pk}/").content.decode()
    assert "步骤都做完了" in page
    assert actions.finish_work_item(actor=cast.actor("office"), now=NOW, item=item).state == "done"


def test_steps_go_along_into_the_next_year_with_their_history(cast, item):
    done, open_ = add(cast, item, "摸底", due_on=date(2020, 4, 1)), add(cast, item, "换届", due_on=date(2020, 6, 1))
    tick(cast, done)
    successor = actions.carry_over(actor=cast.actor("office"), now=NOW, item=item, due_on=date(2021, 5, 31))
    assert [(s.title, s.due_on, s.done_on) for s in successor.steps.all()] == [
        ("摸底", date(2020, 4, 1), date(2020, 10, 20)), ("换届", date(2021, 5, 31), None),
    ]  # fmt: skip
    assert list(item.steps.all()) == [done, open_]
    third = actions.carry_over(actor=cast.actor("office"), now=NOW, item=successor, due_on=None)
    page = cast.client("office").get(f"/years/items/{third.pk}/").content.decode()
    assert "历年" in page and "2020" in page and "2021" in page and "做完一步：摸底" in page


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("step.title_missing", {"title": " "}),
        ("step.due_after_item", {"title": "换届", "due_on": date(2020, 7, 1)}),
    ],
)
def test_a_step_says_what_and_in_time(cast, item, code, given):
    refused(code, add, cast=cast, item=item, **given)


def test_thirty_steps_are_enough(cast, item):
    for number in range(30):
        add(cast, item, f"第{number}步")
    refused("step.too_many", add, cast=cast, item=item)


def test_steps_of_closed_work_stay_as_they_are(cast, item):
    step = add(cast, item)
    actions.finish_work_item(actor=cast.actor("office"), now=NOW, item=item)
    refused("work_item.closed", add, cast=cast, item=item)
    refused("work_item.closed", tick, cast=cast, step=step)
    refused("work_item.closed", actions.remove_step, actor=cast.actor("office"), now=NOW, step=step)


@pytest.mark.parametrize("who", ["member", "branch", "audit", "party", "outsider"])
def test_nobody_else_touches_steps(cast, item, who):
    step, actor = add(cast, item), cast.actor(who)
    refused("access.no_right", actions.add_step, actor=actor, now=NOW, item=item, title="一")
    refused("access.no_right", actions.tick_step, actor=actor, now=NOW, step=step, done=True)
    refused("access.no_right", actions.remove_step, actor=actor, now=NOW, step=step)


def test_steps_on_the_page(cast, item):
    client = cast.client("office")
    assert client.post(f"/years/items/{item.pk}/steps/add/", {"title": ""}).status_code == 422
    assert client.post(f"/years/items/{item.pk}/steps/add/", {"title": "摸底"}).status_code == 302
    step = item.steps.get()
    assert client.post(f"/years/steps/{step.pk}/tick/", {"done": "1"}).status_code == 302
    step.refresh_from_db()
    assert step.done_on
    client.post(f"/years/steps/{step.pk}/tick/", {"done": "0"})
    step.refresh_from_db()
    assert step.done_on is None
    assert client.get(f"/years/steps/{step.pk}/tick/").status_code == 405
    assert client.post(f"/years/steps/{step.pk}/remove/").status_code == 302
    assert not item.steps.exists()
    assert client.post("/years/steps/99999/remove/").status_code == 404


def test_work_waits_once_however_many_of_its_steps_are_due(cast):
    later = work(cast, "俱乐部建设", due_on=date(2021, 6, 30))
    for title, day in (("招新", 9), ("定章程", 1), ("明年的事", None)):
        add(cast, later, title, due_on=day and date(2020, 10, day))
    (todo,) = ask(cast.actor("office"), NOW)
    assert (todo.title, todo.why) == ("定章程", "“俱乐部建设”的一步，后面还有1步到期")
    assert not ask(cast.actor("member"), NOW)


def test_work_that_is_overdue_itself_speaks_for_its_steps(cast, item):
    add(cast, item, due_on=date(2020, 6, 1))
    assert [todo.key for todo in ask(cast.actor("office"), NOW)] == [f"plan.work.{item.pk}"]


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_share_is_a_share(done, more):
    share = share_of(done, done + more)
    assert share is None if not done + more else 0 <= share <= 100
    assert (share == 100) == (more == 0 and done > 0)


@pytest.mark.parametrize(
    ("day", "last", "later"),
    [
        (date(2020, 2, 29), None, date(2021, 2, 28)),
        (date(2020, 5, 1), None, date(2021, 5, 1)),
        (date(2020, 5, 1), date(2021, 4, 1), date(2021, 4, 1)),
        (None, date(2021, 4, 1), None),
    ],
)
def test_a_year_later(day, last, later):
    assert a_year_later(day, last) == later
