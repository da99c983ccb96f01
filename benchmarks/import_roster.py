"""A roster of 100,000 rows into a fresh database: our importer and django-import-export, same file, same run.

All read the same .xlsx, find people by staff number, and write Person, Placement, Standing and an audit entry each.
Ours checks every cell and every row first, so that a bad one becomes a reason. django-import-export is given thrice,
each time with its cached instance loader, units looked up in a dict, and all diffs and reports off:

- `checked`: a ModelResource whose `after_save_instance` writes what belongs to the person, as its documentation shows,
  and which checks each row (`clean_model_instances`): the same job. The target of ten times is held against this.
- `hooks`: the same without the checks: a bad row is a crash.
- `bulk`: `use_bulk` in batches of 1,000 without checks and without looking for people that are there, and what belongs
  to the people written in bulk afterwards, by hand: hardly a use of django-import-export any more.

Each import has a process and a database of its own; the seconds are those of the import alone.
On a busy machine the processor time tells more than the clock.

    python -m benchmarks.import_roster [--quick]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.report import report
from tools.postgres import running
from tools.progress import Missing

ROWS, QUICK = 100_000, 5_000
MEMORY_AT = (10_000, 50_000, 100_000)
TARGET = 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rows", type=int)
    options = parser.parse_args()
    rows = options.rows or (QUICK if options.quick else ROWS)
    with tempfile.TemporaryDirectory() as folder:
        _compare("sqlite", rows, Path(folder), "")
        _preview(rows, Path(folder))
        for size in (1_000, 2_500, rows) if options.quick else MEMORY_AT:
            told = _one("ours", size, Path(folder), "")
            report(f"import_roster.memory.{size}", told["megabytes"], "MB peak", f"{told['started']} MB before reading")
        try:
            with running(durable=True) as url:
                _compare("postgres", rows, Path(folder), url)
        except Missing as missing:
            print(missing, file=sys.stderr)


def _compare(where: str, rows: int, folder: Path, url: str) -> None:
    """Ours is measured before and after each other one, so that a machine that grows busy favours neither."""
    before = _one("ours", rows, folder, url)
    report(f"import_roster.{where}.ours", before["seconds"], "s", f"{rows} rows")
    report(f"import_roster.{where}.ours.cpu", before["cpu"], "s of this process")
    report(f"import_roster.{where}.ours.rate", rows / before["seconds"], "rows/s")
    for name in ("bulk", "hooks", "checked"):
        other = _one(name, rows, folder, url)
        after = _one("ours", rows, folder, url)
        ours = {key: (before[key] + after[key]) / 2 for key in ("seconds", "cpu")}
        aim = f"target {TARGET}" if name == "checked" else None
        report(f"import_roster.{where}.django_import_export.{name}", other["seconds"], "s", f"{rows} rows")
        report(f"import_roster.{where}.times_as_fast.{name}", other["seconds"] / ours["seconds"], "x", aim)
        report(f"import_roster.{where}.times_less_work.{name}", other["cpu"] / ours["cpu"], "x", "processor time here")
        before = after


def _preview(rows: int, folder: Path) -> None:
    told = _one("preview", rows, folder, "")
    report("import_roster.sqlite.preview", told["seconds"], "s", f"{rows} rows, target 6 s at {ROWS}")
    report("import_roster.sqlite.preview.cpu", told["cpu"], "s of this process")


def _one(way: str, rows: int, folder: Path, url: str) -> dict[str, Any]:
    """One import in a process of its own, with a database of its own."""
    command = [sys.executable, "-m", "benchmarks.import_roster_one", way, str(rows), str(folder)]
    done = subprocess.run([*command, url] if url else command, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    main()
