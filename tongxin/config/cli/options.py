"""Options that several commands share."""

from __future__ import annotations

import argparse
import getpass
import json
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.numbers import whole
from tongxin.org.actor import Actor, shell_actor


def year(word: str) -> int:
    """A year of four figures."""
    found = whole(word)
    if found is None or not 1949 <= found <= 2200:
        raise argparse.ArgumentTypeError(_("%(word)s 不是年份") % {"word": word})
    return found


def add_unit(parser: Any) -> None:
    """`--unit CODE`."""
    parser.add_argument("--unit", metavar="CODE", help=_("单位代码；只有一个工会时可以不写"))


def add_json(parser: Any) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help=_("用 JSON 输出"))


def print_json(answer: Any) -> None:
    """Print a result for machines: UTF-8, two spaces."""
    print(json.dumps(answer, ensure_ascii=False, indent=2, default=str))


def actor() -> Actor:
    """Who is at the shell, under the name of the system user."""
    try:
        return shell_actor(getpass.getuser())
    except (KeyError, OSError):
        return shell_actor()
