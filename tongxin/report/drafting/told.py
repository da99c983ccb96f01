"""Blocks that are written into a text later: an approved wording, a finding in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.report.drafting.problems import tell
from tongxin.report.drafting.words import block
from tongxin.report.models import Summary
from tongxin.report.queries.material import gather
from tongxin.report.rules.body import Block


def blocks_for(summary: Summary, act: str, what: str) -> list[Block]:
    """`wording` and its key, or `finding` and its code. Refuses: `summary.nothing_to_insert`."""
    material = gather(summary.unit, summary.year)
    if act == "wording" and what in material.wordings:
        lines = material.wordings[what].text.splitlines()
        return [block("p", material.read(line.strip())) for line in lines if line.strip()]
    found = [finding for finding in material.findings if finding.code == what]
    if act == "finding" and found:
        return [tell(material, found)]
    raise Refused("summary.nothing_to_insert", _("要插入的内容已经不在了，刷新一下再看。"), status=409)
