"""What waits for whom."""

from datetime import UTC, datetime

import pytest

from tongxin.report.todos import ask

EARLY, LATE = datetime(2021, 1, 9, 6, 0, tzinfo=UTC), datetime(2021, 1, 10, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("who", "at", "keys"),
    [("office", LATE, ["draft"]), ("office", EARLY, []), ("member", LATE, []), ("party", LATE, [])],
)
def test_a_year_without_summary_waits_from_10_january(year, who, at, keys):
    assert [todo.key.split(".")[1] for todo in ask(year.cast.actor(who), at)] == keys


@pytest.mark.parametrize(
    ("who", "keys"), [("office", ["write"]), ("chair", ["sign"]), ("branch", []), ("outsider", [])]
)
def test_a_draft_waits_to_be_finished_and_signed(summary, year, who, keys):
    assert [todo.key.split(".")[1] for todo in ask(year.cast.actor(who), LATE)] == keys
