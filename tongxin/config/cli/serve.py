"""`tongxin serve`: the production server."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from tongxin.core.numbers import whole as number
from tongxin.core.refusals import Refused

# Threads of one process take turns: with SQLite none ever waits for a server, so more of them only get in each other's way.
_THREADS: Final = {"sqlite": 4, "postgresql": 8}


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("serve", help=_("启动正式服务器"))
    add_options(parser)
    parser.set_defaults(run=run)


def add_options(parser: Any) -> None:
    """The options that `demo` shares."""
    parser.add_argument("--host", default="127.0.0.1", help=_("监听的地址，缺省 127.0.0.1"))
    parser.add_argument("--port", type=port, default=int(os.environ.get("PORT") or 8000), help=_("端口，缺省 8000"))
    parser.add_argument("--workers", type=whole, default=2, help=_("工作进程数，缺省 2"))
    parser.add_argument("--threads", type=whole, help=_("每个进程的线程数，缺省 SQLite 4、PostgreSQL 8"))


def port(word: str) -> int:
    """A port number."""
    found = number(word)
    if found is None or not 0 < found < 65536:
        raise argparse.ArgumentTypeError(_("%(word)s 不是端口号") % {"word": word})
    return found


def whole(word: str) -> int:
    """A whole number above nought."""
    found = number(word)
    if not found:
        raise argparse.ArgumentTypeError(_("%(word)s 不是正整数") % {"word": word})
    return found


def run(options: argparse.Namespace) -> None:
    """Serve until stopped."""
    if MigrationExecutor(connection).migration_plan(MigrationExecutor(connection).loader.graph.leaf_nodes()):
        raise Refused("serve.not_ready", _("数据库还没有升级到这一版。先运行 tongxin upgrade。"))
    serve(options)


def serve(options: argparse.Namespace) -> None:
    """Run granian over the WSGI application, with the background worker beside it.

    Refuses: `serve.port_taken`. The database connections of this process are closed first, those in its pool too: workers
    are forked, and two processes that speak over one connection read each other's answers.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    if _taken(options.host, options.port):
        raise Refused(
            "serve.port_taken", _("端口 %(port)s 有人在用。换一个，例如 --port 8001。") % {"port": options.port}
        )
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()
    os.environ.setdefault("TONGXIN_DEMO", "yes" if settings.DEMO else "no")
    worker = subprocess.Popen([sys.executable, "-m", "tongxin", "work", "--parent", str(os.getpid())])
    try:
        Granian(
            "tongxin.config.wsgi:application",
            address=options.host,
            port=options.port,
            interface=Interfaces.WSGI,
            workers=options.workers,
            blocking_threads=options.threads or _THREADS[connection.vendor],
            log_access=False,
            log_level=LogLevels.error,
            backlog=2048,
        ).serve()
    finally:
        worker.terminate()
        worker.wait(timeout=10)


def _taken(host: str, number: int) -> bool:
    import socket

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError:
            return True
    return False
