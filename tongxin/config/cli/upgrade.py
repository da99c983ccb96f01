"""`tongxin upgrade`: bring the database and the static files to this version."""

from __future__ import annotations

import argparse
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor
from tongxin.config.cli.progress import step
from tongxin.core import clock
from tongxin.rulebook.actions import load_packs


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("upgrade", help=_("把数据库和页面文件升级到这一版"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Upgrade; harmless to repeat."""
    prepare()


def prepare() -> None:
    """Migrate the database, collect the static files, bring in the shipped rules, with a line of progress each."""
    settings.DATA.mkdir(parents=True, exist_ok=True)
    with step(_("建好数据库")):
        call_command("migrate", verbosity=0, interactive=False)
    with step(_("放好页面文件")):
        call_command("collectstatic", verbosity=0, interactive=False)
    with step(_("装好规则")):
        load_packs(actor=actor(), now=clock.now())
