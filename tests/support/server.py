"""The product as people meet it: the demonstration year behind its own web server, in a folder of its own."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tools.progress import ROOT


@contextmanager
def demo_server(*, staff: int | None = None, patience: float = 180) -> Iterator[str]:
    """Run `tongxin demo` for the block; gives its address. `staff` is how many people the year has."""
    port = _free_port()
    words = ["demo", "--port", str(port), *(["--staff", str(staff)] if staff else [])]
    ours = {name: value for name, value in os.environ.items() if not name.startswith("TONGXIN_")}
    with tempfile.TemporaryDirectory(prefix="tongxin-demo-", ignore_cleanup_errors=True) as data:
        env = {**ours, "TONGXIN_DATA": data, "DJANGO_SETTINGS_MODULE": "tongxin.config.settings"}
        server = subprocess.Popen(
            [sys.executable, "-m", "tongxin", *words], cwd=ROOT, env=env, stdin=subprocess.DEVNULL
        )
        try:
            _wait(server, port, patience)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait(server: subprocess.Popen[bytes], port: int, patience: float) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"tongxin demo ended with {server.returncode} before it served")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError(f"tongxin demo did not serve within {patience:.0f} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
