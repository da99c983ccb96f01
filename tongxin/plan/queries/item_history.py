"""What happened to a work item, from its audit entries and those of its forerunners, and year by year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from tongxin.audit.models import Entry
from tongxin.plan.models import WorkItem
from tongxin.plan.queries.year import work_fact


@dataclass(frozen=True)
class Moment:
    """One act: in words, why, by whom, when."""

    words: str
    why: str
    who: str
    at: datetime
    key: bool


@dataclass(frozen=True)
class YearOfWork:
    """How a piece of work stood at the end of one year."""

    id: int
    year: int
    share_done: int
    state: str
    shape: str
    words: str


FORERUNNERS: Final = 8


def item_history(item: WorkItem) -> tuple[list[Moment], list[YearOfWork]]:
    """The acts on the item and its forerunners, latest first, and how it stood in each year, oldest first.

    One query, and one for each year before.
    """
    chain = _chain(item)
    entries = Entry.objects.filter(thing_type="plan.workitem", thing_id__in=[str(one.pk) for one in chain])
    years = [
        YearOfWork(one.pk, one.year, one.share_done, one.get_state_display(), work_fact(one).shape, one.words)
        for one in reversed(chain)
    ]
    return [_moment(entry) for entry in entries.order_by("-at", "-id")], years


def _chain(item: WorkItem) -> list[WorkItem]:
    """The item, the one it was carried over from, and so on; eight years at most."""
    found = [item]
    while found[-1].carried_from is not None and len(found) < FORERUNNERS:
        found.append(found[-1].carried_from)
    return found


def words_for(entry: Entry) -> str:
    """An act on a work item in words."""
    share = entry.after.get("share_done", 0)
    step = entry.after.get("step") or entry.before.get("step", "")
    words = {
        "plan.add_work_item": _("列入计划"),
        "plan.report_progress": _("报进度%(share)s%%") % {"share": share},
        "plan.finish_work_item": _("完成"),
        "plan.close_work_item": _("写明没完成"),
        "plan.carry_over": _("转入下年"),
        "plan.add_step": _("加一步：%(step)s") % {"step": step},
        "plan.tick_step": _("做完一步：%(step)s") % {"step": step},
        "plan.untick_step": _("一步还没做完：%(step)s") % {"step": step},
        "plan.remove_step": _("去掉一步：%(step)s") % {"step": step},
    }
    return words.get(entry.act, entry.act)


def _moment(entry: Entry) -> Moment:
    share = entry.after.get("share_done", 0)
    ended = entry.act in ("plan.finish_work_item", "plan.close_work_item", "plan.carry_over") or (
        entry.act == "plan.report_progress" and share == 100
    )
    return Moment(words_for(entry), str(entry.after.get("words", "")), entry.who, entry.at, ended)
