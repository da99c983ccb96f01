"""The virtual environment: made once, then kept equal to the lock files."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import debian
from tools.progress import ROOT, Missing, quietly, step

LEAST = (3, 11)
VENV = (ROOT / os.environ.get("VENV", ".venv")).absolute()
BIN = VENV / "bin"
PYTHON = BIN / "python"
STATE = VENV / "tongxin.json"


def find_python() -> str:
    """A Python new enough: the one that runs this, else the newest on PATH."""
    names = [sys.executable, *(f"python3.{minor}" for minor in range(14, 10, -1))]
    for name in names:
        path = shutil.which(name)
        if path and new_enough(path):
            return path
    raise Missing(
        "Python 3.11 or newer is missing: type `apt-get install python3 python3-venv` (Debian, Ubuntu) "
        "or `brew install python` (macOS), then the same make command again."
    )


def new_enough(python: str | Path) -> bool:
    """Whether this Python starts and is at least 3.11."""
    return _says_yes(python, f"import sys; sys.exit(sys.version_info < {LEAST})")


def make_venv() -> None:
    """Make the environment where there is none that works."""
    if PYTHON.exists() and new_enough(PYTHON):
        return
    python = find_python()
    if not _says_yes(python, "import ensurepip, venv"):
        _bring_venv(python)
    with step(f"making {VENV.name}"):
        quietly([python, "-m", "venv", "--clear", VENV], f"{VENV} could not be made: see what Python says below.")


def install(*wanted: str) -> None:
    """Make the environment hold what the named lock files list, and what earlier calls asked for; nothing else.

    `dev` holds all of `base`. What was once asked for stays: a demo after a test takes no test tools away.
    """
    before = json.loads(STATE.read_text()) if STATE.exists() else {}
    sets = {*wanted, *before.get("sets", [])}
    locks = [ROOT / "requirements" / f"{name}.lock" for name in sorted(sets) if name != "base" or "dev" not in sets]
    digest = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()
    if before.get("digest") == digest:
        return
    count = len({line.split("==")[0] for lock in locks for line in lock.read_text().splitlines() if "==" in line})
    with step(f"installing {count} Python packages"):
        missing = (
            "Python packages could not be installed: check the way to your package index, then type the same again."
        )
        quietly(_command(locks), missing)
    STATE.write_text(json.dumps({"sets": sorted(sets), "digest": digest}))


def link() -> None:
    """Make `import tongxin` and the `tongxin` command work in the environment, straight from this tree."""
    script = f'#!/bin/sh\nexec "{PYTHON}" -P -m tongxin "$@"\n'
    command = BIN / "tongxin"
    if not command.exists() or command.read_text() != script:
        command.write_text(script)
        command.chmod(0o755)
    for site in VENV.glob("lib/python3*/site-packages"):
        (site / "tongxin.pth").write_text(f"{ROOT}\n")


def _says_yes(python: str | Path, code: str) -> bool:
    silent = subprocess.DEVNULL
    try:
        return subprocess.run([str(python), "-c", code], stdin=silent, stdout=silent, stderr=silent).returncode == 0
    except OSError:
        return False


def _bring_venv(python: str) -> None:
    name = Path(os.path.realpath(python)).name + "-venv"
    if debian.can_install() and python.startswith("/usr/bin/"):
        debian.install(name)
    else:
        raise Missing(
            f"Python's venv is missing: type `sudo apt-get install {name}`, then the same make command again."
        )


def _command(locks: list[Path]) -> list[str | Path]:
    """uv, brought by pip where it is absent; pip itself where uv cannot be had (then nothing is taken away)."""
    if not (BIN / "uv").exists():
        try:
            quietly([PYTHON, "-m", "pip", "install", "--quiet", "--only-binary=:all:", "uv"], "")
        except Missing:
            listed = [word for lock in locks for word in ("-r", lock)]
            return [PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", *listed]
    return [BIN / "uv", "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", *locks]
