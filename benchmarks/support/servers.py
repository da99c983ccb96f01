"""The production server on one core, whatever measures it on the other."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.progress import ROOT


@contextmanager
def serving(
    words: Sequence[str], env: dict[str, str], port: int, core: int | None = 0
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server for the block, pinned to one core."""
    command = [sys.executable, "-m", *words]
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, preexec_fn=_pinned(core))
    try:
        _wait(server, port)
        yield server
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def environment(data: Path, url: str, **more: str) -> dict[str, str]:
    """What such a server sees: nothing of ours but its folder and its database."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("TONGXIN_")}
    ours = {"TONGXIN_DATA": str(data), "DJANGO_SETTINGS_MODULE": "tongxin.config.settings", "TONGXIN_LOG": "ERROR"}
    return {**plain, **ours, **({"TONGXIN_DATABASE_URL": url} if url else {}), **more}


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def pin(pid: int, core: int) -> None:
    """Keep a process, with all its threads and children to come, on one core; nothing where there is only one."""
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > core:
        os.sched_setaffinity(pid, {core})


def _pinned(core: int | None) -> Callable[[], None] | None:
    return None if core is None else lambda: pin(0, core)


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode} before it served")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                time.sleep(4)  # the worker beside it starts too, and costs as much as a thousand taps
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not serve within a minute")
