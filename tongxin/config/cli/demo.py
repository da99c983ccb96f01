"""`tongxin demo`: the union of the seed in 2020, ready to look at."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from tongxin.config.cli import serve
from tongxin.config.cli.progress import step
from tongxin.config.cli.upgrade import prepare
from tongxin.demo import DEFAULT_STAFF, PASSWORD
from tongxin.demo.facts.accounts import ACCOUNTS


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("demo", help=_("演示：种子文件里那个工会的2020年"))
    parser.add_argument("--no-serve", action="store_true", help=_("只装数据，不启动服务器"))
    parser.add_argument("--reset", action="store_true", help=_("从头再来：先清空演示数据库"))
    parser.add_argument(
        "--staff", type=serve.whole, default=DEFAULT_STAFF, metavar="N", help=_("教职工人数，缺省 %(default)s")
    )
    serve.add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Load the demonstration year unless it is there, then serve it."""
    from tongxin.demo.load import is_loaded, load, refuse_foreign

    if options.reset:
        with step(_("清空演示数据库")):
            _empty()
    prepare()
    refuse_foreign()
    if not is_loaded():
        load(staff=options.staff, step=step)
    _introduce(options)
    if not options.no_serve:
        serve.serve(options)


def _empty() -> None:
    """Refuses to empty what is not a demonstration."""
    from tongxin.demo.load import refuse_foreign

    if connection.introspection.table_names():
        if "org_unit" in connection.introspection.table_names():
            refuse_foreign()
        if connection.vendor == "sqlite":
            connection.close()
            for ending in ("", "-wal", "-shm"):
                (settings.DATA / f"{settings.DATABASES['default']['NAME']}{ending}").unlink(missing_ok=True)
            return
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def _introduce(options: argparse.Namespace) -> None:
    print()
    print(_("演示账号，密码都是 %(password)s：") % {"password": PASSWORD})
    for account in ACCOUNTS:
        print(f"  {account.staff_no:<10}{account.use}")
    if not options.no_serve:
        print()
        print(_("打开 http://%(host)s:%(port)s ，按 Ctrl+C 停下。") % {"host": options.host, "port": options.port})
    sys.stdout.flush()
