"""`tongxin check-report`: does a finished document still agree with the records?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from tongxin.config.cli.options import actor
from tongxin.core.refusals import Refused
from tongxin.report.queries.check_document import check_document
from tongxin.report.queries.remark_words import title

MARKS = {"bad": "✗", "warn": "!"}


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("check-report", help=_("核对一份总结：数字还和记录一致吗，话有没有说过头"))
    parser.add_argument("file", type=Path, metavar="FILE.docx", help=_("用本系统导出的 DOCX"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List each figure that no longer agrees and each sentence that the figures contradict; 1 where there is one."""
    if not options.file.is_file():
        raise Refused("report.no_file", _("没有文件 %(file)s。") % {"file": options.file})
    check = check_document(options.file, actor=actor())
    for remark in check.remarks:
        print(f"{MARKS[remark.severity]} ¶{remark.block} {title(remark)} [{remark.code}]")
    print(_("读回%(read)s个数据项，%(agreed)s个与记录一致。") % {"read": check.figures_read, "agreed": check.agreed})
    return 0 if check.passed else 1
