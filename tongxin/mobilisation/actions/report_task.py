"""A unit reports how far it is with a task."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.files.actions import keep
from tongxin.files.models import Attachment
from tongxin.mobilisation.actions.holding import held_part
from tongxin.mobilisation.models import Handed, Report
from tongxin.org.actor import Actor

State = Handed.State


@transaction.atomic
def report_task(
    *,
    actor: Actor,
    now: datetime,
    handed: Handed,
    state: str,
    words: str = "",
    number: int | None = None,
    whole: int | None = None,
    upload: UploadedFile | None = None,
) -> Handed:
    """The unit's state, words and number as they are now, with a paper where one is sent along; who reports has read it.

    Refuses: `access.…`, `task.closed`, `task.words_needed` (cannot, or words were asked for and it is done),
    `task.number_needed`, `task.more_than_all`, and as `files.keep`.
    """
    held = held_part(actor, handed)
    _require_whole(held, state, words, number, whole)
    before = {"state": held.state, "number": held.number, "whole": held.whole}
    held.state, held.words, held.number, held.whole = state, words.strip(), number, whole
    held.changed_at = now
    held.done_at = (held.done_at or now) if state == State.DONE else None
    if held.acknowledged_at is None:
        held.acknowledged_at, held.acknowledged_by = now, actor.name or actor.label
    held.save()
    Report.objects.create(
        handed=held, state=state, words=held.words, number=number, whole=whole, at=now, by=actor.name or actor.label
    )
    if upload is not None:
        keep(actor=actor, now=now, thing=held, upload=upload, kind=Attachment.Kind.PAPER)
    record(
        actor=actor, now=now, act="mobilisation.report_task", thing=held.task, unit=held.unit, before=before,
        after={"unit": held.unit.code, "state": state, "number": number, "whole": whole, "words": held.words},
    )  # fmt: skip
    return held


def _require_whole(held: Handed, state: str, words: str, number: int | None, whole: int | None) -> None:
    if state == State.CANNOT and not words.strip():
        raise Refused("task.words_needed", _("做不了，写一句卡在哪里，好帮你们想办法。"), field="words")
    if state == State.DONE and held.task.wants and not words.strip():
        raise Refused("task.words_needed", _("这项任务要交：%(wants)s") % {"wants": held.task.wants}, field="words")
    if state == State.DONE and held.task.counts and number is None:
        raise Refused(
            "task.number_needed", _("这项任务要报%(counts)s。") % {"counts": held.task.counts}, field="number"
        )
    if number is not None and whole is not None and number > whole:
        raise Refused("task.more_than_all", _("报的数比总数还多，改其中一个。"), field="number")
