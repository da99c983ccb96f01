"""Handing out 2,000 packs by five phones over a network that drops, on SQLite and PostgreSQL, over real HTTP.

Nothing may be lost, nothing doubled, every phone's queue must be empty at the end. Seeded; loopback only; ends by itself.

    python -m benchmarks.hand_out [--quick] [--seed 1] [sqlite|postgresql]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from benchmarks.report import report
from benchmarks.support.asked import asking, databases
from benchmarks.support.phones import Phone, hand_out
from benchmarks.support.servers import environment, free_port, serving
from tools.postgres import running
from tools.progress import ROOT

PACKS, PHONES = 2000, 5
PACE: Final = 0.06  # seconds between two scans of a phone: two thousand packs and their repeats in half a minute
PATIENCE: Final = 180.0


def main() -> int:
    """Measure both databases; 1 where a pack was lost or handed out twice."""
    parser = asking(__doc__)
    parser.add_argument("--seed", type=int, default=1, help="when the network drops")
    given = parser.parse_args()
    packs = 300 if given.quick else PACKS
    return 1 if sum(_on(name, packs, given.seed) for name in databases(given)) else 0


def ran(env: dict[str, str], *words: object) -> Any:
    """A helper program over the installation; what it printed."""
    command = [sys.executable, "-m", *map(str, words)]
    return json.loads(subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, check=True).stdout)


def _on(name: str, packs: int, seed: int) -> int:
    with ExitStack() as stack:
        url = stack.enter_context(running(durable=True)) if name == "postgresql" else ""
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tongxin-hand-out-")))
        env, port = environment(folder, url), free_port()
        given = ran(env, "benchmarks.support.hand_out_data", packs, PHONES)
        upgrade = [sys.executable, "-m", "tongxin", "upgrade"]
        subprocess.run(upgrade, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=True)
        with serving(["tongxin", "serve", "--port", str(port)], env, port, core=None):
            phones, network, seconds = hand_out(port, given, seed=seed, pace=PACE, patience=PATIENCE)
        found = ran(env, "benchmarks.support.hand_out_check")
    _tell(name, phones, dict(network.cut), seconds, found)
    left = sum(len(phone.queue()) for phone in phones)
    return int(left or found["once"] != packs or found["receipts"] != packs or found["entries"] != packs)


def _tell(name: str, phones: list[Phone], cut: dict[str, int], seconds: float, found: dict[str, int]) -> None:
    def total(what: str) -> int:
        return sum(getattr(phone, what) for phone in phones)

    report(f"hand_out.{name}.once", found["once"], "people with exactly one receipt", found["people"])
    report(f"hand_out.{name}.lost", found["lost"], "people without", 0)
    report(f"hand_out.{name}.doubled", found["doubled"], "people with two", 0)
    report(f"hand_out.{name}.entries", found["entries"], "entries in the trail", found["people"])
    report(f"hand_out.{name}.waiting", sum(len(phone.queue()) for phone in phones), "scans left on phones", 0)
    report(f"hand_out.{name}.seconds", seconds, "s for all", "an hour")
    report(f"hand_out.{name}.scans", total("scanned"), "scans, a third of them again or by another phone")
    report(f"hand_out.{name}.failed", total("failed"), f"of {total('posts')} requests without an answer")
    report(f"hand_out.{name}.resent", total("resent"), "scans sent once more")
    report(f"hand_out.{name}.reloads", total("reloads"), "pages lost and opened again")
    for way, count in sorted(cut.items()):
        report(f"hand_out.{name}.network.{way.replace(' ', '_')}", count, "connections")


if __name__ == "__main__":
    sys.exit(main())
