"""What every act on a work item begins with: lock it, and see that it is still open."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.plan.models import WorkItem
from tongxin.plan.rules import work


def open_item(item: WorkItem, act: str) -> WorkItem:
    """The item as it is now, locked. Refuses: `work_item.closed` where the act may not follow any more."""
    found = lock(WorkItem.objects.filter(pk=item.pk).select_related("unit", "responsible_unit")).get()
    if not work.may(act, found.state):
        sentence = _("这一项已经是“%(state)s”，不再改动。") % {"state": found.get_state_display()}
        raise Refused("work_item.closed", sentence)
    return found


def state_of(item: WorkItem) -> dict[str, Any]:
    """What the trail keeps of an item before and after an act."""
    return {"state": item.state, "share_done": item.share_done, "reason": item.reason, "words": item.words}
