"""Something is wrong with a pack: the person says so, the office answers."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.collecting.access import get_complaint, get_own
from tongxin.collecting.models import Complaint, Receipt
from tongxin.core.database import lock
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.files.actions.keep import keep
from tongxin.files.models import Attachment
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor
from tongxin.welfare.models import Round

MOST_OPEN = 3


@transaction.atomic
def complain(
    *, actor: Actor, now: datetime, round: Round, kind: str, words: str, photo: UploadedFile | None = None
) -> Complaint:
    """What is wrong with the actor's pack, with a photo where there is one. The trail does not repeat the words.

    Refuses: as `access.get_own`, `complaint.not_yet` before a pack was received, `complaint.no_words`, `complaint.enough`, `file.…`.
    """
    own = get_own(actor, round.pk)
    if not Receipt.objects.filter(entitled=own, undone_at=None).exists():
        raise Refused("complaint.not_yet", _("领到以后才能说。还没领的，到领取点当面说。"))
    if not words.strip():
        raise Refused("complaint.no_words", _("说一下怎么了。"), field="words")
    if Complaint.objects.filter(entitled=own, answered_at=None).count() >= MOST_OPEN:
        raise Refused("complaint.enough", _("前面说的还在办，等答复了再说新的。"))
    made = Complaint.objects.create(entitled=own, kind=kind, words=words.strip()[:300], at=now)
    if photo is not None:
        keep(actor=actor, now=now, thing=made, upload=photo, kind=Attachment.Kind.PHOTO)
    record(
        actor=actor,
        now=now,
        act="collecting.complain",
        thing=made,
        label=own.round.title,
        unit=own.round.unit,
        after={"kind": kind},
    )
    return made


@transaction.atomic
def answer_complaint(
    *, actor: Actor, now: datetime, complaint: Complaint, outcome: str, answer: str, public: bool = False
) -> Complaint:
    """What became of it. The person is told; members read the answer (never who asked) where it is `public`.

    Refuses: as `access.get_complaint`, `complaint.no_answer`, `complaint.answered`.
    """
    found = get_complaint(actor, complaint.pk)
    if not answer.strip():
        raise Refused("complaint.no_answer", _("写一句怎么办的。"), field="answer")
    held = lock(Complaint.objects.filter(pk=found.pk)).get()
    if held.answered_at is not None:
        raise Refused("complaint.answered", _("已经答复过了：%(answer)s") % {"answer": held.answer})
    held.outcome, held.answer, held.public = outcome, answer.strip()[:300], public
    held.answered_at, held.answered_by = now, actor.label
    held.save(update_fields=["outcome", "answer", "public", "answered_at", "answered_by"])
    round = found.entitled.round
    record(
        actor=actor, now=now, act="collecting.answer_complaint", thing=held, label=round.title, unit=round.unit,
        after={"outcome": outcome, "public": public},
    )  # fmt: skip
    with ours():
        title = _("售后有答复了：%(round)s") % {"round": round.title}
    tell(
        actor=actor, now=now, unit=round.unit, kind=Notice.Kind.CHANGE, key=f"collecting.answered:{held.pk}", title=title,
        body=held.answer, to=[found.entitled.person_id], url=reverse("collecting:complaint", args=[round.pk]),
    )  # fmt: skip
    return held
