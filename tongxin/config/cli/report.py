"""`tongxin report`: the annual summary as an official document."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor, add_unit, year
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.queries.units import unit_by_code
from tongxin.report import paper
from tongxin.report.access import get_summary
from tongxin.report.actions import draft_summary
from tongxin.report.models import Summary
from tongxin.report.queries.texts import latest


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("report", help=_("年度工作总结，DOCX 或 PDF"))
    parser.add_argument("year", type=year, metavar=_("年度"), help=_("例如 2020"))
    add_unit(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=_("写到哪个文件，.docx 或 .pdf"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Write the newest version; drafts one first where there is none yet. Refuses: `report.format`, `report.no_folder`."""
    if options.out.suffix.lower() not in {".docx", ".pdf"}:
        raise Refused("report.format", _("文件名要以 .docx 或 .pdf 结尾。"))
    if not options.out.absolute().parent.is_dir():
        raise Refused("report.no_folder", _("没有文件夹 %(folder)s。") % {"folder": options.out.absolute().parent})
    summary = _summary(options)
    version = latest(summary)
    data = paper.docx(summary, version) if options.out.suffix.lower() == ".docx" else paper.pdf(summary, version)
    paper.save(data, options.out.absolute())
    facts = {"file": options.out, "unit": summary.unit.name, "year": summary.year, "number": version.number}
    print(_("%(file)s：%(unit)s%(year)s年工作总结，第%(number)s稿") % facts)


def _summary(options: argparse.Namespace) -> Summary:
    unit = unit_by_code(options.unit)
    there = Summary.objects.filter(unit=unit, year=options.year).first()
    if there is None:
        return draft_summary(actor=actor(), now=clock.now(), unit=unit, year=options.year)
    return get_summary(actor(), there.pk)
