"""`tongxin doctor`: what is configured, what is missing, whether the database is sound."""

from __future__ import annotations

import argparse
from typing import Any

from django.utils.translation import gettext as _

from tongxin.desk.queries.health import examine

MARKS = {"ok": "✓", "warn": "!", "bad": "✗"}


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("doctor", help=_("体检：配置、缺什么、数据库是否完好"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each check; 1 where one is bad."""
    checks = examine()
    for check in checks:
        print(f"{MARKS[check.state]} {check.name}: {check.words}")
    return 1 if any(check.state == "bad" for check in checks) else 0
