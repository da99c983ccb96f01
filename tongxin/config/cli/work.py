"""`tongxin work`: what goes on behind the pages. Now: sealing the audit trail, removing old uploads."""

from __future__ import annotations

import argparse
import os
import time
from typing import Any

from django.db import OperationalError, close_old_connections
from django.utils.translation import gettext as _

from tongxin.audit.actions import seal
from tongxin.core import clock
from tongxin.imports.actions.clean import clean

REST_SECONDS = 15


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("work", help=_("后台进程：封存操作记录（serve 会自己带上）"))
    parser.add_argument("--once", action="store_true", help=_("做一遍就退出"))
    parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Seal what waits, remove what is not needed any more, rest, again; ends with the server that started it."""
    while True:
        try:
            seal(now=clock.now())
            clean(now=clock.now())
        except OperationalError:
            if options.once:
                raise
        close_old_connections()
        if options.once or not _rest(options.parent):
            return


def _rest(parent: int | None) -> bool:
    for _second in range(REST_SECONDS):
        time.sleep(1)
        if parent and os.getppid() != parent:
            return False
    return True
