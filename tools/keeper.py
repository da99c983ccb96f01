"""The process that owns a throw-away PostgreSQL; started by `tools.postgres`, never by hand.

Says the server's address on standard output; when standard input ends, stops the server and removes its folder.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QUICK = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"]
ALWAYS = ["shared_buffers=128MB", "max_connections=120", "log_min_messages=fatal", "timezone=UTC"]
USER = "tongxin"


def main() -> int:
    """Own one server from birth to death."""
    programs, durable = Path(sys.argv[1]), "durable" in sys.argv[2:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    folder = Path(tempfile.mkdtemp(prefix="tongxin-postgres-"))
    server: subprocess.Popen[bytes] | None = None
    try:
        _hand_over(folder)
        _initialise(programs, folder)
        port = _free_port()
        server = _launch(programs, folder, port, durable=durable)
        _wait(folder, server)
        print(f"postgres://{USER}@127.0.0.1:{port}/postgres", flush=True)
        sys.stdin.read()
    finally:
        if server:
            _stop(server)
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _owner() -> str | None:
    """PostgreSQL refuses to run as root: then it runs as the user its package made, or as nobody."""
    if os.geteuid():
        return None
    users = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"


def _spawn(command: list[str], **more: object) -> subprocess.Popen[bytes]:
    owner = _owner()
    group = pwd.getpwnam(owner).pw_gid if owner else None
    groups: list[int] | None = [] if owner else None
    return subprocess.Popen(  # type: ignore[call-overload]
        command, user=owner, group=group, extra_groups=groups, cwd="/", stdin=subprocess.DEVNULL, **more
    )


def _hand_over(folder: Path) -> None:
    owner = _owner()
    if owner:
        entry = pwd.getpwnam(owner)
        os.chown(folder, entry.pw_uid, entry.pw_gid)


def _initialise(programs: Path, folder: Path) -> None:
    locale = "C.UTF-8" if sys.platform.startswith("linux") else "en_US.UTF-8"
    command = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8"]
    made = _spawn([*command, f"--locale={locale}", "--no-sync", "--no-instructions"], stdout=subprocess.PIPE)
    said, _ = made.communicate()
    if made.returncode:
        sys.exit(said.decode(errors="replace"))


def _launch(programs: Path, folder: Path, port: int, *, durable: bool) -> subprocess.Popen[bytes]:
    settings = [*ALWAYS, *([] if durable else QUICK), "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}"]
    options = [word for setting in settings for word in ("-c", setting)]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port), *options]
    return _spawn(command, stdout=subprocess.DEVNULL)


def _wait(folder: Path, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server takes connections: the last line of its lock file says `ready`."""
    for _ in range(1200):
        if server.poll() is not None:
            sys.exit("the server ended at once")
        lines = (folder / "data" / "postmaster.pid").read_text().splitlines() if _locked(folder) else []
        if len(lines) >= 8 and lines[7].strip() == "ready":
            return
        time.sleep(0.05)
    sys.exit("the server did not become ready in a minute")


def _locked(folder: Path) -> bool:
    return (folder / "data" / "postmaster.pid").exists()


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Stop at once: what it holds is thrown away."""
    server.send_signal(signal.SIGQUIT)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
