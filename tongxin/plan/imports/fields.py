"""The fields of a line: category, days, place, form and the rest, with what was guessed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Row
from tongxin.plan.imports.catalogue import Catalogue
from tongxin.plan.imports.when import days_of
from tongxin.plan.models import WorkItem
from tongxin.plan.rules.guess import mode_of, plain, work_kind

LONGEST = {"title": 100, "place": 100}
MOST_PEOPLE = 1_000_000
LONGEST_WORDS = 300


@dataclass
class Read:
    """`fields` make a new activity, `explicit` are those the file itself states; `work` makes a work item instead."""

    fields: dict[str, Any] = field(default_factory=dict)
    explicit: dict[str, Any] = field(default_factory=dict)
    work: dict[str, Any] | None = None
    problems: list[Problem] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


class Reader:
    """Reads lines with the catalogue of one installation."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def read(self, row: Row) -> Read:
        """The fields of a row. Wrong: `plan.unknown_category`, `plan.no_category`, `plan.unknown_group`,
        `plan.too_long`, `plan.too_many`."""
        made = Read(problems=_oversized(row))
        word = row.values.get("category") or ""
        kind = work_kind(word) or (work_kind(plain(row.record.section)) if not word else None)
        if kind is not None:
            made.work = _work(row, kind)
            return made
        said = _said(row)
        self._category(row, word, said, made)
        self._group(row, said, made)
        made.explicit = said
        made.fields = {**made.fields, **said}
        return made

    def _category(self, row: Row, word: str, said: dict[str, Any], made: Read) -> None:
        title = row.values.get("title") or ""
        if word:
            category, broad = self.catalogue.find(word, title)
            if category is None:
                made.problems.append(self._unknown(row, word))
            elif broad:
                made.fields["category"] = category
                made.notes["category"] = _("按名称归到“%(category)s”") % {"category": category.label}
            else:
                said["category"] = category
            return
        for heading in (row.record.section, row.table.sheet_name):
            category, _broad = self.catalogue.find(heading, title) if heading else (None, False)
            if category is not None:
                made.fields["category"] = category
                made.notes["category"] = _("按“%(heading)s”认出") % {"heading": heading[:20]}
                return
        self._guessed(row, title, made)

    def _guessed(self, row: Row, title: str, made: Read) -> None:
        category = self.catalogue.guess(title)
        if category is not None:
            made.fields["category"] = category
            made.notes["category"] = _("按名称认出：%(category)s") % {"category": category.label}
        elif title:
            words = _("看不出是哪一类。写上类别：%(known)s。") % {"known": self.catalogue.listed()}
            made.problems.append(_problem(row, "category", "plan.no_category", words))

    def _unknown(self, row: Row, word: str) -> Problem:
        near = self.catalogue.near(word)
        guess = _("是“%(near)s”吗？") % {"near": near} if near else ""
        words = _("没有“%(word)s”这一类。") % {"word": word} + guess
        return _problem(
            row,
            "category",
            "plan.unknown_category",
            words + _("可以写：%(known)s。") % {"known": self.catalogue.listed()},
        )

    def _group(self, row: Row, said: dict[str, Any], made: Read) -> None:
        word = row.values.get("group")
        if not word:
            return
        group = self.catalogue.group(word)
        if group is None:
            known = "、".join(group.label for group in self.catalogue.groups)
            words = _("没有“%(word)s”这个活动组。可以写：%(known)s，也可以空着。") % {"word": word, "known": known}
            made.problems.append(_problem(row, "group", "plan.unknown_group", words))
        else:
            said["group"] = group


def _said(row: Row) -> dict[str, Any]:
    """What the row itself states. Empty cells say nothing."""
    given: dict[str, Any] = {"title": row.values.get("title") or ""}
    if row.values.get("when") is not None or days_of(row).get("planned_words"):
        given |= days_of(row)
    for key in ("place", "expected"):
        if row.values.get(key) not in (None, ""):
            given[key] = row.values[key]
    word, about = row.values.get("mode") or "", row.values.get("about") or ""
    mode = mode_of(word) if word else None
    if mode:
        given["mode"] = Activity.Mode(mode)
    elif word:
        about = "\n".join(part for part in (_("形式：%(word)s") % {"word": word}, about) if part)
    if about:
        given["about"] = about
    return given


def _work(row: Row, kind: str) -> dict[str, Any]:
    span = row.values.get("when")
    return {
        "title": row.values.get("title") or "",
        "kind": WorkItem.Kind(kind),
        "starts_on": span.start if span else None,
        "due_on": span.end if span else None,
        "words": (row.values.get("about") or "")[:LONGEST_WORDS],
    }


def _oversized(row: Row) -> list[Problem]:
    found = []
    for key, longest in LONGEST.items():
        if len(row.values.get(key) or "") > longest:
            words = _("写得太长，最多%(longest)s个字。长的说明写到备注里。") % {"longest": longest}
            found.append(_problem(row, key, "plan.too_long", words))
    if (row.values.get("expected") or 0) > MOST_PEOPLE:
        found.append(_problem(row, "expected", "plan.too_many", _("人数大得不合常理。看看是不是多写了几位。")))
    return found


def _problem(row: Row, key: str, code: str, sentence: str) -> Problem:
    cell = row.record.cells.get(key) or row.record.cells["title"]
    return Problem(key, cell.ref, code, sentence)
