"""The files of this tree that are ours: all but what set-up, tests and installations make."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = {".git", ".venv", "node_modules", "var", "build", "shots", "__pycache__", "tongxin.egg-info", ".hypothesis"}


def files(*kinds: str) -> Iterator[Path]:
    """Our files, or only those whose names end in one of `kinds`."""
    venv = os.environ.get("VENV", ".venv")
    for folder, names, here in os.walk(ROOT):
        names[:] = sorted(name for name in names if name not in MADE | {venv} and not name.endswith("_cache"))
        for name in sorted(here):
            if not kinds or name.endswith(kinds):
                yield Path(folder) / name


def name(path: Path) -> str:
    """A file's name as seen from the root."""
    return path.relative_to(ROOT).as_posix()
