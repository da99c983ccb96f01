"""Old sign-off lists 签领表, as messy as they are, into a round that is handed out or closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.collecting.actions.putting import Given, hold_lines, put_down
from tongxin.collecting.imports.columns import COLUMNS
from tongxin.collecting.imports.known import Known
from tongxin.collecting.models import Receipt
from tongxin.collecting.queries.listed import Line
from tongxin.collecting.rules.marks import Mark, read_mark
from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Importer, Row, Target, UnknownName, Verdict
from tongxin.org.access import require_right
from tongxin.org.queries.places import PlacesWithRight
from tongxin.org.rules.rights import WELFARE_RUN
from tongxin.welfare.models import Pack, Round

KINDS: Final = ("federation", "union", "branch")


@dataclass(frozen=True)
class Plan:
    """A receipt to be written."""

    round: Round
    given: Given


class SignedJudge:
    """Judges one file. People of the list who are not in it are left as they are; nothing that stands is changed."""

    def __init__(self, target: Target) -> None:
        require_right(target.actor, WELFARE_RUN, target.unit)
        self.target = target
        self.known = Known(target)
        self.first: dict[int, int] = {}
        self.not_given = 0

    def see(self, row: Row) -> None:
        """Nothing has to be known of the whole file."""

    def judge(self, rows: Sequence[Row]) -> list[Verdict]:
        """Each line by itself, against the list of its round."""
        return [self._judge(row) for row in rows]

    def apply(self, verdicts: Sequence[Verdict]) -> None:
        """Write the receipts of a chunk; who has one keeps it."""
        rounds: dict[int, list[Plan]] = {}
        for verdict in verdicts:
            rounds.setdefault(verdict.plan.round.pk, []).append(verdict.plan)
        for plans in rounds.values():
            given = [plan.given for plan in plans]
            hold_lines([one.line.entitled for one in given])
            put_down(plans[0].round, given, actor=self.target.actor, now=self.target.now, quiet=True)

    def unknown_units(self) -> list[UnknownName]:
        """No unit has to be known."""
        return []

    def afterwords(self) -> list[str]:
        """How many lines say that nothing was collected."""
        return [_("%(n)s行写着没领，没有记。") % {"n": self.not_given}] if self.not_given else []

    def _judge(self, row: Row) -> Verdict:
        problems = list(row.problems)
        if problems:
            return Verdict(row, "refused", tuple(problems))
        round, line, code = self.known.find(row)
        if code or round is None or line is None:
            return self._refused(row, "staff_no" if code in ("not_listed", "name_differs", "two") else "round", code)
        if "mark" not in row.record.cells:
            return self._refused(row, "mark", "no_mark")
        mark = _mark(row, line.name)
        if not mark.given:
            self.not_given += 1
            return Verdict(row, "unchanged", notes={"mark": _("没领")})
        if line.entitled in self.known.had(round):
            return Verdict(row, "unchanged", notes={"mark": _("已经有了")})
        pack = self.known.pack(round, line, row.values.get("pack") or "")
        no = "struck" if line.out else "no_pack" if pack is None else ""
        if self.first.setdefault(line.entitled, row.record.row_number) != row.record.row_number:
            no = "twice"
        if no or pack is None:
            return self._refused(row, "pack" if no == "no_pack" else "name", no, line)
        given = self._given(row, round, line, pack, mark)
        notes = {"name": _("代领：%(name)s") % {"name": mark.proxy}} if mark.proxy else {}
        return Verdict(row, "new", notes=notes, plan=Plan(round, given))

    def _given(self, row: Row, round: Round, line: Line, pack: Pack, mark: Mark) -> Given:
        proxy = self.known.person(mark.proxy) if mark.proxy else None
        note = _("代领：%(name)s") % {"name": mark.proxy} if mark.proxy and proxy is None else ""
        return Given(line, pack.pk, _at(row, round), Receipt.Way.PAPER, proxy=proxy, note=note)

    def _refused(self, row: Row, key: str, code: str, line: Line | None = None) -> Verdict:
        facts = {
            "name": row.values.get("name") or "",
            "why": line.struck if line else "",
            "year": self.target.year or "",
        }
        facts["row"] = self.first.get(line.entitled, 0) if line else 0
        facts["pack"] = row.values.get("pack") or ""
        cell = row.record.cells.get(key) or row.record.cells["name"]
        return Verdict(row, "refused", (Problem(key, cell.ref, f"signed.{code}", str(WHY[code]) % facts),))


WHY: Final[Mapping[str, Any]] = {
    "no_mark": gettext_lazy("表里没有“签领”一列，不知道%(name)s领没领。核对时指出是哪一列。"),
    "no_round": gettext_lazy("%(year)s年没有在发或发完的福利，先把那一次做到发放。"),
    "which_round": gettext_lazy("%(year)s年不止一次福利，在“福利”一列写清是哪一次。"),
    "not_listed": gettext_lazy("名单里没有%(name)s。该发的，请先加进名单。"),
    "name_differs": gettext_lazy("这个工号在名单里不叫%(name)s。改对其中一个。"),
    "two": gettext_lazy("名单里有几个%(name)s，写上工号。"),
    "struck": gettext_lazy("%(name)s从名单里去掉了：%(why)s。"),
    "no_pack": gettext_lazy("不知道%(name)s领的是哪个礼包：“%(pack)s”。写代号或名称。"),
    "twice": gettext_lazy("%(name)s在第%(row)s行已经有了，留一行。"),
}


def _mark(row: Row, name: str) -> Mark:
    """What the row says of the pack: the mark, and a proxy in a column of its own."""
    mark = read_mark(str(row.values.get("mark") or ""), name)
    proxy = str(row.values.get("proxy") or "").strip(" ：:　")
    if proxy and read_mark(proxy).given:
        return Mark(True, "" if proxy == name else mark.proxy or read_mark(f"代：{proxy}").proxy or proxy)
    return mark


def _at(row: Row, round: Round) -> datetime:
    """Noon of the day that is written, else of the day the round was given."""
    found = row.values.get("day")
    day: date = found.start if found is not None and found.precision == "day" else round.gives_on
    return timezone.make_aware(datetime.combine(day, time(12)))


def opens(unit: Any, year: int | None) -> str | None:
    """Where the rounds are to be seen."""
    return reverse("welfare:rounds")


SIGNED: Final = Importer(
    key="signed",
    label=gettext_lazy("福利签领表"),
    icon="gift",
    columns=COLUMNS,
    right=WELFARE_RUN,
    judge=SignedJudge,
    act="collecting.import_signed",
    unit_kinds=KINDS,
    needs_year=True,
    places=PlacesWithRight(WELFARE_RUN, KINDS),
    opens=opens,
)
