"""Put on record what a restriction demands of an activity: a plan, a filing, an approval; and take it back."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity, Clearance
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.files.actions import discard, keep
from tongxin.files.models import Attachment
from tongxin.org.actor import Actor
from tongxin.restrictions.models import Restriction


@transaction.atomic
def add_clearance(
    *,
    actor: Actor,
    now: datetime,
    activity: Activity,
    restriction: Restriction,
    kind: str,
    words: str = "",
    number: str = "",
    upload: UploadedFile | None = None,
) -> Clearance:
    """Put on record that the activity has the plan, was filed or was approved; `upload` is kept as a paper of the activity.

    Refuses: `access.…`, `clearance.empty` (neither words nor number nor file), `clearance.not_demanded`, `clearance.again`, `file.…`.
    """
    held = locked(activity)
    require_run(actor, held)
    if not (words.strip() or number.strip() or upload):
        raise Refused("clearance.empty", _("写一句、填文号或者传文件，至少一样。"), field="words")
    if not restriction.steps.filter(demand=kind).exists():
        raise Refused("clearance.not_demanded", _("这条管控没有要这个。"), field="demand")
    if Clearance.objects.filter(activity=held, restriction=restriction, kind=kind).exists():
        raise Refused("clearance.again", _("已经记过了。要改，先去掉原来的。"), field="demand")
    paper = keep(actor=actor, now=now, thing=held, upload=upload, kind=Attachment.Kind.PAPER) if upload else None
    made = Clearance.objects.create(
        activity=held, restriction=restriction, kind=kind, words=words.strip(), number=number.strip(), paper=paper, at=now,
        by=actor.label,
    )  # fmt: skip
    record(actor=actor, now=now, act="activities.add_clearance", thing=held, unit=held.unit, after=_told(made))
    return made


@transaction.atomic
def remove_clearance(*, actor: Actor, now: datetime, activity: Activity, clearance: Clearance) -> None:
    """Take one off the record, with its file; what it said stays in the audit entry.

    Refuses: `access.…`, `clearance.elsewhere` (404) where it is none of this activity.
    """
    held = locked(activity)
    require_run(actor, held)
    if clearance.activity_id != held.pk:
        raise Refused("clearance.elsewhere", _("这条记录不在这项活动里。"), status=404)
    before, paper = _told(clearance), clearance.paper
    clearance.delete()
    if paper is not None:
        discard(attachment=paper)
    record(actor=actor, now=now, act="activities.remove_clearance", thing=held, unit=held.unit, before=before)


def _told(clearance: Clearance) -> dict[str, object]:
    told = {
        "restriction": clearance.restriction.title, "kind": clearance.kind, "words": clearance.words, "number": clearance.number,
        "file": clearance.paper.name if clearance.paper else "",
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}
