"""The plan importer: each line judged against the year, then written through the acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Importer, Row, Target, UnknownName, Verdict
from tongxin.org.access import require_right
from tongxin.org.queries.places import PlacesWithRight
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.plan.imports.catalogue import Catalogue
from tongxin.plan.imports.columns import COLUMNS
from tongxin.plan.imports.differences import DAYS, before_of, differing, other_organisers
from tongxin.plan.imports.fields import Reader
from tongxin.plan.imports.known import Known, is_approved, known
from tongxin.plan.imports.lines import ActivityLine, WorkLine
from tongxin.plan.imports.parts import Parts, Told
from tongxin.plan.imports.seen import Seen
from tongxin.plan.imports.writing import write

CHANGEABLE = (Activity.State.IDEA, Activity.State.PLANNED)
KINDS = ("federation", "union", "branch", "group", "department", "committee", "club")


class PlanJudge:
    """Judges one plan of a unit and a year. What the year holds but the file does not is left as it is."""

    def __init__(self, target: Target) -> None:
        if target.year is None:
            raise Refused("import.no_year", _("没写是哪一年的计划。"), field="year")
        require_right(target.actor, PLAN_CHANGE, target.unit)
        self.target, self.year = target, target.year
        self.parts = Parts(target)
        self.reader = Reader(Catalogue())
        self.seen = Seen()
        self.approved = is_approved(target.unit, self.year)

    def see(self, row: Row) -> None:
        """Remember what only the whole file tells."""
        self.seen.add(row)
        self.parts.see(row)

    def judge(self, rows: Sequence[Row]) -> list[Verdict]:
        """Judge a chunk, with five queries."""
        there = known(self.target.unit, self.year, {row.values.get("title", "") for row in rows})
        return [self._judge(row, there) for row in rows]

    def apply(self, verdicts: Sequence[Verdict]) -> None:
        """Write a chunk of sound lines."""
        write(self.target, self.parts, [verdict.plan for verdict in verdicts])

    def unknown_units(self) -> list[UnknownName]:
        """Names that no unit goes by."""
        return self.parts.unknown()

    def afterwords(self) -> list[str]:
        """How many activities of the year the file does not name."""
        titles = Activity.objects.filter(unit=self.target.unit, year=self.year).values_list("title", flat=True)
        absent = sum(1 for title in titles if title not in self.seen.titles)
        if not absent:
            return []
        return [_("这一年另有%(number)s项活动不在文件里：不动它们，也不当作取消。") % {"number": absent}]

    def _judge(self, row: Row, there: Known) -> Verdict:
        told = self.parts.read(row)
        problems = [*row.problems, *told.problems]
        repeat = self.seen.repeat(row)
        problems += [repeat] if repeat else []
        title = row.values.get("title", "")
        read = self.reader.read(row)
        problems += read.problems
        notes = {**read.notes, **({"units": told.note} if told.note else {})}
        if read.work is not None:
            if problems:
                return Verdict(row, "refused", tuple(problems), notes=notes)
            return self._work(row, read.work, told, there, notes)
        day = read.fields.get("planned_on")
        found = there.activity(title, day, only=self.seen.titles[title] == 1)
        if found is None:
            if problems:
                return Verdict(row, "refused", tuple(problems), notes=notes)
            line = ActivityLine(row.record.row_number, read.fields, tuple(told.parts))
            return Verdict(row, "new", notes=self._added(notes), plan=line)
        return self._against(row, found, read.explicit, told, there, problems)

    def _against(
        self, row: Row, found: Activity, fields: dict[str, Any], told: Told, there: Known, problems: list[Problem]
    ) -> Verdict:
        """The line against the activity that is there."""
        changed = differing(found, {key: value for key, value in fields.items() if key != "title"})
        organisers = other_organisers(found, told.parts)
        if not problems and not changed and not organisers:
            return Verdict(row, "unchanged")
        if not problems and found.state not in CHANGEABLE:
            words = _("“%(title)s”已经是“%(state)s”，导入不改它。要改，到活动里办。")
            problems.append(
                _problem(
                    row, "plan.already_published", words % {"title": found.title, "state": found.get_state_display()}
                )
            )
        elif not problems and found.pk in there.promised and set(changed) & set(DAYS):
            words = _("审定的计划里写的是%(day)s。改日子要写原因，到活动里办“改期”。")
            problems.append(
                _problem(
                    row, "plan.day_approved", words % {"day": found.planned_words or found.planned_on or "—"}, "when"
                )
            )
        if problems:
            return Verdict(row, "refused", tuple(problems))
        line = ActivityLine(row.record.row_number, changed, tuple(told.parts) if organisers else None, found)
        return Verdict(
            row, "changed", before=before_of(found, changed, _parts_key(row) if organisers else None), plan=line
        )

    def _work(self, row: Row, fields: dict[str, Any], told: Told, there: Known, notes: dict[str, str]) -> Verdict:
        if fields["title"] in there.work:
            return Verdict(row, "unchanged", notes={"category": _("工作事项已有，导入不改它")})
        line = WorkLine(row.record.row_number, fields, told.parts[0] if told.parts else None)
        return Verdict(row, "new", notes=self._added({**notes, "category": _("记作工作事项")}), plan=line)

    def _added(self, notes: dict[str, str]) -> dict[str, str]:
        return {**notes, "title": _("计划已审定，算增补")} if self.approved else notes


def _problem(row: Row, code: str, sentence: str, key: str = "title") -> Problem:
    cell = row.record.cells.get(key) or row.record.cells["title"]
    return Problem(key, cell.ref, code, sentence)


def _parts_key(row: Row) -> str:
    """The column that shows who organises."""
    return next((key for key in ("units", "hosts", "helpers") if key in row.record.cells), "units")


def opens(unit: Any, year: int | None) -> str | None:
    """Where the year of a unit is to be seen."""
    try:
        return f"{reverse('plan:year', args=[year])}?unit={unit.pk}"
    except NoReverseMatch:
        return None


PLAN = Importer(
    key="plan",
    label=gettext_lazy("年度计划"),
    icon="cal",
    columns=COLUMNS,
    right=PLAN_CHANGE,
    judge=PlanJudge,
    act="plan.import",
    unit_kinds=KINDS,
    needs_year=True,
    places=PlacesWithRight(PLAN_CHANGE, KINDS),
    opens=opens,
)
