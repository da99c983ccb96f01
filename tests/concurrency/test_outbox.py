"""kill -9 of the worker between claiming a parcel and sending it, and between sending it and writing that down."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.concurrency.test_killed import kill
from tools.progress import ROOT


@pytest.mark.parametrize(("where", "left"), [("before", []), ("after", ["after"])])
def test_a_worker_killed_in_the_midst_never_makes_two_of_one(founded_alone, tmp_path, where, left):
    gone = tmp_path / "gone"
    gone.touch()
    kill(founded_alone, "deliver", gone, where)
    with founded_alone.database() as database:
        assert database.execute("SELECT state FROM notices_parcel").fetchone()[0] == "sending"
    later = [sys.executable, "-m", "tests.concurrency.killable", "deliver", str(gone), "whole"]
    for _worker in range(2):
        subprocess.run(later, cwd=ROOT, env=founded_alone.environment(), check=True)
    with founded_alone.database() as database:
        assert database.execute("SELECT state FROM notices_parcel").fetchone()[0] == "unclear"
    assert gone.read_text(encoding="utf-8").splitlines() == left
