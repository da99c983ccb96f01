"""Everything that must hold: `python -m tools.suite check` is quick, `… test` is all of it.

All steps run even where one fails. The last line printed is pytest's closing line; how the others ended stands above.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tools import browser, postgres
from tools.environment import BIN
from tools.progress import ROOT, Missing, told

PYTEST = [str(BIN / "python"), "-m", "pytest", "-n", "2", "--dist", "worksteal", "-q"]
NO_TESTS = 5
TEXTS = {
    "ruff": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "import-linter": ["lint-imports", "--no-logo"],
    "djlint": ["djlint", "tongxin", "--lint", "--quiet"],
    "mypy": ["mypy"],
}


@dataclass(frozen=True)
class Outcome:
    """How one step ended, and the line that tells it."""

    name: str
    ok: bool
    seconds: float

    def __str__(self) -> str:
        return f"{'ok    ' if self.ok else 'FAILED'} {self.name} ({self.seconds:.1f} s)"


def main() -> int:
    """Run the steps; 0 only when all of them hold."""
    everything = sys.argv[1:] == ["test"]
    outcomes = texts()
    if everything:
        outcomes += [on_sqlite(outcomes), in_browser(outcomes)]
        outcomes.append(on_postgres(outcomes))
    else:
        outcomes.append(on_sqlite(outcomes))
    return 0 if all(outcome.ok for outcome in outcomes) else 1


def texts() -> list[Outcome]:
    """Style, types, contracts, templates: two at a time; what fails shows what it said."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(_text, TEXTS))


def on_sqlite(before: list[Outcome]) -> Outcome:
    """The suite on SQLite, without browsers."""
    return _pytest("tests on SQLite", before, "--ignore=tests/browser")


def on_postgres(before: list[Outcome]) -> Outcome:
    """The same suite on a PostgreSQL of its own, but for what asks no database (tests.support.databases)."""
    try:
        with postgres.running() as url:
            return _pytest("tests on PostgreSQL", before, "--ignore=tests/browser", TONGXIN_TEST_DATABASE_URL=url)
    except Missing as missing:
        return _cannot("tests on PostgreSQL", missing)


def in_browser(before: list[Outcome]) -> Outcome:
    """The walks through a real Chromium."""
    try:
        return _pytest("walks in Chromium", before, "tests/browser", CHROMIUM=browser.find())
    except Missing as missing:
        return _cannot("walks in Chromium", missing)


def _text(name: str) -> Outcome:
    program, *words = TEXTS[name]
    start = time.monotonic()
    done = subprocess.run([BIN / program, *words], cwd=ROOT, capture_output=True, text=True)
    outcome = Outcome(name, done.returncode == 0, time.monotonic() - start)
    said = "" if outcome.ok else (done.stdout + done.stderr).strip() + "\n"
    print(f"{said}{outcome}", flush=True)
    return outcome


def _pytest(name: str, before: list[Outcome], *words: str, **env: str) -> Outcome:
    print(f"── {name}", flush=True)
    start = time.monotonic()
    told_before = {"SUITE_BEFORE": "\n".join(str(outcome) for outcome in before)}
    code = subprocess.run([*PYTEST, *words], cwd=ROOT, env={**os.environ, **env, **told_before}).returncode
    return Outcome(name, code in {0, NO_TESTS}, time.monotonic() - start)


def _cannot(name: str, missing: Missing) -> Outcome:
    print(f"── {name}\n{missing}", flush=True)
    return Outcome(name, False, 0)


if __name__ == "__main__":
    sys.exit(told(main))
