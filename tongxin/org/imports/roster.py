"""The roster importer: each row judged against the roster, then written in chunks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core import clock
from tongxin.core.sheets.cells import BadCell, parse
from tongxin.core.sheets.cells.days import Day
from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Importer, Row, Target, Touched, UnknownName, Verdict
from tongxin.org.access import require_right
from tongxin.org.imports.columns import COLUMNS
from tongxin.org.imports.facts import Known, known
from tongxin.org.imports.founding import Founding
from tongxin.org.imports.plans import PersonPlan
from tongxin.org.imports.seen import Seen
from tongxin.org.imports.writing import write
from tongxin.org.models import Person
from tongxin.org.queries.places import PlacesWithRight
from tongxin.org.queries.units import union_of
from tongxin.org.rules import roster as words
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.org.rules.standing import may_follow
from tongxin.ui.words import fullday

SEXES = {"female": Person.Sex.WOMAN, "male": Person.Sex.MAN}
DETAILS = ("name", "sex", "born_on", "hired_on", "phone", "email")


class RosterJudge:
    """Judges one roster. People who are on the roster but not in the file are left as they are."""

    def __init__(self, target: Target) -> None:
        require_right(target.actor, PEOPLE_CHANGE, target.unit)
        self.target = target
        self.union = union_of(target.unit)
        self.today = clock.today(target.now)
        self.founding = Founding(target, self.union)
        self.seen = Seen()

    def see(self, row: Row) -> None:
        """Remember what only the whole file tells."""
        self.seen.add(row, unit_name(row))

    def judge(self, rows: Sequence[Row]) -> list[Verdict]:
        """Judge a chunk, with three queries."""
        numbers = {row.values["staff_no"] for row in rows if row.values.get("staff_no")}
        there = known(self.union, numbers)
        return [self._judge(row, there.get(row.values.get("staff_no") or "")) for row in rows]

    def apply(self, verdicts: Sequence[Verdict]) -> Touched:
        """Write a chunk of sound rows; units that were chosen to be new are founded first."""
        if verdicts:
            self.founding.remember()
        plans = [self.founding.settle(verdict.plan) for verdict in verdicts]
        return write(actor=self.target.actor, now=self.target.now, union=self.union, plans=plans)

    def unknown_units(self) -> list[UnknownName]:
        """Names that no unit goes by."""
        return self.founding.unknown(self.seen.units)

    def afterwords(self) -> list[str]:
        """How many are on the roster but not in the file."""
        numbers = Person.objects.filter(union=self.union, left_on=None).values_list("staff_no", flat=True)
        absent = sum(1 for number in numbers.iterator() if number not in self.seen.first)
        if not absent:
            return []
        return [
            _("在册的有%(number)s人不在文件里：不动他们，也不当作离会。要处理，到花名册里逐个办。") % {"number": absent}
        ]

    def _judge(self, row: Row, there: Known | None) -> Verdict:
        problems = list(row.problems)
        if row.record.repeat_of and not problems:
            return Verdict(row, "unchanged", notes={"staff_no": _("与第%(row)s行相同") % {"row": row.record.repeat_of}})
        if row.values.get("staff_no"):
            problems += [found for found in (self.seen.problem(row), _gone(row, there)) if found]
        plan, more = self._plan(row, there)
        problems += more
        if problems:
            return Verdict(row, "refused", tuple(problems))
        if there is None:
            return Verdict(row, "new", notes=self._notes(plan), plan=plan)
        if plan.details or plan.moves or plan.standing:
            return Verdict(row, "changed", before=_before(plan, there), notes=self._notes(plan), plan=plan)
        return Verdict(row, "unchanged")

    def _plan(self, row: Row, there: Known | None) -> tuple[PersonPlan, list[Problem]]:
        details = _details(row, there)
        problems = [problem for problem in (_future(row, "hired_on", self.today), _crossed(row, there)) if problem]
        unit, name, wrong = self.founding.find(row, unit_name(row), there)
        standing, since, doubt = self._standing(row, there)
        problems += [problem for problem in (wrong, doubt) if problem]
        plan = PersonPlan(
            staff_no=row.values.get("staff_no") or "", details=details, known=there, unit=unit, unit_name=name,
            placed_since=_day(row, "hired_on") or self.today, standing=standing, since=since,
        )  # fmt: skip
        return plan, problems

    def _standing(self, row: Row, there: Known | None) -> tuple[str | None, date, Problem | None]:
        member, joined, problem = _joined(row)
        wanted = words.standing_of(row.values.get("standing") or "")
        if there is None:
            state = (wanted or "in_standing") if member is not False else None
            return state, joined or _day(row, "hired_on") or self.today, problem
        state = there.standing.state if there.standing else None
        if not there.is_member and (member or joined) and may_follow(state, "in_standing"):
            return "in_standing", joined or self.today, problem
        if wanted and wanted != state and state is not None and may_follow(state, wanted):
            return wanted, self.today, problem
        return None, self.today, problem

    def _notes(self, plan: PersonPlan) -> Mapping[str, str]:
        notes = {}
        if plan.unit_name:
            notes["unit"] = _("将新建")
        elif plan.known and plan.moves:
            notes["unit"] = _("%(day)s起，算调入") % {"day": fullday(self.today)}
        return notes


def unit_name(row: Row) -> str:
    """The unit a row names; where the sheet has no such column, the sheet's own name says it."""
    if "unit" in row.record.cells:
        return row.values.get("unit") or ""
    return row.record.section or row.table.sheet_name


def _details(row: Row, there: Known | None) -> dict[str, object]:
    """The details to write: all that is given for a new person, what differs for a known one. Empty cells say nothing."""
    given = {key: _plain(row.values.get(key)) for key in DETAILS if row.values.get(key)}
    if "sex" in given:
        given["sex"] = SEXES[given["sex"]]
    if there is None:
        return given
    return {key: value for key, value in given.items() if getattr(there.person, key) != value}


def _plain(value: Any) -> Any:
    return value.date if isinstance(value, Day) else value


def _day(row: Row, key: str) -> date | None:
    value = row.values.get(key)
    return value.date if isinstance(value, Day) else None


def _joined(row: Row) -> tuple[bool | None, date | None, Problem | None]:
    """What the column 入会 says: a day, a yes or no, or nothing."""
    cell = row.record.cells.get("joined_on")
    written = row.values.get("joined_on") or ""
    if cell is None or not written:
        return None, None, None
    said = words.says_member(written)
    if said is not None:
        return said, None, None
    try:
        day = parse("day", cell.value, loose=row.table.book.loose)
    except BadCell as bad:
        return None, None, Problem("joined_on", cell.ref, bad.code, bad.sentence)
    return True, day.date if day else None, None


def _gone(row: Row, there: Known | None) -> Problem | None:
    if there is None or there.person.left_on is None:
        return None
    sentence = _("%(name)s已经离职。先到花名册里办“回来”，再导这一行。") % {"name": there.person.name}
    return Problem("staff_no", row.record.cells["staff_no"].ref, "person.gone", sentence)


def _future(row: Row, key: str, today: date) -> Problem | None:
    day = _day(row, key)
    if day is None or day <= today:
        return None
    return Problem(key, row.record.cells[key].ref, "day.in_future", _("这一天还没到。看看年份是不是写错了。"))


def _crossed(row: Row, there: Known | None) -> Problem | None:
    born = _day(row, "born_on") or (there.person.born_on if there else None)
    hired = _day(row, "hired_on") or (there.person.hired_on if there else None)
    key = "hired_on" if "hired_on" in row.record.cells else "born_on"
    if born is None or hired is None or hired > born or key not in row.record.cells:
        return None
    return Problem(key, row.record.cells[key].ref, "person.dates_crossed", _("入职日期不会早于出生日期。改其中一个。"))


def _before(plan: PersonPlan, there: Known) -> dict[str, str]:
    before = {key: _shown(there.person, key) for key in plan.details}
    if plan.moves:
        before["unit"] = there.placement.unit.called if there.placement else "—"
    if plan.standing:
        before["standing"] = there.standing.get_state_display() if there.standing else str(_("非会员"))
    return before


def _shown(person: Person, key: str) -> str:
    value = person.get_sex_display() if key == "sex" else getattr(person, key)
    return str(value or "—")


ROSTER = Importer(
    key="roster",
    label=gettext_lazy("花名册"),
    icon="users",
    columns=COLUMNS,
    right=PEOPLE_CHANGE,
    judge=RosterJudge,
    act="org.import_roster",
    unit_kinds=("union", "branch", "department"),
    spare=("unit",),
    dropped=("身份证号", "身份证号码", "身份证"),
    places=PlacesWithRight(PEOPLE_CHANGE, ("union", "branch", "department")),
    opens=lambda unit, year: f"{reverse('org:people')}?unit={unit.pk}",
    shows=lambda run: f"{reverse('org:people')}?taken={run}",
)
