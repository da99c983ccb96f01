"""Sealing while others write: every entry is sealed once, none is skipped, even where ids commit out of their order."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tests.cast import NOW
from tongxin.audit.actions import record, seal
from tongxin.audit.models import Entry, Sealed
from tongxin.audit.queries.chain import verify

WRITERS, ACTS = 4, 20
pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_is_skipped_while_others_write(cast):
    actor, union = cast.actor("office"), cast.union
    over = threading.Event()

    def write(number: int) -> None:
        for turn in range(ACTS):
            with transaction.atomic():
                record(actor=actor, now=NOW, act=f"test.{number}.{turn}", thing=union)
        connection.close()

    def keep_sealing() -> None:
        while not over.is_set():
            seal(now=NOW)
        connection.close()

    with ThreadPoolExecutor(WRITERS + 2) as pool:
        sealers = [pool.submit(keep_sealing) for _sealer in range(2)]
        for writer in [pool.submit(write, number) for number in range(WRITERS)]:
            writer.result()
        over.set()
        for sealer in sealers:
            sealer.result()
    seal(now=NOW)
    state = verify()
    assert (state.sealed, state.waiting, state.broken) == (WRITERS * ACTS, 0, ())


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite has one writer at a time")
def test_an_entry_that_commits_after_a_later_one_is_sealed_later(cast):
    actor, union = cast.actor("office"), cast.union
    written, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            record(actor=actor, now=NOW, act="test.slow", thing=union)
            written.set()
            go_on.wait(10)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(slow)
        assert written.wait(10)
        with transaction.atomic():
            record(actor=actor, now=NOW, act="test.quick", thing=union)
        assert seal(now=NOW) == 1
        go_on.set()
        late.result()
    assert seal(now=NOW) == 1
    slow_entry, quick_entry = Entry.objects.get(act="test.slow"), Entry.objects.get(act="test.quick")
    assert slow_entry.pk < quick_entry.pk
    assert Sealed.objects.get(entry=slow_entry).batch_id > Sealed.objects.get(entry=quick_entry).batch_id
    assert verify().broken == ()
