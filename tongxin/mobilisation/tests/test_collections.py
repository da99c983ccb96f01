"""Temporary data: asked, answered, counted, read by two, erased."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.config.cli import work
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.models import Answer, Asked, Collection
from tongxin.mobilisation.queries.collections import counts_page
from tongxin.mobilisation.tests.making import collection
from tongxin.mobilisation.tests.test_calls import entries, refused
from tongxin.notices.models import Notice
from tongxin.places.tests.making import people_of

pytestmark = pytest.mark.django_db
GIVEN = {"well": True, "temperature": Decimal("36.5"), "away": True, "where": "合肥", "note": "坐高铁"}


def say(cast, made, name="member", now=NOW, **change):
    return actions.answer(actor=cast.actor(name, in_office=False), now=now, collection=made, given={**GIVEN, **change})


def test_all_of_the_units_are_asked_and_the_readers_told(cast):
    made = collection(cast)
    assert made.erase_on == date(2020, 11, 20)
    told = Notice.objects.get(key=f"mobilisation:collection:{made.pk}").messages
    assert set(told.values_list("person__name", flat=True)) == {"吴海燕", "张三"}
    assert made.asked.get().people == 2
    readers = Notice.objects.get(key=f"mobilisation:collection:{made.pk}:readers").messages
    assert set(readers.values_list("person__name", flat=True)) == {"周敏", "丁磊"}


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("collection.no_purpose", {"purpose": " "}),
        ("collection.no_ground", {"ground": ""}),
        ("collection.no_question", {"asks": ["blood"]}),
        ("collection.past", {"ends_on": date(2020, 10, 19), "erase_on": date(2020, 10, 30)}),
        ("collection.kept_too_long", {"erase_on": date(2020, 11, 27)}),
        ("collection.kept_too_long", {"erase_on": date(2020, 10, 27)}),
        ("collection.two_readers", {"readers": []}),
        ("collection.nobody", {"units": []}),
    ],
)
def test_a_collection_that_asks_too_much_is_refused(cast, code, change):
    refused(code, lambda: collection(cast, **change))
    assert not Collection.objects.exists()


def test_thirty_days_are_the_most(cast):
    assert collection(cast, erase_on=date(2020, 11, 26)).keep_days == 30


def test_readers_and_units_are_of_the_union(cast):
    office, outsider = cast.people["office"], cast.people["outsider"]
    refused("collection.foreign_reader", lambda: collection(cast, readers=[office, outsider]))
    refused("collection.two_readers", lambda: collection(cast, readers=[office, office]))
    refused("collection.not_below", lambda: collection(cast, units=[cast.units["other"]]))


@pytest.mark.parametrize(("name", "office", "code"), [("member", True, "access.no_right"), ("outsider", True, "access.no_right"), ("branch", True, "access.no_right"), ("office", False, "access.office_mode")])  # fmt: skip
def test_only_who_may_change_people_begins_and_erases(cast, name, office, code):
    made = collection(cast)
    actor = cast.actor(name, in_office=office)
    refused(code, actions.erase_collection, actor=actor, now=NOW, collection=made)
    given = {
        "title": "甲",
        "purpose": "乙",
        "ground": "丙",
        "asks": ["well"],
        "units": [cast.units["ee"]],
        "readers": [],
    }
    refused(
        code, actions.begin_collection, actor=actor, now=NOW, unit=cast.union, ends_on=NOW.date(), erase_on=NOW.date(), **given
    )  # fmt: skip


def test_an_answer_stands_in_the_place_of_the_one_before(cast):
    made = collection(cast)
    say(cast, made)
    say(cast, made, away=False, where="合肥")
    answer = Answer.objects.get()
    assert (answer.well, answer.away, answer.where, answer.note) == (True, False, "", "坐高铁")
    found = Entry.objects.filter(act="mobilisation.answer")
    assert [entry.after for entry in found.order_by("pk")] == [
        {"first": True, "unit": "ee"},
        {"first": False, "unit": "ee"},
    ]


@pytest.mark.parametrize("change", [{"well": None}, {"temperature": None}, {"temperature": Decimal("30.0")}, {"away": None}, {"where": " "}])  # fmt: skip
def test_what_is_lacking_is_said(cast, change):
    made = collection(cast)
    refused("collection.lacking", lambda: say(cast, made, **change))
    assert not Answer.objects.exists()


def test_only_what_was_asked_is_kept(cast):
    made = collection(cast, asks=["well"])
    say(cast, made, temperature=None, away=None)
    answer = Answer.objects.get()
    assert (answer.temperature, answer.away, answer.where, answer.note) == (None, None, "", "")


def test_who_is_not_asked_and_who_comes_too_late(cast):
    made = collection(cast)
    refused("collection.not_asked", lambda: say(cast, made, "librarian"))
    refused("collection.not_asked", lambda: say(cast, made, "outsider"))
    refused("collection.over", lambda: say(cast, made, now=NOW + timedelta(days=8)))
    actions.erase_collection(actor=cast.actor("office"), now=NOW, collection=made)
    refused("collection.erased", lambda: say(cast, made))


def test_each_reading_leaves_an_entry_and_only_two_read(cast):
    made = collection(cast)
    say(cast, made)
    for name in ("chair", "branch", "member", "outsider"):
        refused("collection.no_reader", actions.read_answers, actor=cast.actor(name), now=NOW, collection=made)
    rows = actions.read_answers(actor=cast.actor("hr", in_office=False), now=NOW, collection=made)
    assert [row.person.name for row in rows] == ["张三"]
    assert Entry.objects.get(act="mobilisation.read_answers").after == {"answers": 1}


def test_officers_see_counts_and_who_is_silent_of_their_own_people(cast):
    made = collection(cast, units=[cast.units["ee"], cast.units["lib"]])
    say(cast, made, well=False)
    page = counts_page(cast.actor("branch"), made, NOW)
    assert [(line.unit, line.people, line.answered, line.counts, line.silent) for line in page.lines] == [
        ("电子与电气工程学院", 2, 1, [], ["吴海燕"])
    ]
    assert not page.may_read
    assert len(counts_page(cast.actor("office"), made, NOW).lines) == 2
    assert counts_page(cast.actor("hr"), made, NOW).lines == []


def test_counts_come_from_five_answers_on(cast):
    made = collection(cast)
    for number, name in enumerate(people_of(cast, 5)):
        say(cast, made, name, well=bool(number), temperature=Decimal("37.3") if number == 1 else Decimal("36.6"))
    line = counts_page(cast.actor("office"), made, NOW).lines[0]
    assert [n for _label, n in line.counts] == [1, 1, 5]


def test_erasing_leaves_counts_and_no_answers_anywhere(cast):
    made = collection(cast)
    for name in people_of(cast, 5):
        say(cast, made, name, where="武汉")
    erased = actions.erase_collection(actor=cast.actor("office"), now=NOW, collection=made)
    assert erased.erased_at == NOW and not Answer.objects.exists()
    asked = Asked.objects.get()
    assert (asked.answered, asked.counts) == (5, {"well": 0, "temperature": 0, "away": 5})
    assert "武汉" not in str(list(Entry.objects.values_list("before", "after", "reason")))
    assert counts_page(cast.actor("office"), erased, NOW).lines[0].answered == 5
    refused("collection.erased", actions.erase_collection, actor=cast.actor("office"), now=NOW, collection=made)
    refused("collection.erased", actions.read_answers, actor=cast.actor("hr"), now=NOW, collection=made)


def test_the_worker_erases_on_the_day(cast):
    made = collection(cast)
    say(cast, made)
    assert actions.erase_due in work.CHORES
    assert actions.erase_due(now=NOW + timedelta(days=30)) == 0
    assert actions.erase_due(now=NOW + timedelta(days=31)) == 1
    assert actions.erase_due(now=NOW + timedelta(days=31)) == 0
    assert not Answer.objects.exists() and entries("erase") == 1
    assert Entry.objects.get(act="mobilisation.erase").who == "shell: work"


def test_the_database_holds_the_thirty_days(cast):
    from django.db import IntegrityError, transaction

    made = collection(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Collection.objects.filter(pk=made.pk).update(keep_days=31)
    with pytest.raises(Refused):
        collection(cast, units=[])
