"""Killing the process in the middle of an import leaves the database as before, or as after."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.installation import Installation
from tongxin.imports.tests.making import roster

ROWS = 3500
MODELS = ("org.Person", "org.Placement", "org.Standing", "imports.ImportRun", "audit.Entry")
Counts = tuple[int, ...]


@pytest.fixture
def counts(upgraded: Installation) -> Callable[[], Counts]:
    """How many there are of each, asked by another process."""
    code = (
        "import django; django.setup(); from django.apps import apps;"
        f"print(*[apps.get_model(name)._default_manager.count() for name in {MODELS!r}])"
    )

    def ask() -> Counts:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=upgraded.environment(), stdout=subprocess.PIPE, text=True, check=True)
        return tuple(int(count) for count in done.stdout.split())

    return ask


def kill_at(where: str, path: Path, installation: Installation) -> None:
    """Run the import up to there, then kill -9."""
    command = [sys.executable, "-m", "tongxin.imports.tests.killable", str(path), where]
    process = subprocess.Popen(command, env=installation.environment(), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    process.kill()
    assert process.wait() == -9


@pytest.mark.parametrize("where", ["half", "whole", "after"])
def test_killed_anywhere_it_is_as_before_or_as_after(
    tmp_path: Path, upgraded: Installation, counts: Callable[[], Counts], where: str
) -> None:
    rows = [[f"30{number:05}", "郑海", "示例工会", "2018-08-27", ""] for number in range(ROWS)]
    path = roster(tmp_path / "名册.xlsx", *rows)
    there = counts()[-1]
    kill_at(where, path, upgraded)
    people, placements, standings, runs, entries = counts()
    if where == "after":
        assert (people, placements, standings, runs, entries) == (ROWS, ROWS, ROWS, 1, there + ROWS + 2)
        return
    assert (people, placements, standings, runs, entries) == (0, 0, 0, 0, there)
    kill_at("after", path, upgraded)  # what was interrupted can be done again
    assert counts() == (ROWS, ROWS, ROWS, 1, there + ROWS + 2)
