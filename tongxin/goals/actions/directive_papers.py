"""Papers that are kept with a task from above."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tongxin.audit import actions as audit
from tongxin.files.actions import discard, keep
from tongxin.files.models import Attachment
from tongxin.goals.access import CHANGE
from tongxin.goals.models import Directive
from tongxin.org.access import require_right
from tongxin.org.actor import Actor


@transaction.atomic
def keep_paper(*, actor: Actor, now: datetime, directive: Directive, upload: UploadedFile) -> Attachment:
    """Keep a paper with the directive, closed or not. Refuses as `files.actions.keep`."""
    require_right(actor, CHANGE, directive.unit)
    kept = keep(actor=actor, now=now, thing=directive, upload=upload, kind=Attachment.Kind.PAPER)
    after = {"file": str(kept.pk), "name": kept.name, "sha256": kept.sha256}
    audit.record(actor=actor, now=now, act="directives.keep_paper", thing=directive, unit=directive.unit, after=after)
    return kept


@transaction.atomic
def discard_paper(*, actor: Actor, now: datetime, directive: Directive, attachment: Attachment) -> None:
    """Take a paper away again."""
    require_right(actor, CHANGE, directive.unit)
    before = {"file": str(attachment.pk), "name": attachment.name, "sha256": attachment.sha256}
    audit.record(
        actor=actor, now=now, act="directives.discard_paper", thing=directive, unit=directive.unit, before=before
    )  # fmt: skip
    discard(attachment=attachment)
