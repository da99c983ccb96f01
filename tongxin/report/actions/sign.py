"""Sign a summary, and open it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.report.access import SUMMARY_SIGN
from tongxin.report.actions.writing import held, put_version, require_open
from tongxin.report.models import Summary
from tongxin.report.queries.texts import checked


@transaction.atomic
def sign(
    *, actor: Actor, now: datetime, summary: Summary, signed_on: date, base_number: int, reason: str = ""
) -> Summary:
    """Sign the text of version `base_number` with the date that it carries; it is locked from then on.

    Refuses: `access.…`, `summary.signed`, `summary.changed_meanwhile` (409), `summary.bad_remarks` while the checker has
    something that must be put right, unless `reason` says why it is signed all the same.
    """
    signing = held(summary, actor, SUMMARY_SIGN)
    require_open(signing)
    if base_number != signing.latest:
        raise Refused("summary.changed_meanwhile", _("刚才又有人改过，看过最新一稿再签。"), status=409)
    text = checked(signing)
    if text.bad and not reason.strip():
        sentence = ngettext(
            "还有%(n)s处要改，改完再签；一定要这样签，写明理由。",
            "还有%(n)s处要改，改完再签；一定要这样签，写明理由。",
            len(text.bad),
        )
        raise Refused("summary.bad_remarks", sentence % {"n": len(text.bad)}, field="reason", count=len(text.bad))
    if text.body.day != signed_on:
        put_version(signing, replace(text.body, day=signed_on), actor, now, _("写上签发日期"))
    signing.state = Summary.State.SIGNED
    signing.signed_on = signed_on
    signing.signed_by_id = actor.user_id
    signing.save(update_fields=["state", "signed_on", "signed_by"])
    record(
        actor=actor, now=now, act="report.sign", thing=signing, unit=signing.unit, reason=reason,
        before={"state": Summary.State.DRAFT}, after={"state": signing.state, "version": signing.latest, "signed_on": signed_on},
    )  # fmt: skip
    return signing


@transaction.atomic
def reopen(*, actor: Actor, now: datetime, summary: Summary, reason: str) -> Summary:
    """Open a signed summary for writing. Refuses: `access.…`, `summary.not_signed`, `summary.no_reason`."""
    opened = held(summary, actor, SUMMARY_SIGN)
    if opened.state != Summary.State.SIGNED:
        raise Refused("summary.not_signed", _("总结还没有签发，直接改就行。"))
    if not reason.strip():
        raise Refused("summary.no_reason", _("重新打开要写明原因。"), field="reason")
    before = {"state": opened.state, "signed_on": opened.signed_on}
    opened.state, opened.signed_on, opened.signed_by = Summary.State.DRAFT, None, None
    opened.save(update_fields=["state", "signed_on", "signed_by"])
    record(
        actor=actor, now=now, act="report.reopen", thing=opened, unit=opened.unit, reason=reason,
        before=before, after={"state": opened.state},
    )  # fmt: skip
    return opened
