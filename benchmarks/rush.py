"""A rush for places: thousands of members, one activity with 500 places, over real HTTP against the production server.

On SQLite and on PostgreSQL (fsync on): attempts and places per second, p50/p95/p99, processor time of server and database,
with 16 and 64 at once; a refusal when nothing is left; check-in scans. Beside it in the same run: a minimal Django view
(session, CSRF, user, the same guarded insert: `support/minimal.py`) and the bare database doing that insert (pgbench).
The server runs on one core, database and crowd on the other. Loopback only; ends by itself.

    python -m benchmarks.rush [--quick] [--packs] [sqlite|postgresql]

`--packs`: 10,000 entitled people choose among packs with limited stock instead (`support/rush_packs.py`).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.report import report
from benchmarks.support import cpu, crowd
from benchmarks.support.asked import asking, databases
from benchmarks.support.bare import bare_inserts
from benchmarks.support.servers import environment, free_port, pin, serving
from tools.postgres import running
from tools.progress import ROOT

PLACES = 500
CLIENTS = (16, 64)
RESTS = 15  # seconds between two rounds of the worker


@dataclass
class Site:
    """An installation under measurement."""

    name: str
    env: dict[str, str]
    url: str
    given: dict[str, Any]
    rounds: int
    attempts: int


@dataclass(frozen=True)
class Load:
    """What one load took: rates per second, milliseconds of processor time an attempt."""

    took: crowd.Took
    given: int
    web: float
    database: float


def main() -> int:
    """Measure both databases; 1 where a place was given twice or too many were given."""
    parser = asking(__doc__)
    parser.add_argument("--packs", action="store_true", help="people choose packs instead")
    given = parser.parse_args()
    pin(0, 1)
    on = _packs() if given.packs else _on
    return 1 if sum(on(name, given.quick) for name in databases(given)) else 0


def _packs() -> Callable[[str, bool], int]:
    from benchmarks.support.rush_packs import on

    return on


def _on(name: str, quick: bool) -> int:
    rounds, attempts = (1, 600) if quick else (3, 1500)
    slots = [f"plain:{PLACES}"] * (rounds * len(CLIENTS)) + ["waiting:500"] * rounds + ["full:0", "plain:100000"]
    with ExitStack() as stack:
        url, folder = database(stack, name)
        site = prepared(name, folder, url, rounds, attempts, slots)
        wrong = _measure(site)
        if url:
            for clients in CLIENTS:
                rate = bare_inserts(url, clients, PLACES)
                report(f"rush.{name}.bare.{clients}", rate, "guarded inserts a second", "pgbench, one statement each")
    return wrong


def database(stack: ExitStack, name: str) -> tuple[str, Path]:
    """The address of a PostgreSQL of its own (none for SQLite) beside the crowd, and a folder; both end with the stack."""
    url = stack.enter_context(running(durable=True)) if name == "postgresql" else ""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tongxin-rush-")))
    if url:
        pin_all(cpu.of_postgres(url))
    return url, folder


def pin_all(pid: int) -> None:
    """The database and all its processes beside the crowd."""
    for each in [pid, *cpu.below(pid)]:
        pin(each, 1)


def prepared(name: str, folder: Path, url: str, rounds: int, attempts: int, slots: list[str]) -> Site:
    """An installation with so many members, signed in, and these slots to rush for (see `support/rush_data.py`)."""
    env = environment(folder, url)
    command = [sys.executable, "-m", "benchmarks.support.rush_data", str(attempts), *slots]
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, check=True)
    subprocess.run(
        [sys.executable, "-m", "tongxin", "upgrade"], cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=True
    )
    return Site(name, env, url, json.loads(done.stdout), rounds, attempts)


def _measure(site: Site) -> int:
    slots = iter(site.given["slots"])
    ours: dict[int, list[Load]] = {}
    port, other = free_port(), free_port()
    with serving(["tongxin", "serve", "--port", str(port)], site.env, port) as server:
        warm = site.given["slots"][-1]
        _rush(site, server, port, warm, 32, 100)
        for clients in CLIENTS:
            ours[clients] = [_rush(site, server, port, next(slots), clients) for _round in range(site.rounds)]
        waiting = [_rush(site, server, port, next(slots), 64) for _round in range(site.rounds)]
        refused = _rush(site, server, port, next(slots), 64)
        opened = _rush(site, server, port, warm, 64)
        scans = _scans(site, server, port, warm)
        loads = [*(each for several in ours.values() for each in several), *waiting, refused, opened]
        behind = _behind(server.pid, 100 + sum(len(load.took.seconds) for load in loads))
    minimal: dict[int, list[Load]] = {}
    with serving(["benchmarks.support.minimal", str(other)], site.env, other) as server:
        number = 0
        _minimal(site, server, other, 40, 32, 100)
        for clients in CLIENTS:
            minimal[clients] = []
            for _round in range(site.rounds):
                number += 1
                minimal[clients].append(_minimal(site, server, other, number, clients))
    _tell(site, ours, minimal, waiting, refused, opened, scans, behind)
    return oversold(site)


def _rush(site: Site, server: Any, port: int, slot: dict[str, int], clients: int, most: int | None = None) -> Load:
    path = f"/activities/{slot['activity']}/sign-up/"
    sessions = site.given["sessions"][:most]
    taps = [crowd.post(port, path, session, f"slot={slot['slot']}") for session in sessions]
    home = f"302 /activities/{slot['activity']}/"
    return load(site, server, port, taps, clients, lambda led_to: led_to == home)


def _minimal(site: Site, server: Any, port: int, pool: int, clients: int, most: int | None = None) -> Load:
    taps = [crowd.post(port, "/take/", session, f"slot={pool}") for session in site.given["sessions"][:most]]
    return load(site, server, port, taps, clients, lambda led_to: led_to == "302 /given/")


def load(
    site: Site,
    server: Any,
    port: int,
    taps: list[crowd.Tap],
    clients: int,
    given: Callable[[str], bool],
    patience: float = 120,
) -> Load:
    """Send the taps; `given` tells by where an answer leads whether it is a place."""
    database = cpu.of_postgres(site.url) if site.url else 0
    before = _in_front(server.pid), cpu.spent(database) if database else 0.0
    took = crowd.run(port, taps, clients, patience)
    after = _in_front(server.pid), cpu.spent(database) if database else 0.0
    return Load(took, sum(map(given, took.led_to)), after[0] - before[0], after[1] - before[1])


def _in_front(server: int) -> float:
    """Seconds of the server without the worker behind it, which seals and delivers now and then for all loads together."""
    worker = cpu.worker_of(server)
    return cpu.spent(server) - (cpu.spent(worker) if worker else 0.0)


def _behind(server: int, taps: int) -> float:
    """Milliseconds of the worker a tap: what it has spent once everything is sealed and delivered."""
    worker = cpu.worker_of(server)
    assert worker is not None
    time.sleep(RESTS + 3)
    return cpu.spent(worker) / taps * 1000


def _scans(site: Site, server: Any, port: int, slot: dict[str, int]) -> Load | None:
    """Every member's code scanned once by an officer's phone."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.support.rush_codes",
        str(slot["slot"]),
        str(len(site.given["sessions"])),
    ]
    done = subprocess.run(command, cwd=ROOT, env=site.env, stdout=subprocess.PIPE, check=True)
    told = json.loads(done.stdout)
    taps = [crowd.post(port, told["path"], site.given["officer"], fields) for fields in told["fields"]]
    return load(site, server, port, taps, 8, lambda led_to: led_to.startswith("200"))


def _tell(
    site: Site, ours: Any, minimal: Any, waiting: Any, refused: Load, opened: Load, scans: Load | None, behind: float
) -> None:
    for clients in CLIENTS:
        tell_rush(site, f"{clients}", ours[clients])
        tell_rush(site, f"{clients}.minimal", minimal[clients])
        ratio = statistics.median(map(_places, ours[clients])) / statistics.median(map(_places, minimal[clients]))
        report(
            f"rush.{site.name}.{clients}.of_minimal", ratio, "times the minimal view's places a second", "at least 0.5"
        )
    tell_rush(site, "64.waiting", waiting)
    steady = statistics.median(map(_attempts, ours[64])) / statistics.median(map(_attempts, ours[16]))
    report(f"rush.{site.name}.steady", steady, "times the rate of 16 at 64 clients", "at least 0.8")
    given = _cpu(opened) + behind
    report(
        f"rush.{site.name}.cpu_per_place", given, "ms of processor time, web and database", "at most 9; the peer 177"
    )
    report(f"rush.{site.name}.cpu_per_place.web", opened.web / len(opened.took.seconds) * 1000, "ms", None)
    report(f"rush.{site.name}.cpu_per_place.database", opened.database / len(opened.took.seconds) * 1000, "ms", None)
    report(f"rush.{site.name}.cpu_per_place.worker", behind, "ms", "start of the worker included")
    report(f"rush.{site.name}.cpu_per_refusal", _cpu(refused), "ms", f"less than half of {given:.2f}")
    report(f"rush.{site.name}.refusals", _attempts(refused), "a second", f"sign-ups {_attempts(opened):.0f}")
    if scans:
        report(f"rush.{site.name}.scans", _attempts(scans), "check-in scans a second", "at least 300; the peer 23")
        report(f"rush.{site.name}.scans.answered", scans.given, "scans", len(scans.took.seconds))
        report(f"rush.{site.name}.cpu_per_scan", _cpu(scans), "ms", None)


def tell_rush(site: Site, name: str, loads: list[Load]) -> None:
    """The middle one of several loads."""
    middle = sorted(loads, key=_attempts)[len(loads) // 2]
    told = f"{len(middle.took.seconds)} attempts, {middle.given} places"
    report(f"rush.{site.name}.{name}.attempts", _attempts(middle), "attempts a second", told)
    report(f"rush.{site.name}.{name}.places", _places(middle), "places a second, until the last", told)
    for share in (0.5, 0.95, 0.99):
        report(f"rush.{site.name}.{name}.p{share * 100:.0f}", middle.took.percentile(share), "ms", None)
    report(f"rush.{site.name}.{name}.cpu", _cpu(middle), "ms of processor time an attempt", f"lost {middle.took.lost}")


def _attempts(load: Load) -> float:
    return len(load.took.seconds) / load.took.elapsed


def _places(load: Load) -> float:
    """Places a second, until the last was given."""
    given = {"302 /given/"} | {led_to for led_to in load.took.led_to if led_to.count("/") == 3}
    last = max(end for end, led_to in zip(load.took.ended, load.took.led_to, strict=True) if led_to in given)
    return load.given / (last - load.took.began)


def _cpu(load: Load) -> float:
    return (load.web + load.database) / len(load.took.seconds) * 1000


def oversold(site: Site) -> int:
    """What must never be: more places than there are, a person twice, an answer without its row."""
    command = [sys.executable, "-m", "benchmarks.support.rush_check"]
    done = subprocess.run(command, cwd=ROOT, env=site.env, stdout=subprocess.PIPE, check=True)
    found = json.loads(done.stdout)
    report(f"rush.{site.name}.oversold", found["oversold"], "places", 0)
    report(f"rush.{site.name}.doubled", found["doubled"], "places", 0)
    return int(found["oversold"]) + int(found["doubled"])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongxin.config.settings")
    sys.exit(main())
