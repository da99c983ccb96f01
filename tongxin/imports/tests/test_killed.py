"""Killing the process in the middle of an import leaves the database as before, or as after."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tongxin.imports.tests.making import roster

ROWS = 3500
MODELS = ("org.Person", "org.Placement", "org.Standing", "imports.ImportRun", "audit.Entry")
Counts = tuple[int, ...]
# What the tests themselves are told does not concern the process that is killed.
OURS = ("TONGXIN_TEST_DATABASE", "TONGXIN_TEST_DATABASE_URL", "TONGXIN_DATABASE_URL")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The surroundings of the process: a data folder, and a fresh PostgreSQL database where the tests run on one."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    kept |= {"TONGXIN_DATA": str(tmp_path / "data")}
    url = os.environ.get("TONGXIN_TEST_DATABASE_URL", "")
    name = f"killed_{uuid.uuid4().hex}"
    if url.startswith("postgres"):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        kept["TONGXIN_DATABASE_URL"] = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    yield kept
    if url.startswith("postgres"):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def counts(place: dict[str, str]) -> Callable[[], Counts]:
    """How many there are of each, asked by another process."""
    code = (
        "import django; django.setup(); from django.apps import apps;"
        f"print(*[apps.get_model(name)._default_manager.count() for name in {MODELS!r}])"
    )

    def ask() -> Counts:
        settings = {**place, "DJANGO_SETTINGS_MODULE": "tongxin.config.settings"}
        done = subprocess.run([sys.executable, "-c", code], env=settings, stdout=subprocess.PIPE, text=True, check=True)
        return tuple(int(count) for count in done.stdout.split())

    return ask


def kill_at(where: str, path: Path, place: dict[str, str]) -> None:
    """Run the import up to there, then kill -9."""
    command = [sys.executable, "-m", "tongxin.imports.tests.killable", str(path), where]
    process = subprocess.Popen(command, env=place, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    process.kill()
    assert process.wait() == -9


@pytest.mark.parametrize("where", ["half", "whole", "after"])
def test_killed_anywhere_it_is_as_before_or_as_after(
    tmp_path: Path, place: dict[str, str], counts: Callable[[], Counts], where: str
) -> None:
    rows = [[f"30{number:05}", "郑海", "示例工会", "2018-08-27", ""] for number in range(ROWS)]
    path = roster(tmp_path / "名册.xlsx", *rows)
    kill_at(where, path, place)
    people, placements, standings, runs, entries = counts()
    if where == "after":
        assert (people, placements, standings, runs, entries) == (ROWS, ROWS, ROWS, 1, ROWS + 2)
        return
    assert (people, placements, standings, runs, entries) == (0, 0, 0, 0, 0)
    kill_at("after", path, place)  # what was interrupted can be done again
    assert counts() == (ROWS, ROWS, ROWS, 1, ROWS + 2)
