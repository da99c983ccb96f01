"""`tongxin work`: what goes on behind the pages: one chore after the other; a fault in one does not stop the others."""

from __future__ import annotations

import argparse
import logging
import os
import time
from collections.abc import Callable
from typing import Any, Final

from django.db import OperationalError, ProgrammingError, close_old_connections
from django.utils.translation import gettext as _

from tongxin.audit.actions import seal
from tongxin.choosing.actions import erase_ways, remind_choosing
from tongxin.core import clock
from tongxin.core.language import ours
from tongxin.desk.actions.send_digests import send_digests
from tongxin.feedback.actions import close_feedback
from tongxin.imports.actions.clean import clean
from tongxin.mobilisation.actions import erase_due
from tongxin.notices.actions import deliver
from tongxin.places.actions import settle
from tongxin.planner.actions import plan_wanted
from tongxin.welfare.actions import close_choosing_due
from tongxin.welfare.actions.ask_rating import close_ratings
from tongxin.welfare.actions.set_poll import open_polls

REST_SECONDS = 15
# Each takes `now` and finds by itself what there is to do.
CHORES: Final[tuple[Callable[..., Any], ...]] = (
    seal, clean, settle, open_polls, remind_choosing, close_choosing_due, close_ratings, close_feedback, erase_due, erase_ways, send_digests, deliver,
    plan_wanted,
)  # fmt: skip
log = logging.getLogger("tongxin.work")


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("work", help=_("后台进程：封存操作记录，往外发通知（serve 会自己带上）"))
    parser.add_argument("--once", action="store_true", help=_("做一遍就退出"))
    parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Do what waits, rest, again; ends with the server that started it. Once: a fault is raised after the other chores."""
    while True:
        faults = [fault for chore in CHORES if (fault := _done(chore, told_later=options.once))]
        close_old_connections()
        if options.once and faults:
            raise faults[0]
        if options.once or not _rest(options.parent):
            return


def _done(chore: Callable[..., Any], *, told_later: bool) -> Exception | None:
    """The fault that stopped the chore; a database that is away for a moment is no news, one that is empty is told once."""
    try:
        with ours():
            chore(now=clock.now())
    except OperationalError as fault:
        return fault
    except ProgrammingError as fault:
        if not told_later:
            log.exception("chore %s failed", chore.__name__)
        return fault
    except Exception as fault:
        log.exception("chore %s failed", chore.__name__)
        return fault
    return None


def _rest(parent: int | None) -> bool:
    for _second in range(REST_SECONDS):
        time.sleep(1)
        if parent and os.getppid() != parent:
            return False
    return True
