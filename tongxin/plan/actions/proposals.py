"""Answer what the year before asks for: put it into the plan, or leave it out with a word why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities import actions as activities
from tongxin.activities.models import Activity, Category
from tongxin.audit import actions as audit
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan.actions.add_work_item import add_work_item
from tongxin.plan.hooks import Proposed, proposals
from tongxin.plan.models import TakenUp, WorkItem


@transaction.atomic
def take_up(
    *, actor: Actor, now: datetime, unit: Unit, year: int, source: str, code: str, title: str = "", kind: str = ""
) -> TakenUp:
    """Put a proposal into the plan, under its own title or another: as a work item, or (`kind` "activity") as an idea.

    Refuses: `proposal.gone` (nobody proposes it any more), `proposal.answered` (it has been answered before).
    """
    require_right(actor, rights.PLAN_CHANGE, unit)
    proposed = _find(unit, year, source, code)
    title = (title.strip() or proposed.title)[:100]
    item: WorkItem | None = None
    activity: Activity | None = None
    if (kind or proposed.kind) == "activity":
        activity = activities.add_activity(
            actor=actor, now=now, unit=unit, year=year, title=title, category=_category(), state="idea",
            about=proposed.why,
        )  # fmt: skip
    else:
        item = add_work_item(
            actor=actor, now=now, unit=unit, year=year, title=title, kind=proposed.work_kind, words=proposed.why[:300]
        )  # fmt: skip
    taken = _answer(actor, now, unit, year, source, proposed, work_item=item, activity=activity)
    after = {"year": year, "source": source, "code": code, "work_item": item and item.pk}
    audit.record(
        actor=actor, now=now, act="plan.take_up", thing=taken, unit=unit, after=after | {"activity": activity and activity.pk}
    )  # fmt: skip
    return taken


@transaction.atomic
def leave_out(*, actor: Actor, now: datetime, unit: Unit, year: int, source: str, code: str, words: str) -> TakenUp:
    """Say why a proposal is not put into the plan. Refuses as `take_up`, and `proposal.words_missing`."""
    require_right(actor, rights.PLAN_CHANGE, unit)
    proposed = _find(unit, year, source, code)
    if not words.strip():
        raise Refused("proposal.words_missing", _("写一句为什么不列。"), field="words")
    taken = _answer(actor, now, unit, year, source, proposed, words=words.strip())
    after = {"year": year, "source": source, "code": code}
    audit.record(actor=actor, now=now, act="plan.leave_out", thing=taken, unit=unit, reason=words, after=after)
    return taken


def _find(unit: Unit, year: int, source: str, code: str) -> Proposed:
    if TakenUp.objects.filter(unit=unit, year=year, source=source, code=code).exists():
        raise Refused("proposal.answered", _("这一条已经处理过了，看看下面“处理过的”。"))
    proposer = proposals.get(source)
    with ours():  # what is put into the plan is read by everybody
        found = proposer.propose(unit, year) if proposer else ()
    proposed = next((one for one in found if one.code == code), None)
    if proposed is None:
        raise Refused("proposal.gone", _("这个问题已经不在了，可能记录补上了。刷新一下再看。"))
    return proposed


def _answer(
    actor: Actor,
    now: datetime,
    unit: Unit,
    year: int,
    source: str,
    proposed: Proposed,
    work_item: WorkItem | None = None,
    activity: Activity | None = None,
    words: str = "",
) -> TakenUp:
    return TakenUp.objects.create(
        unit=unit, year=year, source=source, code=proposed.code, title=proposed.title[:100], at=now, by=actor.name,
        work_item=work_item, activity=activity, words=words,
    )  # fmt: skip


def _category() -> Category:
    """The category an idea begins with; whoever makes it an activity chooses."""
    return Category.objects.filter(in_use=True, counted=True).earliest("order", "id")
