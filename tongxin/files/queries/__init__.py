"""Reading which files a thing has."""

from __future__ import annotations

from django.db.models import Model

from tongxin.files.models import Attachment


def files_of(thing: Model) -> list[Attachment]:
    """All files of a thing, oldest first, in one query."""
    return list(Attachment.objects.filter(thing_type=thing._meta.label_lower, thing_id=thing.pk))
