"""Commands for one person: a first-use link, a lost second factor, the operator's post."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from axes.utils import reset
from django.utils.translation import gettext as _

from tongxin.accounts.actions.second_factor import reset_second_factor
from tongxin.config.cli.options import actor, add_unit
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.actions import appoint, invite
from tongxin.org.models import Person, Post
from tongxin.org.queries.units import union_of, unit_by_code


def add(commands: Any) -> None:
    """Add the commands."""
    _add(commands, "invite", _("给某人发一个首次登录（或重设密码）的链接"), link)
    _add(commands, "unlock", _("给丢了手机的人解除动态口令，并解开登录锁"), unlock)
    _add(commands, "operator", _("让某人任系统管理员，可以看系统状态"), make_operator)


def link(options: argparse.Namespace) -> None:
    """Print the link."""
    print(invite(actor=actor(), now=clock.now(), person=_person(options)))


def unlock(options: argparse.Namespace) -> None:
    """Take the second factor away and open the lock of failed sign-ins. Refuses: `person.no_account`."""
    person = _person(options)
    if person.user is None:
        raise Refused(
            "person.no_account", _("%(name)s还没有登录账号，先用 tongxin invite 发链接。") % {"name": person.name}
        )
    reset_second_factor(who=actor(), user=person.user, now=clock.now())
    reset(username=person.user.username)
    reset(username=person.staff_no)
    print(_("%(name)s可以只用密码登录了。") % {"name": person.name})


def make_operator(options: argparse.Namespace) -> None:
    """Give the operator's post in the person's union."""
    person, now = _person(options), clock.now()
    appoint(actor=actor(), now=now, person=person, unit=person.union, kind=Post.Kind.OPERATOR, since=clock.today(now))
    print(_("%(name)s现在是系统管理员。") % {"name": person.name})


def _add(commands: Any, name: str, words: str, run: Callable[[argparse.Namespace], None]) -> None:
    parser = commands.add_parser(name, help=words)
    parser.add_argument("staff_no", metavar=_("工号"), help=_("这个人的工号"))
    add_unit(parser)
    parser.set_defaults(run=run)


def _person(options: argparse.Namespace) -> Person:
    """Refuses: `person.unknown`."""
    union = union_of(unit_by_code(options.unit))
    person = Person.objects.select_related("union", "user").filter(union=union, staff_no=options.staff_no).first()
    if person is None:
        raise Refused("person.unknown", _("花名册里没有工号“%(number)s”。") % {"number": options.staff_no})
    return person
