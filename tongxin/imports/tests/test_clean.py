"""Files hold people's data: they go when nobody needs them any more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cast import NOW, Cast
from tongxin.core.refusals import Refused
from tongxin.imports.actions.apply_run import apply_run
from tongxin.imports.actions.clean import clean
from tongxin.imports.actions.drop_run import drop_run
from tongxin.imports.models import ImportRun
from tongxin.imports.queries.open_run import open_run
from tongxin.imports.tests.making import roster, run_of

ROW = ["2020777", "郑海", "图书馆", "", ""]


def made(cast: Cast, folder: Path, state: str) -> ImportRun:
    """A run in that state."""
    run = run_of(cast, roster(folder / "名册.xlsx", ROW))
    if state == "applied":
        apply_run(actor=cast.actor("office"), now=NOW, run=run)
    if state == "dropped":
        drop_run(actor=cast.actor("office"), now=NOW, run=run)
    return run


@pytest.mark.parametrize("state", ["applied", "dropped", "checking"])
def test_a_file_goes_thirty_days_after_its_run_ended_or_was_left(cast: Cast, tmp_path: Path, state: str) -> None:
    run = made(cast, tmp_path, state)
    path = Path(run.file.path)
    assert clean(now=NOW + timedelta(days=29)) == 0 and path.exists()
    assert clean(now=NOW + timedelta(days=31)) == 1 and not path.exists()
    run.refresh_from_db()
    assert run.state == ("applied" if state == "applied" else "dropped") and not run.file
    assert clean(now=NOW + timedelta(days=32)) == 0
    with pytest.raises(Refused) as caught:
        open_run(cast.actor("office"), NOW, run)
    assert caught.value.code == "import.file_gone"


def test_the_file_lies_under_no_typed_name_and_for_nobody_else(cast: Cast, tmp_path: Path) -> None:
    path = Path(made(cast, tmp_path, "checking").file.path)
    assert "名册" not in path.name and path.stat().st_mode & 0o077 == 0
