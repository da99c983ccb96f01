"""`tongxin init`: an empty union and its first officer."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor
from tongxin.config.cli.upgrade import prepare
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.desk.actions.set_up import FirstOfficer, set_up

QUESTIONS = ("name", "code", "officer", "staff_no")


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("init", help=_("建一个空的工会和它的第一位干部"))
    parser.add_argument("--name", help=_("工会全称"))
    parser.add_argument("--code", help=_("单位代码，字母或数字"))
    parser.add_argument("--officer", help=_("第一位干部的姓名"))
    parser.add_argument("--staff-no", help=_("这位干部的工号"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Set up; asks for what the options did not say."""
    asked = {
        "name": _("工会全称"),
        "code": _("单位代码（字母或数字，例如 aiit）"),
        "officer": _("第一位干部的姓名"),
        "staff_no": _("这位干部的工号"),
    }
    given = {key: getattr(options, key) or _ask(words) for key, words in asked.items()}
    prepare()
    officer = FirstOfficer(given["staff_no"], given["officer"])
    done = set_up(actor=actor(), now=clock.now(), code=given["code"], name=given["name"], officer=officer)
    print(_("工会建好了：%(name)s") % {"name": done.union.name})
    print(_("%(officer)s 首次登录的链接（接在网址后面，14天内有效）：") % {"officer": given["officer"]})
    print(done.link)


def _ask(words: str) -> str:
    if not sys.stdin.isatty():
        raise Refused("init.missing", _("还缺“%(what)s”。看 tongxin init --help。") % {"what": words})
    answer = ""
    while not answer:
        answer = input(f"{words}：").strip()
    return answer
