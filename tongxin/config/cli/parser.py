"""What the command understands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from tongxin.config.cli import (
    accounts,
    check_report,
    demo,
    doctor,
    figures,
    imports,
    init,
    replan,
    report,
    reseal,
    serve,
    upgrade,
    work,
)

COMMANDS: tuple[Any, ...] = (
    init, serve, demo, imports, figures, replan, report, check_report, accounts, upgrade, work, reseal, doctor,
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "add_help": False})
        self.add_argument("-h", "--help", action="help", help=_("看这段说明"))
        self._optionals.title = _("选项")
        self._positionals.title = _("参数")

    def format_usage(self) -> str:
        """The usage line, its first word translated."""
        return super().format_usage().replace("usage:", _("用法："), 1)

    def format_help(self) -> str:
        """The help, its first word translated."""
        return super().format_help().replace("usage:", _("用法："), 1)

    def error(self, message: str) -> NoReturn:
        """Wrong use: one line, status 2."""
        print(_("tongxin: %(wrong)s。看 tongxin --help") % {"wrong": message}, file=sys.stderr)
        sys.exit(2)


def build_parser() -> Parser:
    """The parser with all commands; each adds its own from its own file."""
    parser = Parser(prog="tongxin", description=_("同心：基层工会的一年，从花名册到年度总结"))
    commands: Any = parser.add_subparsers(title=_("命令"), dest="command", required=True, metavar=_("命令"))
    for command in COMMANDS:
        command.add(commands)
    return parser


Run = Callable[[argparse.Namespace], int | None]
