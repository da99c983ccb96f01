"""`tongxin figures`: every figure of a year."""

from __future__ import annotations

import argparse
from typing import Any

from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor, add_json, add_unit, print_json, year
from tongxin.core.periods import Period
from tongxin.org.queries.units import unit_by_code
from tongxin.report.queries.figures import Row, compute_all, to_json
from tongxin.report.queries.unit_words import counted


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
    for row in rows:
        print(f"{row.key}\t{row.label}\t{_value(row)}\t{row.result.records.count}")


def _value(row: Row) -> str:
    """The value as a screen shows it; a breakdown as its parts."""
    if row.figure.breakdown:
        return " ".join(
            f"{part.label}={counted(row, part.value) if row.is_money else part.value}" for part in row.result.parts
        )
    return counted(row, row.value) if row.is_share or row.is_money else f"{row.value} {row.unit}"
