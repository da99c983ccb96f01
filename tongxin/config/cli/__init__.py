"""The `tongxin` command. Exit status: 0 done, 1 refused, 2 wrong use."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tongxin.config.language import speak

DONE, REFUSED, WRONG_USE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; never a traceback for what a person can mend."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongxin.config.settings")
    if arguments[:1] == ["demo"]:
        os.environ["TONGXIN_DEMO"] = "yes"
    from tongxin.config.env import BadSetting

    try:
        import django

        django.setup()
    except BadSetting as wrong:
        return _say(str(wrong), WRONG_USE)
    speak()
    return _run(arguments)


def _run(arguments: list[str]) -> int:
    from django.db import DatabaseError, OperationalError, ProgrammingError

    from tongxin.config.cli.parser import build_parser
    from tongxin.core.refusals import Refused

    options = build_parser().parse_args(arguments)
    try:
        return int(options.run(options) or DONE)
    except Refused as refusal:
        return _say(f"{refusal.sentence} [{refusal.code}]", REFUSED)
    except (OperationalError, ProgrammingError) as fault:
        return _say(_database_words(str(fault)), REFUSED)
    except DatabaseError as fault:
        return _say(str(fault).splitlines()[0], REFUSED)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _database_words(fault: str) -> str:
    from django.utils.translation import gettext as _

    first = fault.splitlines()[0]
    if "no such table" in first or first.startswith('relation "'):
        return _("数据库还是空的。先运行 tongxin init。")
    return _("数据库连不上：%(fault)s") % {"fault": first}


def _say(sentence: str, status: int) -> int:
    print(f"tongxin: {sentence}", file=sys.stderr)
    return status
