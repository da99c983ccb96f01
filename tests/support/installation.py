"""A pytest plugin: installations of their own, each a data folder and on PostgreSQL a database, used only through the command.

`installation` has nothing in it, `upgraded` the tables and rules, `founded` a union with its first officer. Making the
tables takes longer than most tests, so they are made once a run and process and copied.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tools.progress import ROOT

UNION = ("--name", "芜湖示例学院工会委员会", "--code", "demo", "--officer", "陈静", "--staff-no", "2015001")


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on stderr; fails where there are more."""
        lines = [line for line in self.err.splitlines() if line.strip() and not line.startswith("· ")]
        assert len(lines) == 1, self.err
        return lines[0]


@dataclass(frozen=True)
class Installation:
    """Runs `tongxin` as a process; nothing of the test's own settings reaches it."""

    data: Path
    url: str

    def environment(self, locale: str = "zh_CN.UTF-8", **more: str) -> dict[str, str]:
        """What such a process sees."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("TONGXIN_", "LC_", "LANG"))}
        ours = {"TONGXIN_DATA": str(self.data), "LC_ALL": locale, "DJANGO_SETTINGS_MODULE": "tongxin.config.settings"}
        return {**plain, **ours, **({"TONGXIN_DATABASE_URL": self.url} if self.url else {}), **more}

    def run(self, *words: object, locale: str = "zh_CN.UTF-8", **more: str) -> Done:
        """Run it to its end, without a terminal."""
        done = subprocess.run(
            self.command(*words), cwd=ROOT, env=self.environment(locale, **more), capture_output=True, text=True,
            encoding="utf-8", timeout=120, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    def start(self, *words: object, **more: str) -> subprocess.Popen[Any]:
        """Start it and go on."""
        return subprocess.Popen(
            self.command(*words), cwd=ROOT, env=self.environment(**more), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def command(self, *words: object) -> list[str]:
        """What is run."""
        return [sys.executable, "-m", "tongxin", *map(str, words)]

    def init(self) -> str:
        """Found a union; gives the first officer's link."""
        done = self.run("init", *UNION)
        assert done.code == 0, done.err
        return done.out.splitlines()[-1]

    @contextmanager
    def database(self) -> Iterator[Any]:
        """The database in hand, as somebody at the machine has it: `execute` and no commit needed."""
        if self.url:
            with psycopg.connect(self.url, autocommit=True) as connection:
                yield connection
            return
        import sqlite3

        connection = sqlite3.connect(self.data / "tongxin.sqlite3", isolation_level=None)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def made(data: Path, like: Installation | None = None) -> Iterator[Installation]:
    """An installation for the block, empty or a copy: SQLite in its folder, or a database beside the one under test."""
    if like:
        shutil.copytree(like.data, data)
    server = os.environ.get("TONGXIN_TEST_DATABASE_URL", "")
    if not server:
        yield Installation(data, "")
        return
    name = f"tongxin_{secrets.token_hex(4)}"
    template = f' TEMPLATE "{urlsplit(like.url).path[1:]}"' if like else ""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"{template}')
        try:
            yield Installation(data, urlunsplit(urlsplit(server)._replace(path=f"/{name}")))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """Nothing in it yet."""
    with made(tmp_path / "data") as found:
        yield found


@pytest.fixture(scope="session")
def tables(tmp_path_factory: Any) -> Iterator[Installation]:
    """To be copied: brought to this version, with nobody in it."""
    with made(tmp_path_factory.mktemp("tables") / "data") as found:
        done = found.run("upgrade")
        assert done.code == 0, done.err
        yield found


@pytest.fixture
def upgraded(tables: Installation, tmp_path: Path) -> Iterator[Installation]:
    """Its tables and the shipped rules, and nobody in it."""
    with made(tmp_path / "data", tables) as found:
        yield found


@pytest.fixture(scope="session")
def union(tables: Installation, tmp_path_factory: Any) -> Iterator[Installation]:
    """To be copied: with a union and its first officer."""
    with made(tmp_path_factory.mktemp("union") / "data", tables) as found:
        found.init()
        yield found


@pytest.fixture(scope="module")
def founded(union: Installation, tmp_path_factory: Any) -> Iterator[Installation]:
    """With a union and its first officer, for all tests of a module."""
    with made(tmp_path_factory.mktemp("founded") / "data", union) as found:
        yield found


@pytest.fixture
def founded_alone(union: Installation, tmp_path: Path) -> Iterator[Installation]:
    """The same for one test that leaves it damaged."""
    with made(tmp_path / "data", union) as found:
        yield found
