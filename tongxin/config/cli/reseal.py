"""`tongxin reseal`: what is sealed gets the newest key."""

from __future__ import annotations

import argparse
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor
from tongxin.config.secret import add_sealing_key
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.core.resealing import reseal
from tongxin.desk.actions.record_resealing import record_resealing


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("reseal", help=_("用最新的密钥重新封存；换密钥用 --new-key"))
    parser.add_argument("--new-key", action="store_true", help=_("先添一把新密钥，旧的留着，备份里的还打得开"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Seal everything with the newest key; harmless to repeat and to stop."""
    if options.new_key and settings.SEALING_KEYS_GIVEN:
        raise Refused("sealing.keys_given", _("密钥写在设置 TONGXIN_SEALING_KEYS 里，新的加在那里的最前面。"))
    if options.new_key:
        settings.SEALING_KEYS = add_sealing_key(settings.DATA)
    done = reseal()
    record_resealing(actor=actor(), now=clock.now(), count=done, new_key=options.new_key)
    print(_("重新封存了%(n)s条。") % {"n": done})
