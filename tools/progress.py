"""Long steps told in one line each, and failures told in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Iterator, Sequence  # noqa: UP035 - must load on old Pythons, to say what is missing

ROOT = Path(__file__).resolve().parent.parent


class Missing(Exception):
    """Something the work cannot go on without. The message says what, and what to type."""


@contextmanager
def step(words: str) -> Iterator[None]:
    """Print what is being done and, once done, how long it took."""
    print(f"{words} …", end=" ", flush=True)
    start = time.monotonic()
    yield
    print(f"{time.monotonic() - start:.1f} s", flush=True)


def quietly(command: Sequence[str | Path], missing: str, **env: str) -> str:
    """Run a command without showing its output; give its standard output.

    Where it fails raise `Missing` with `missing` and the last lines the command said.
    """
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=ROOT,
            env={**os.environ, **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
    except OSError as fault:
        raise Missing(f"{missing} ({fault})") from fault
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-8:]
        raise Missing("\n".join([missing, *(f"  {line}" for line in said)]))
    return done.stdout


def told(main: Callable[[], int]) -> int:
    """Run a tool's `main`; a `Missing` becomes its sentence and exit code 1."""
    try:
        return main()
    except Missing as missing:
        print(f"\n{missing}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
