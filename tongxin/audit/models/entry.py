"""What was done: one entry an act, never altered."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AppendOnly(Exception):
    """Somebody tried to alter or delete what may only be added to."""


class Entry(models.Model):
    """Who did what, when, under which hat, why, with the state before and after.

    Rows are written in the transaction of their act and carry no chain themselves, so that no act waits for another's
    entry; `audit.actions.seal` chains them afterwards in batches. Triggers in the database refuse UPDATE and DELETE.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    at = models.DateTimeField(_("时间"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("谁")
    )
    who = models.CharField(_("谁"), max_length=120)
    hat = models.CharField(_("身份"), max_length=12)
    act = models.CharField(_("做了什么"), max_length=60, db_index=True)
    thing_type = models.CharField(max_length=60)
    thing_id = models.CharField(max_length=40)
    thing_label = models.CharField(_("对象"), max_length=200)
    unit_path = models.CharField(max_length=200, db_index=True)
    reason = models.CharField(_("原因"), max_length=400, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("thing_type", "thing_id")),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who} {self.act} {self.thing_label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add; altering is a fault."""
        if not self._state.adding:
            raise AppendOnly("audit entries are never altered")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Always a fault."""
        raise AppendOnly("audit entries are never deleted")
