"""What happened to a work item, from its audit entries and those of its forerunner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.audit.models import Entry
from tongxin.plan.models import WorkItem


@dataclass(frozen=True)
class Moment:
    """One act: in words, why, by whom, when."""

    words: str
    why: str
    who: str
    at: datetime
    key: bool


def item_history(item: WorkItem) -> list[Moment]:
    """The acts on the item, latest first: one query."""
    ids = [str(pk) for pk in (item.pk, item.carried_from_id) if pk]
    entries = Entry.objects.filter(thing_type="plan.workitem", thing_id__in=ids).order_by("-at", "-id")
    return [_moment(entry) for entry in entries]


def _moment(entry: Entry) -> Moment:
    share = entry.after.get("share_done", 0)
    words = {
        "plan.add_work_item": _("列入计划"),
        "plan.report_progress": _("报进度%(share)s%%") % {"share": share},
        "plan.finish_work_item": _("完成"),
        "plan.close_work_item": _("写明没完成"),
        "plan.carry_over": _("转入下年"),
    }.get(entry.act, entry.act)
    ended = entry.act in ("plan.finish_work_item", "plan.close_work_item", "plan.carry_over") or share == 100
    return Moment(words, str(entry.after.get("words", "")), entry.who, entry.at, ended)
