"""Entries come with their act, in one transaction, and are never altered: neither by the ORM nor by the database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from tests.cast import NOW
from tongxin.audit.actions import NotInTransaction, Touched, record, record_many
from tongxin.audit.models import AppendOnly, Entry

COLUMNS = (
    "at",
    "who",
    "hat",
    "act",
    "thing_type",
    "thing_id",
    "thing_label",
    "unit_path",
    "reason",
    "before",
    "after",
    "ref",
)


def write(cast, act: str = "test.act", **more) -> Entry:
    with transaction.atomic():
        return record(actor=cast.actor("office"), now=NOW, act=act, thing=cast.union, unit=cast.union, **more)


def test_an_entry_says_who_did_what_under_which_hat(cast):
    entry = write(cast, reason="检查", before={"on": date(2020, 1, 1)}, after={"on": date(2020, 2, 1)})
    assert (entry.who, entry.hat, entry.user_id) == ("周敏", "office", cast.people["office"].user.pk)
    assert (entry.thing_type, entry.thing_id, entry.thing_label) == ("org.unit", str(cast.union.pk), cast.union.name)
    assert entry.unit_path == cast.union.path
    assert (entry.before, entry.after) == ({"on": "2020-01-01"}, {"on": "2020-02-01"})


def test_long_words_are_cut_to_what_is_kept(cast):
    entry = write(cast, reason="因" * 1000, label="名" * 1000)
    assert (len(entry.reason), len(entry.thing_label)) == (400, 200)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_a_transaction(cast):
    with pytest.raises(NotInTransaction):
        record(actor=cast.actor("office"), now=NOW, act="test.act", thing=cast.union)
    with pytest.raises(NotInTransaction):
        record_many(actor=cast.actor("office"), now=NOW, act="test.act", touched=[])
    assert Entry.objects.count() == 0


def test_an_act_that_fails_leaves_no_entry(cast):
    with pytest.raises(RuntimeError), transaction.atomic():
        write(cast)
        raise RuntimeError("the act failed")
    assert Entry.objects.count() == 0


def test_an_act_on_many_things_leaves_an_entry_for_each(cast):
    touched = (Touched(unit, unit.path, {"n": 1}) for unit in cast.units.values())
    with transaction.atomic():
        record_many(actor=cast.shell, now=NOW, act="test.many", touched=touched, reason="导入")
    assert Entry.objects.filter(act="test.many", hat="shell", reason="导入").count() == len(cast.units)


def test_the_orm_alters_and_deletes_no_entry(cast):
    entry = write(cast)
    entry.who = "别人"
    with pytest.raises(AppendOnly):
        entry.save()
    with pytest.raises(AppendOnly):
        entry.delete()
    for act in (lambda: Entry.objects.update(who="别人"), lambda: Entry.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            act()
    assert Entry.objects.get().who == "周敏"


@pytest.mark.parametrize("column", COLUMNS)
def test_the_database_alters_no_column_by_hand(cast, column):
    entry = write(cast)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE audit_entry SET {column} = {column} WHERE id = %s", [entry.pk])


def test_the_database_deletes_no_entry_by_hand(cast):
    write(cast)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry")
    assert Entry.objects.count() == 1


def test_entries_are_read_newest_first(cast):
    first, second = write(cast, "test.first"), write(cast, "test.second")
    assert list(Entry.objects.all()) == [second, first]
    assert str(first).endswith("周敏 test.first 芜湖示例学院工会委员会")
    assert first.at - NOW == timedelta(0)
