"""A summary's text: a version's body, its remarks, what a token means today."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.report.models import Summary, Version
from tongxin.report.queries.facts import facts_of
from tongxin.report.rules import tokens
from tongxin.report.rules.body import Body, Chip, Run, load
from tongxin.report.rules.checker import Facts, Remark, check
from tongxin.report.rules.chips import parse


@dataclass(frozen=True)
class Checked:
    """The latest text of a summary against today's records."""

    version: Version
    body: Body
    facts: Facts
    remarks: list[Remark]

    @property
    def bad(self) -> list[Remark]:
        """What must be put right before signing."""
        return [remark for remark in self.remarks if remark.severity == "bad"]


def latest(summary: Summary) -> Version:
    """The latest version."""
    return summary.versions.get(number=summary.latest)


def checked(summary: Summary, facts: Facts | None = None) -> Checked:
    """The latest text with its remarks."""
    version = latest(summary)
    body = load(version.body)
    facts = facts or facts_of(summary.unit, summary.year)
    return Checked(version, body, facts, check(body.blocks, facts))


def chip_now(reference: str, facts: Facts) -> Chip | None:
    """A chip with today's value; None where there is no such figure."""
    ref = parse(reference)
    known = facts.known.get(ref.bare) if ref else None
    return Chip(reference, known.words(ref.form), known.value) if ref and known else None


def read_line(line: str, kind: str, written: Body, facts: Facts) -> tuple[Run, ...]:
    """The runs of a typed line: a figure that stands in the text already keeps its value, a new one takes today's.

    Refuses: `summary.unknown_figure` (field `text`).
    """
    there = {chip.ref: chip for chip in written.chips}
    try:
        return tokens.read(line, lambda reference: there.get(reference) or chip_now(reference, facts), kind)
    except tokens.BadToken as bad:
        if bad.lone:
            sentence = _("多了一个“%(token)s”。要写大括号本身，连写两个。") % {"token": bad.token}
        else:
            sentence = _("没有叫%(token)s的数据项。你写的都留着，换一个再存。") % {"token": bad.token}
        raise Refused("summary.unknown_figure", sentence, field="text") from bad
