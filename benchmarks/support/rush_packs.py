"""A rush for packs: everybody entitled chooses one of three, two of them limited; then everybody taps two at the same moment.

Part of `benchmarks.rush --packs`. 10,000 people (quick: 1,500), 16 and 64 at once: attempts and places per second, p50/p95/p99,
processor time a place of web and database; oversold and doubled across the bundle must be 0. At the end choosing is closed in a
round in which nobody chose: seconds until all have the default.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from typing import Any

from benchmarks.report import report
from benchmarks.rush import CLIENTS, Load, Site, database, load, oversold, prepared, tell_rush
from benchmarks.support import crowd
from benchmarks.support.servers import free_port, serving
from tools.progress import ROOT

PATIENCE = 600


def on(name: str, quick: bool) -> int:
    """Measure one database; how many places were oversold or given twice."""
    people = 1500 if quick else 10_000
    limited = f"packs:{people * 3 // 10},{people * 3 // 10},{people * 3 // 10}"
    slots = (
        [limited] * len(CLIENTS)
        + [f"packs:{people},{people},{people}"] * 2
        + [f"packs:{people},1,1", "packs:500,500,500"]
    )
    with ExitStack() as stack:
        url, folder = database(stack, name)
        site = prepared(f"{name}.packs", folder, url, 1, people, slots)
        _measure(site)
        _rest(site)
        return oversold(site)


def _measure(site: Site) -> None:
    *rounds, enough, both, _nobody, warm = site.given["slots"]
    port = free_port()
    with serving(["tongxin", "serve", "--port", str(port)], site.env, port) as server:
        _rush(site, server, port, warm, 32, most=100)
        for clients, round in zip(CLIENTS, rounds, strict=True):
            tell_rush(site, f"{clients}", [_rush(site, server, port, round, clients)])
        opened = _rush(site, server, port, enough, CLIENTS[-1])
        tell_rush(site, f"{CLIENTS[-1]}.enough", [opened])
        spent = (opened.web + opened.database) / max(opened.given, 1) * 1000
        report(f"rush.{site.name}.cpu_per_place", spent, "ms of processor time, web and database", "at most 9")
        twice = _rush(site, server, port, both, CLIENTS[-1], taps=2)
        tell_rush(site, f"{CLIENTS[-1]}.twice", [twice])
        report(
            f"rush.{site.name}.twice.given", twice.given, "places of people who tapped two packs at once", site.attempts
        )


def _rush(
    site: Site, server: Any, port: int, round: dict[str, Any], clients: int, taps: int = 1, most: int | None = None
) -> Load:
    """Everybody taps one pack, the people after each other another; or `taps` packs right after each other."""
    path, packs = f"/welfare/{round['round']}/choice/", round["packs"]
    sent = [
        crowd.post(port, path, session, f"pack={packs[(number + tap) % len(packs)]}")
        for number, session in enumerate(site.given["sessions"][:most])
        for tap in range(taps)
    ]
    home = f"302 /welfare/{round['round']}/"
    return load(site, server, port, sent, clients, lambda led_to: led_to == home, PATIENCE)


def _rest(site: Site) -> None:
    round = site.given["slots"][-2]["round"]
    command = [sys.executable, "-m", "benchmarks.support.packs_close", str(round)]
    done = subprocess.run(command, cwd=ROOT, env=site.env, stdout=subprocess.PIPE, check=True)
    told = json.loads(done.stdout)
    report(f"rush.{site.name}.close", told["seconds"], "seconds until all have the default", f"{told['people']} people")
