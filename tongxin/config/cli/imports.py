"""`tongxin import`: a roster or a plan from a spreadsheet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor, add_json, add_unit, print_json, year
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.imports.shell import ShellImport, import_file
from tongxin.org.queries.units import unit_by_code


def add(commands: Any) -> None:
    """Add the command with its two kinds."""
    parser = commands.add_parser("import", help=_("把花名册或年度计划的表格导进来"))
    kinds = parser.add_subparsers(title=_("种类"), dest="kind", required=True, metavar=_("种类"))
    roster = kinds.add_parser("roster", help=_("花名册"))
    plan = kinds.add_parser("plan", help=_("年度计划"))
    for kind in (roster, plan):
        kind.add_argument("file", type=Path, metavar="FILE", help=_(".xlsx、.xls 或 .csv"))
        add_unit(kind)
        kind.add_argument("--dry-run", action="store_true", help=_("只核对，不入库"))
        kind.add_argument("--all-or-nothing", action="store_true", help=_("有一行不行就一行也不进"))
        kind.add_argument("--new-units", action="store_true", help=_("组织里没有的单位照表新建为分工会"))
        kind.add_argument("--refused", type=Path, metavar="FILE.xlsx", help=_("把没进的行连同原因写到这个文件"))
        add_json(kind)
        kind.set_defaults(run=run)
    plan.add_argument("--year", type=year, required=True, metavar=_("年度"), help=_("计入哪一年"))
    roster.set_defaults(year=None)


def run(options: argparse.Namespace) -> int:
    """Check, then take in what is sound; 1 where rows were refused."""
    if not options.file.is_file():
        raise Refused("import.no_file", _("没有文件 %(file)s。") % {"file": options.file})
    wanted = ShellImport(
        kind=options.kind, file=options.file, unit=unit_by_code(options.unit), year=options.year, dry_run=options.dry_run,
        all_or_nothing=options.all_or_nothing, new_units=options.new_units, refused_to=options.refused,
    )  # fmt: skip
    answer = import_file(actor=actor(), now=clock.now(), wanted=wanted)
    if options.json:
        print_json(answer.as_json())
    else:
        print(answer.as_text())
    return 1 if answer.refused else 0
