"""Take a file away for good."""

from __future__ import annotations

from django.db import transaction

from tongxin.files.models import Attachment


@transaction.atomic
def discard(*, attachment: Attachment) -> None:
    """Delete the row, and the bytes once the transaction holds; the owner's act leaves the audit entry."""
    storage, name = attachment.file.storage, str(attachment.file.name)
    attachment.delete()
    transaction.on_commit(lambda: storage.delete(name))
