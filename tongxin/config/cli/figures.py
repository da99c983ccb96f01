"""`tongxin figures`: every figure of a year."""

from __future__ import annotations

import argparse
from typing import Any

from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor, add_json, add_unit, print_json, year
from tongxin.core.periods import Period
from tongxin.org.queries.units import unit_by_code
from tongxin.report.queries.figures import compute_all, to_json, to_lines


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("figures", help=_("一年的全部数据项"))
    parser.add_argument("year", type=year, metavar=_("年度"), help=_("例如 2020"))
    add_unit(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print key, label, counting unit, value and number of records of each."""
    unit = unit_by_code(options.unit)
    period = Period.of_year(options.year)
    rows = compute_all(unit=unit, period=period, actor=actor())
    if options.json:
        print_json(to_json(unit=unit, period=period, rows=rows))
        return
    for line in to_lines(rows):
        print(line)
