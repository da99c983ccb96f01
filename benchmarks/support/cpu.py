"""Processor time of processes and all their children, dead or alive."""

from __future__ import annotations

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def spent(pid: int) -> float:
    """Seconds of processor time that the process, its waited-for children and all its living descendants have used."""
    return sum(_own(each) for each in [pid, *below(pid)])


def worker_of(server: int) -> int | None:
    """The process that `serve` keeps behind the pages (`tongxin work`): it seals and delivers, every 15 seconds."""
    return next((each for each in below(server) if b"--parent" in _command(each)), None)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def _own(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(int(each) for each in fields[11:15]) / TICK


def below(pid: int) -> list[int]:
    """All living descendants of a process."""
    found: list[int] = []
    waiting = [pid]
    while waiting:
        each = waiting.pop()
        try:
            tasks = list(Path(f"/proc/{each}/task").iterdir())
            children = [int(word) for task in tasks for word in (task / "children").read_text().split()]
        except (FileNotFoundError, ProcessLookupError):
            continue
        found += children
        waiting += children
    return found


def of_postgres(url: str) -> int:
    """The process id of the PostgreSQL behind that address."""
    import psycopg

    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT pg_backend_pid()").fetchone()
        assert row
        status = Path(f"/proc/{row[0]}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("PPid")))
