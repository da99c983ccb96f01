"""What is done to a run, and by whom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cast import NOW, Cast
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.imports.actions.apply_run import apply_run
from tongxin.imports.actions.choose_columns import choose_columns
from tongxin.imports.actions.choose_units import choose_units
from tongxin.imports.actions.drop_run import drop_run
from tongxin.imports.actions.mend_cell import mend_cell
from tongxin.imports.models import ImportRun
from tongxin.imports.tests.making import roster, run_of
from tongxin.org.models import Person

ROW = ["2020777", "郑海", "图书馆", "", ""]
ACTS: dict[str, Any] = {
    "apply": apply_run,
    "drop": drop_run,
    "units": lambda **who: choose_units(units={"甲": "new"}, **who),
    "cell": lambda **who: mend_cell(sheet="Sheet1", row=2, key="name", value="郑海洋", **who),
    "columns": lambda **who: choose_columns(sheets=["Sheet1"], header_row={}, columns={}, **who),
}


@pytest.fixture
def run(cast: Cast, tmp_path: Path) -> ImportRun:
    """A roster that waits."""
    return run_of(cast, roster(tmp_path / "名册.xlsx", ROW))


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["member", "outsider", "branch", "audit"])
def test_others_are_refused_and_nothing_changes(cast: Cast, run: ImportRun, act: str, who: str) -> None:
    with pytest.raises(Refused) as caught:
        ACTS[act](actor=cast.actor(who), now=NOW, run=run)
    assert caught.value.code == "access.no_right"
    run.refresh_from_db()
    assert run.is_open and run.choices == {} and not Person.objects.filter(staff_no="2020777").exists()


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(("end", "code"), [("apply", "import.applied"), ("drop", "import.dropped")])
def test_what_has_ended_stays_as_it_is(cast: Cast, run: ImportRun, act: str, end: str, code: str) -> None:
    ACTS[end](actor=cast.actor("office"), now=NOW, run=run)
    entries = Entry.objects.count()
    with pytest.raises(Refused) as caught:
        ACTS[act](actor=cast.actor("office"), now=NOW, run=run)
    assert caught.value.code == code
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("act", ["units", "cell", "columns"])
def test_choices_are_a_draft_and_leave_no_entry(cast: Cast, run: ImportRun, act: str) -> None:
    entries = Entry.objects.count()
    ACTS[act](actor=cast.actor("office"), now=NOW, run=run)
    run.refresh_from_db()
    assert run.choices and Entry.objects.count() == entries


def test_a_choice_is_taken_back_by_choosing_nothing(cast: Cast, run: ImportRun) -> None:
    office = cast.actor("office")
    choose_units(actor=office, now=NOW, run=run, units={"甲": "new", "乙": "lib"})
    choose_units(actor=office, now=NOW, run=run, units={"甲": ""})
    run.refresh_from_db()
    assert run.choices["units"] == {"乙": "lib"}


def test_the_run_keeps_what_came_of_it(cast: Cast, run: ImportRun) -> None:
    apply_run(actor=cast.actor("office"), now=NOW, run=run)
    run.refresh_from_db()
    assert run.outcome["counts"] == {"refused": 0, "changed": 0, "new": 1, "unchanged": 0}
    assert (run.applied_at, run.state) == (NOW, "applied")


def test_the_last_right_counts_when_it_is_taken_in(cast: Cast, run: ImportRun) -> None:
    cast.people["office"].posts.update(until=NOW.date())
    with pytest.raises(Refused):
        apply_run(actor=cast.actor("office"), now=NOW, run=run)
    assert not Person.objects.filter(staff_no="2020777").exists()
