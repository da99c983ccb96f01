"""What every act on a summary's text does: lock, look whether it may be written, add a version, leave one entry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.report.access import SUMMARY_WRITE
from tongxin.report.models import Summary, Version
from tongxin.report.queries.texts import latest
from tongxin.report.rules.body import Body, dump, load

Change = Callable[[Body], Body]


def held(summary: Summary, actor: Actor, right: str = SUMMARY_WRITE) -> Summary:
    """The summary as it stands now, locked until the transaction ends. Refuses as `require_right`."""
    found = lock(Summary.objects.filter(pk=summary.pk)).select_related("unit").get()
    require_right(actor, right, found.unit)
    return found


def require_open(summary: Summary) -> None:
    """Refuses: `summary.signed`."""
    if summary.state == Summary.State.SIGNED:
        raise Refused("summary.signed", _("总结已经签发，不能再改。要改先重新打开，写明原因。"))


def revise(
    *,
    actor: Actor,
    now: datetime,
    summary: Summary,
    act: str,
    change: Change,
    base_number: int | None = None,
    block_id: str = "",
    mine: str = "",
    note: str = "",
    reason: str = "",
) -> Version:
    """Add a version that `change` makes of the latest text; the latest where it changes nothing. Call in a transaction.

    Where others have written since `base_number`, the change still goes through if `block_id`, the only block it
    touches, was left alone. Refuses: `summary.signed`, `summary.changed_meanwhile` (409; facts `mine`, `theirs`, `who`).
    """
    now_held = held(summary, actor)
    require_open(now_held)
    last = latest(now_held)
    before = load(last.body)
    if base_number is not None and base_number != last.number:
        _require_untouched(now_held, last, before, base_number, block_id, mine)
    after = change(before)
    if after == before:
        return last
    return add_version(
        actor=actor, now=now, summary=now_held, body=after, act=act, note=note, reason=reason, before=last
    )


def add_version(
    *,
    actor: Actor,
    now: datetime,
    summary: Summary,
    body: Body,
    act: str,
    note: str = "",
    reason: str = "",
    before: Version | None = None,
) -> Version:
    """Keep a text as the next version, with its entry in the trail."""
    version = put_version(summary, body, actor, now, note)
    record(
        actor=actor, now=now, act=act, thing=summary, unit=summary.unit, reason=reason,
        before={"version": before.number} if before else {}, after={"version": version.number, "note": version.note},
    )  # fmt: skip
    return version


def put_version(summary: Summary, body: Body, actor: Actor, now: datetime, note: str) -> Version:
    """The next version, without an entry: for acts that leave their own."""
    summary.latest += 1
    summary.save(update_fields=["latest"])
    return Version.objects.create(
        summary=summary,
        number=summary.latest,
        body=dump(body),
        note=note[:100],
        at=now,
        by_id=actor.user_id,
        who=actor.label,
    )


def _require_untouched(summary: Summary, last: Version, now: Body, base_number: int, block_id: str, mine: str) -> None:
    base = summary.versions.filter(number=base_number).first()
    was = load(base.body) if base else None
    if was and block_id and was.block(block_id) is not None and was.block(block_id) == now.block(block_id):
        return
    theirs = now.block(block_id) if block_id else None
    raise Refused(
        "summary.changed_meanwhile",
        _("%(who)s刚改过这里。两份文字都留着，看一下再决定用哪份。") % {"who": last.who},
        field="text",
        status=409,
        who=last.who,
        number=last.number,
        mine=mine,
        theirs=theirs.words if theirs else "",
    )
