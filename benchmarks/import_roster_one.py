"""One import of a roster in a process of its own: `python -m benchmarks.import_roster_one WAY ROWS FOLDER [URL]`.

Prints the seconds, those of them that this process worked, the peak of memory and what it was before the file was read. WAY: ours, preview, checked, hooks, bulk.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

UNITS, SURNAMES, GIVEN = 60, "王李张刘陈杨赵黄周吴", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平"
HEAD = ["工号", "姓名", "性别", "单位", "出生日期", "入职日期", "手机", "邮箱"]


def main(way: str, rows: int, folder: Path, url: str) -> None:
    """Prepare, import, print."""
    with tempfile.TemporaryDirectory(dir=folder) as data:
        os.environ |= {"TONGXIN_DATA": data, "DJANGO_SETTINGS_MODULE": "tongxin.config.settings"}
        if url:
            os.environ["TONGXIN_DATABASE_URL"] = _database(url)
        _prepare()
        union = _union()
        path = _file(folder, rows)
        started = _megabytes()
        begun, worked = time.perf_counter(), time.process_time()
        _ways()[way](union, path)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
        _check(way, rows)
        print(json.dumps({"seconds": seconds, "cpu": cpu, "megabytes": _megabytes(), "started": started}))


def _ways() -> dict[str, Callable[[Any, Path], None]]:
    from benchmarks import import_roster_ways as ways

    return {"ours": ways.ours, "preview": ways.preview, "checked": ways.checked, "hooks": ways.hooks, "bulk": ways.bulk}


def _prepare() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _union() -> object:
    from tongxin.core.names import name_key
    from tongxin.org.models import Unit

    def add(code: str, name: str, kind: str, parent: Unit | None) -> Unit:
        unit = Unit.objects.create(code=code, name=name, kind=kind, parent=parent, name_key=name_key(name))
        unit.path = f"{parent.path if parent else ''}{unit.pk}."
        unit.save(update_fields=["path"])
        return unit

    union = add("demo", "示例大学工会委员会", Unit.Kind.UNION, None)
    for number in range(UNITS):
        add(f"branch-{number}", f"第{number:02}学院分工会", Unit.Kind.BRANCH, union)
    return union


def _file(folder: Path, rows: int) -> Path:
    """The roster, written once for all ways."""
    import xlsxwriter

    path = folder / f"roster-{rows}.xlsx"
    if path.exists():
        return path
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("花名册")
    sheet.write_row(0, 0, HEAD)
    for number in range(rows):
        name = SURNAMES[number % 10] + GIVEN[number // 10 % 20] + GIVEN[number // 200 % 20]
        born = f"19{60 + number % 38}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        hired = f"20{number % 20:02}-{number % 12 + 1:02}-01"
        unit = f"第{number * 7 % UNITS:02}学院分工会"
        row = [
            f"{2000000 + number}",
            name,
            "男女"[number % 2],
            unit,
            born,
            hired,
            f"138{number:08}",
            f"t{number}@example.edu",
        ]
        sheet.write_row(number + 1, 0, row)
    book.close()
    return path


def _database(url: str) -> str:
    """A fresh database beside the one that the address names."""
    import psycopg

    name = f"roster_{os.getpid()}_{datetime.now(UTC):%H%M%S%f}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _check(way: str, rows: int) -> None:
    """Every way must have done the same."""
    from tongxin.audit.models import Entry
    from tongxin.org.models import Person, Placement, Standing

    made = [model.objects.count() for model in (Person, Placement, Standing)] + [
        Entry.objects.filter(act="org.enrol").count()
    ]
    if made != [0 if way == "preview" else rows] * 4:
        raise SystemExit(f"{way}: {made} instead of {rows} each")


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else "")
