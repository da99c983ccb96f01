"""Keep an office's own Word template."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.files.actions import keep
from tongxin.files.models import Attachment
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.paperwork.kinds.kind import Kind, kinds
from tongxin.paperwork.models import Template
from tongxin.paperwork.own.package import require_plain_docx
from tongxin.paperwork.own.render import fill
from tongxin.paperwork.own.sample import SAMPLE


@transaction.atomic
def add_template(*, actor: Actor, now: datetime, unit: Unit, kind: str, name: str, upload: UploadedFile) -> Template:
    """A .docx with placeholders for one kind of paper: looked through, tried on a sample, kept; counts from now on.

    Refuses: `access.…`, `template.no_kind`, `template.macros`, `template.links_out`, `template.unknown`,
    `template.not_allowed`, `template.does_not_render`, `paper.not_docx`, `paper.too_large`, `file.…`.
    """
    require_right(actor, ACTIVITIES_RUN, unit)
    try_on(upload, _kind(kind))
    title = name.strip() or (upload.name or "").rpartition(".")[0][:60] or str(_kind(kind).title)
    template = Template.objects.create(unit=unit, kind=kind, name=title, added_at=now, by=actor.label)
    file = keep(actor=actor, now=now, thing=template, upload=upload, kind=Attachment.Kind.PAPER)
    after = {"name": title, "paper": kind, "sha256": file.sha256}
    record(actor=actor, now=now, act="paperwork.add_template", thing=template, label=title, unit=unit, after=after)
    return template


def try_on(upload: UploadedFile, kind: Kind) -> None:
    """Refuses a file that could not be used."""
    upload.seek(0)
    data = upload.read()
    try:
        require_plain_docx(data)
        fill(data, kind, SAMPLE)
    except Refused as refusal:
        refusal.field = "upload"
        raise


def _kind(key: str) -> Kind:
    kind = kinds.get(key)
    if kind is None or not kind.own:
        raise Refused("template.no_kind", _("这种材料不能用自己的模板。"), field="kind")
    return kind
