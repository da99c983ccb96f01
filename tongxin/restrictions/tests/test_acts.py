"""Declaring, amending, ending and telling: what each does, and each refusal, after which nothing is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.cast import NOW, TODAY
from tongxin.activities.tests.making import add
from tongxin.attendance.tests.making import make_slot
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message, Notice
from tongxin.restrictions import actions
from tongxin.restrictions.models import Restriction
from tongxin.restrictions.queries.standing import standing
from tongxin.restrictions.rules.limits import Demand
from tongxin.restrictions.tests.making import FIRST, declare, terms


def refused(code, act, **given):
    """Refused with `code`, and nothing was written."""
    before = (list(Restriction.objects.values()), Entry.objects.count(), Notice.objects.count())
    with pytest.raises(Refused) as caught:
        act(now=NOW, **given)
    assert caught.value.code == code
    assert (list(Restriction.objects.values()), Entry.objects.count(), Notice.objects.count()) == before
    return caught.value


def entry(restriction):
    return Entry.objects.filter(thing_type="restrictions.restriction", thing_id=str(restriction.pk)).latest("id")


def test_what_is_declared_stands_from_its_first_day(cast):
    made = declare(cast, places=" 礼堂 \n\n体育馆\n礼堂", steps=((100, "file"), (50, "plan")), units=[cast.units["ee"]])
    (found,) = standing(FIRST, FIRST)
    assert (found.pk, found.limits.places, found.limits.paths) == (
        made.pk,
        ("礼堂", "体育馆"),
        (cast.units["ee"].path,),
    )
    assert found.limits.steps == ((50, Demand.PLAN), (100, Demand.FILE))
    assert standing(FIRST - timedelta(days=1), FIRST - timedelta(days=1)) == ()
    assert entry(made).act == "restrictions.declare"
    assert entry(made).after["steps"] == [[50, "plan"], [100, "file"]]


def test_a_branch_declares_for_itself_only(cast):
    made = declare(cast, by="branch", unit="ee")
    assert made.unit == cast.units["ee"]
    refused("access.no_right", actions.declare, actor=cast.actor("branch"), unit=cast.union, terms=terms())
    refused("access.no_right", actions.declare, actor=cast.actor("branch"), unit=cast.units["lib"], terms=terms())


@pytest.mark.parametrize("who", ["member", "outsider", "audit", "hr", "party"])
def test_who_has_no_right_is_refused(cast, who):
    made = declare(cast)
    refused("access.no_right", actions.declare, actor=cast.actor(who), unit=cast.union, terms=terms())
    refused("access.no_right", actions.amend, actor=cast.actor(who), restriction=made, terms=terms())
    refused("access.no_right", actions.end, actor=cast.actor(who), restriction=made, words="解除")
    refused("access.no_right", actions.tell_concerned, actor=cast.actor(who), restriction=made)


def test_the_members_hat_does_not_declare(cast):
    actor = cast.actor("office", in_office=False)
    assert refused("access.office_mode", actions.declare, actor=actor, unit=cast.union, terms=terms()).status == 403


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("restriction.no_title", {"title": "  "}),
        ("restriction.backwards", {"ends_on": date(2020, 9, 30)}),
        ("restriction.no_limits", {"steps": ()}),
        ("restriction.step_twice", {"steps": ((50, "plan"), (50, "file"))}),
    ],
)
def test_terms_that_make_no_sense_are_refused(cast, code, more):
    office = cast.actor("office")
    refused(code, actions.declare, actor=office, unit=cast.union, terms=terms(**more))
    made = declare(cast)
    refused(code, actions.amend, actor=office, restriction=made, terms=terms(**more))


def test_units_elsewhere_and_closed_ones_are_refused(cast):
    office, chair = cast.actor("office"), cast.actor("branch")
    elsewhere = terms(units=[cast.units["lib"]])
    refused("restriction.unit_elsewhere", actions.declare, actor=chair, unit=cast.units["ee"], terms=elsewhere)
    cast.units["ee"].closed_on = TODAY
    cast.units["ee"].save()
    refused("restriction.closed_unit", actions.declare, actor=office, unit=cast.units["ee"], terms=terms())


def test_an_amendment_keeps_what_it_said_before(cast):
    made = declare(cast)
    actions.amend(
        actor=cast.actor("office"), now=NOW, restriction=made, terms=terms(steps=((100, "ban"),), title="收紧")
    )
    kept = entry(made)
    assert kept.act == "restrictions.amend"
    assert (kept.before["steps"], kept.after["steps"]) == ([[50, "plan"]], [[100, "ban"]])
    assert (kept.before["title"], kept.after["title"]) == ("聚集管控", "收紧")
    assert "farthest" not in kept.after
    (found,) = standing(TODAY)
    assert found.limits.steps == ((100, Demand.BAN),)


def test_an_amendment_that_changes_nothing_leaves_no_entry(cast):
    made = declare(cast)
    before = Entry.objects.count()
    actions.amend(actor=cast.actor("office"), now=NOW, restriction=made, terms=terms())
    assert Entry.objects.count() == before


def test_what_is_ended_holds_no_more_and_stays_on_record(cast):
    made = declare(cast)
    actions.end(actor=cast.actor("office"), now=NOW, restriction=made, words=" 转为常态 ")
    made.refresh_from_db()
    assert (made.ended_on, made.ended_words, made.until) == (TODAY, "转为常态", TODAY - timedelta(days=1))
    assert standing(TODAY) == ()
    (found,) = standing(FIRST, TODAY)
    assert found.limits.ends_on == TODAY - timedelta(days=1)
    assert entry(made).reason == "转为常态"
    office = cast.actor("office")
    refused("restriction.ended", actions.end, actor=office, restriction=made, words="再解除")
    refused("restriction.ended", actions.amend, actor=office, restriction=made, terms=terms())
    refused("restriction.ended", actions.tell_concerned, actor=office, restriction=made)


def test_one_that_never_began_leaves_nothing(cast):
    made = declare(cast, starts_on=date(2020, 11, 1))
    actions.end(actor=cast.actor("office"), now=NOW, restriction=made, words="不用了")
    assert standing(date(2020, 1, 1)) == ()


def test_ending_wants_words(cast):
    refused("restriction.no_words", actions.end, actor=cast.actor("office"), restriction=declare(cast), words="  ")


def test_officers_of_what_is_touched_are_told_once_and_told_when_it_is_over(cast):
    office = cast.actor("office")
    add(cast, unit="ee", expected=80, published=True)
    made = declare(cast)
    assert actions.tell_concerned(actor=office, now=NOW, restriction=made) == 1
    notice = Notice.objects.get(key=f"restrictions:{made.pk}:declared")
    assert list(notice.messages.values_list("person", flat=True)) == [cast.people["branch"].pk]
    assert "超过50人要有防控方案" in notice.body
    assert entry(made).act == "restrictions.tell"
    refused("restriction.told_already", actions.tell_concerned, actor=office, restriction=made)
    actions.end(actor=office, now=NOW, restriction=made, words="转为常态")
    over = Notice.objects.get(key=f"restrictions:{made.pk}:ended")
    assert list(over.messages.values_list("person", flat=True)) == [cast.people["branch"].pk]
    assert over.body == "转为常态"


def test_who_signed_up_for_what_is_touched_is_told_too(cast):
    slot = make_slot(cast, "member", "librarian", expected=80)
    declare(cast, title="别的", unit="lib")
    made = declare(cast)
    assert actions.tell_concerned(actor=cast.actor("office"), now=NOW, restriction=made) == 3
    told = Message.objects.filter(notice__key=f"restrictions:{made.pk}:declared").values_list("person", flat=True)
    assert set(told) == {cast.people[name].pk for name in ("member", "librarian", "branch")}
    assert slot.activity.expected == 80


def test_where_nobody_is_concerned_nobody_is_told(cast):
    made = declare(cast)
    refused("restriction.nobody", actions.tell_concerned, actor=cast.actor("office"), restriction=made)
    actions.end(actor=cast.actor("office"), now=NOW, restriction=made, words="转为常态")
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {"title": ""},
        {"ends_on": date(2020, 1, 1)},
        {"severity": "loud"},
        {"farthest": "moon"},
        {"ended_on": TODAY},
        {"ended_at": NOW, "ended_on": TODAY},
    ],
)
def test_the_database_holds_what_always_holds(cast, values):
    made = declare(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Restriction.objects.filter(pk=made.pk).update(**values)
