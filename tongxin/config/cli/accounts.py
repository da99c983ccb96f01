"""`tongxin invite`: a new first-use link for somebody, from the shell."""

from __future__ import annotations

import argparse
from typing import Any

from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor, add_unit
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.actions import invite
from tongxin.org.models import Person
from tongxin.org.queries.units import union_of, unit_by_code


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("invite", help=_("给某人发一个首次登录（或重设密码）的链接"))
    parser.add_argument("staff_no", metavar=_("工号"), help=_("这个人的工号"))
    add_unit(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the link."""
    union = union_of(unit_by_code(options.unit))
    person = Person.objects.filter(union=union, staff_no=options.staff_no).first()
    if person is None:
        raise Refused("person.unknown", _("花名册里没有工号“%(number)s”。") % {"number": options.staff_no})
    print(invite(actor=actor(), now=clock.now(), person=person))
