"""The trail as it is read: below one's units, filtered, a page at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW
from tongxin.audit.actions import record, seal
from tongxin.audit.queries.trail import Filter, trail


@pytest.fixture
def entries(cast):
    """One entry a day for three days, in the union, a branch, and next door."""
    with transaction.atomic():
        for days, (who, unit, act) in enumerate(
            [("office", "union", "test.plan"), ("branch", "ee", "test.move"), ("outsider", "other", "test.plan")]
        ):
            record(
                actor=cast.actor(who), now=NOW + timedelta(days=days), act=act, thing=cast.units[unit], unit=cast.units[unit],
                before={"day": "2020-10-25", "same": 1}, after={"day": "2020-10-26", "same": 1},
            )  # fmt: skip
    return cast


def who(lines) -> list[str]:
    return [line.who for line in lines]


def test_one_reads_what_was_done_below_ones_units(entries):
    assert who(trail((entries.union.path,), Filter(), 1)[1]) == ["吴海燕", "周敏"]
    assert who(trail((entries.units["ee"].path,), Filter(), 1)[1]) == ["吴海燕"]
    assert who(trail((entries.units["ee"].path, entries.units["other"].path), Filter(), 1)[1]) == ["外人", "吴海燕"]
    assert trail((), Filter(), 1)[1] == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(text="周敏"), ["周敏"]),
        (Filter(text="电子"), ["吴海燕"]),
        (Filter(act="test.plan"), ["周敏"]),
        (Filter(since=date(2020, 10, 21)), ["吴海燕"]),
        (Filter(until=date(2020, 10, 20)), ["周敏"]),
        (Filter(text="无此人"), []),
    ],
)
def test_it_is_filtered(entries, wanted, found):
    assert who(trail((entries.union.path,), wanted, 1)[1]) == found


def test_a_line_shows_what_changed_alone(entries):
    line = trail((entries.units["ee"].path,), Filter(), 1)[1][0]
    assert line.changes == (("day", "2020-10-25", "2020-10-26"),)


def test_a_line_says_whether_it_is_sealed(entries):
    assert not trail((entries.union.path,), Filter(), 1)[1][0].sealed
    seal(now=NOW)
    assert trail((entries.union.path,), Filter(), 1)[1][0].sealed


def test_days_are_the_installations_own(cast):
    late = datetime(2020, 10, 20, 17, 0, tzinfo=UTC)  # 01:00 on the 21st in Shanghai
    with transaction.atomic():
        record(actor=cast.actor("office"), now=late, act="test.act", thing=cast.union, unit=cast.union)
    assert trail((cast.union.path,), Filter(until=date(2020, 10, 20)), 1)[1] == []
    assert len(trail((cast.union.path,), Filter(since=date(2020, 10, 21)), 1)[1]) == 1


@pytest.mark.parametrize("count", [3, 120])
def test_a_page_takes_two_queries_however_long_the_trail(cast, count):
    from django.db import connection

    with transaction.atomic():
        for _number in range(count):
            record(actor=cast.actor("office"), now=NOW, act="test.act", thing=cast.union, unit=cast.union)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page, lines = trail((cast.union.path,), Filter(), 1)
    assert (len(queries), len(lines), page.paginator.count) == (2, min(count, 50), count)
