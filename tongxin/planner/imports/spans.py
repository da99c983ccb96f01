"""The academic year from a spreadsheet: a line for each term, exam weeks, vacation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.refusals import Refused
from tongxin.core.sheets.columns import Column
from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Importer, Row, Target, UnknownName, Verdict
from tongxin.imports.words import naming_row
from tongxin.org.access import require_right
from tongxin.org.queries.places import PlacesWithRight
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner.actions import add_span
from tongxin.planner.models import TermSpan

DAYS: Final = ("starts_on", "ends_on")
KINDS: Final = ("federation", "union")
COLUMNS: Final = (
    Column("name", "名称", required=True, kind="label", sample="期末考试周", synonyms=("校历事项", "事项", "项目", "内容", "安排")),
    Column("kind", "种类", kind="label", sample="考试周", synonyms=("类别", "类型"), note="学期、考试周、假期；空着就按名称认"),
    Column("starts_on", "开始日期", required=True, kind="day", sample="2020-12-28", synonyms=("从哪天", "起始日期", "开始时间", "开始", "起")),
    Column("ends_on", "结束日期", required=True, kind="day", sample="2021-01-08", synonyms=("到哪天", "终止日期", "结束时间", "结束", "止")),
)  # fmt: skip
WORDS: Final = (
    (TermSpan.Kind.EXAM, ("考", "测验")),
    (TermSpan.Kind.VACATION, ("假",)),
    (TermSpan.Kind.TERM, ("学期", "开学", "教学周", "上课")),
)


def kind_of(typed: str, name: str) -> str | None:
    """What kind of span it is, by what is typed, else by its name; None where neither tells."""
    for text in (typed, name):
        for kind, words in WORDS:
            if any(word in text for word in words):
                return str(kind)
    return None


class SpanJudge:
    """Judges one academic calendar of a union. What is there but not in the file stays."""

    def __init__(self, target: Target) -> None:
        require_right(target.actor, PLAN_CHANGE, target.unit)
        self.target = target
        rows = TermSpan.objects.filter(unit=target.unit).values_list("kind", "starts_on", "ends_on")
        self.there: set[tuple[str, date, date]] = {(str(kind), first, last) for kind, first, last in rows}

    def see(self, row: Row) -> None:
        """Nothing has to be known of the whole file."""

    def judge(self, rows: Sequence[Row]) -> list[Verdict]:
        """Each line by itself."""
        return [self._judge(row) for row in rows]

    def apply(self, verdicts: Sequence[Verdict]) -> None:
        """Enter the new spans, through the act; the same line twice is one."""
        for verdict in verdicts:
            try:
                with naming_row(verdict.row.record.row_number):
                    add_span(actor=self.target.actor, now=self.target.now, union=self.target.unit, **verdict.plan)
            except Refused as refusal:
                if refusal.code != "span.there":
                    raise

    def unknown_units(self) -> list[UnknownName]:
        """No units are named."""
        return []

    def afterwords(self) -> list[str]:
        """What else to say."""
        return []

    def _judge(self, row: Row) -> Verdict:
        name = row.values.get("name") or ""
        days: dict[str, Any] = {key: row.values.get(key) for key in DAYS}
        kind = kind_of(row.values.get("kind") or "", name)
        problems = list(row.problems)
        for key, day in days.items():
            if not problems and (day is None or day.precision != "day"):
                problems.append(_problem(row, key, "span.no_day", _("写到哪一天，例如 2020-12-28。")))
        if not problems and kind is None:
            sentence = _("认不出是学期、考试周还是假期，在“种类”里写一个。")
            problems.append(_problem(row, "kind", "span.kind_unknown", sentence))
        if not problems and days["ends_on"].date < days["starts_on"].date:
            problems.append(_problem(row, "ends_on", "span.backwards", _("结束的日子早于开始的日子。")))
        if problems:
            return Verdict(row, "refused", tuple(problems))
        plan = {"kind": kind, "name": name, **{key: days[key].date for key in DAYS}}
        if (str(kind), plan["starts_on"], plan["ends_on"]) in self.there:
            return Verdict(row, "unchanged")
        return Verdict(row, "new", plan=plan)


def _problem(row: Row, key: str, code: str, sentence: str) -> Problem:
    cell = row.record.cells.get(key) or row.record.cells["name"]
    return Problem(key, cell.ref, code, sentence)


def opens(unit: Any, year: int | None) -> str | None:
    """Where the spans are to be seen."""
    return f"{reverse('planner:spans', args=[year])}?unit={unit.pk}" if year else None


SPANS: Final = Importer(
    key="spans",
    label=gettext_lazy("校历"),
    icon="cal",
    columns=COLUMNS,
    right=PLAN_CHANGE,
    judge=SpanJudge,
    act="planner.import_spans",
    unit_kinds=KINDS,
    places=PlacesWithRight(PLAN_CHANGE, KINDS),
    opens=opens,
)
