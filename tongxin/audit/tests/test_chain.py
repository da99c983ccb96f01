"""Sealing and verifying: whoever goes round the triggers is found out."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tests.cast import NOW
from tests.support.tampering import unguarded
from tongxin.audit.actions import record, seal
from tongxin.audit.models import Batch, Entry, Sealed
from tongxin.audit.queries.chain import verify
from tongxin.audit.rules.chain import GENESIS, canonical, digest

ALTERED = {
    "ref": "'00000000-0000-0000-0000-000000000001'",
    "at": "'2019-01-01 00:00:00+00:00'",
    "user_id": "NULL",
    "who": "'别人'",
    "hat": "'member'",
    "act": "'test.other'",
    "thing_type": "'org.person'",
    "thing_id": "'0'",
    "thing_label": "'别的'",
    "unit_path": "'9.'",
    "reason": "'没有原因'",
    "before": "'{\"a\": 2}'",
    "after": "'{\"a\": 3}'",
}


@pytest.fixture
def batches(cast):
    """Three batches of two entries each."""
    for number in range(3):
        write(cast, 2)
        seal(now=NOW + timedelta(hours=number))
    return list(Batch.objects.order_by("id"))


def write(cast, count: int) -> list[Entry]:
    with transaction.atomic():
        return [
            record(
                actor=cast.actor("office"), now=NOW, act="test.act", thing=cast.union, unit=cast.union, reason=str(number),
                before={"a": 0}, after={"a": 1, "名": ["中", 1.5, None]},
            )
            for number in range(count)
        ]  # fmt: skip


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_an_empty_trail_is_sound(db):
    assert seal(now=NOW) == 0
    state = verify()
    assert (state.batches, state.sealed, state.waiting, state.head, state.broken) == (0, 0, 0, GENESIS, ())


def test_what_is_sealed_verifies(batches):
    state = verify()
    assert (state.batches, state.sealed, state.waiting, state.broken) == (3, 6, 0, ())
    assert state.head == batches[-1].digest


def test_each_batch_follows_the_one_before(batches):
    assert [batch.previous for batch in batches] == [GENESIS, batches[0].digest, batches[1].digest]


def test_what_waits_is_counted_and_breaks_nothing(batches, cast):
    write(cast, 3)
    state = verify()
    assert (state.sealed, state.waiting, state.broken) == (6, 3, ())


def test_sealing_again_seals_nothing_twice(batches):
    assert seal(now=NOW) == 0
    assert Sealed.objects.count() == 6


def test_more_than_a_batch_is_sealed_in_several(cast, monkeypatch):
    monkeypatch.setattr(sys.modules["tongxin.audit.actions.seal"], "BATCH", 2)
    write(cast, 5)
    assert seal(now=NOW) == 5
    assert list(Batch.objects.order_by("id").values_list("count", flat=True)) == [2, 2, 1]
    assert verify().broken == ()


@pytest.mark.parametrize("column", ALTERED)
def test_altering_any_column_shows(batches, column):
    middle = Sealed.objects.filter(batch=batches[1]).first()
    with unguarded():
        sql(f"UPDATE audit_entry SET {column} = {ALTERED[column]} WHERE id = {middle.entry_id}")
    assert verify().broken == (f"batch {batches[1].pk}: its entries were altered",)


def test_every_column_is_among_those_altered():
    columns = {field.column for field in Entry._meta.get_fields() if getattr(field, "column", None)}
    assert columns - {"id"} == set(ALTERED)


def test_taking_an_entry_out_of_the_middle_shows(batches):
    middle = Sealed.objects.filter(batch=batches[1]).first()
    with unguarded():
        sql(f"DELETE FROM audit_sealed WHERE entry_id = {middle.entry_id}")
        sql(f"DELETE FROM audit_entry WHERE id = {middle.entry_id}")
    assert len(verify().broken) == 1


def test_unsealing_an_entry_shows(batches):
    Sealed.objects.filter(batch=batches[0]).first().delete()
    assert len(verify().broken) == 1


def test_changing_the_order_shows(batches):
    one, two = Sealed.objects.filter(batch=batches[1]).order_by("place")
    Sealed.objects.filter(pk=one.pk).update(place=9)
    Sealed.objects.filter(pk=two.pk).update(place=0)
    Sealed.objects.filter(pk=one.pk).update(place=1)
    assert len(verify().broken) == 1


def test_taking_a_batch_out_of_the_middle_shows(batches):
    gone = list(Sealed.objects.filter(batch=batches[1]).values_list("entry_id", flat=True))
    Sealed.objects.filter(batch=batches[1]).delete()
    batches[1].delete()
    with unguarded():
        sql(f"DELETE FROM audit_entry WHERE id IN ({', '.join(map(str, gone))})")
    assert verify().broken == (f"batch {batches[2].pk}: does not follow the batch before it",)


def test_taking_the_first_batch_out_shows(batches):
    Sealed.objects.filter(batch=batches[0]).delete()
    batches[0].delete()
    assert verify().broken == (f"batch {batches[1].pk}: does not follow the batch before it",)


def test_computing_a_batch_anew_after_altering_it_breaks_the_next(batches):
    from tongxin.audit.queries.chain import facts

    rows = list(Sealed.objects.filter(batch=batches[1]).order_by("place").select_related("entry"))
    with unguarded():
        sql(f"UPDATE audit_entry SET who = '别人' WHERE id = {rows[0].entry_id}")
    entries = [Entry.objects.get(pk=row.entry_id) for row in rows]
    Batch.objects.filter(pk=batches[1].pk).update(digest=digest(batches[0].digest, map(facts, entries)))
    assert verify().broken == (f"batch {batches[2].pk}: does not follow the batch before it",)


def test_slipping_an_entry_into_a_sealed_batch_shows(batches, cast):
    [late] = write(cast, 1)
    Sealed.objects.create(entry=late, batch=batches[0], place=2)
    assert len(verify().broken) == 1


def test_lowering_the_count_does_not_hide_an_entry_taken_out(batches):
    Sealed.objects.filter(batch=batches[0]).order_by("place").last().delete()
    Batch.objects.filter(pk=batches[0].pk).update(count=1)
    assert len(verify().broken) == 1


def test_the_canonical_form_is_what_is_documented():
    assert canonical({"b": "工会", "a": [1, None]}) == '{"a":[1,null],"b":"工会"}'.encode()


def test_where_an_entry_ends_cannot_be_moved():
    assert digest(GENESIS, [{"a": 1}, {"b": 2}]) != digest(GENESIS, [{"a": 1, "b": 2}])
    assert digest(GENESIS, []) != digest("1" * 64, [])
