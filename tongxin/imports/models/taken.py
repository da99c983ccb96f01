"""What an import touched."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.imports.models.run import ImportRun


class Taken(models.Model):
    """A record that came in or was changed by a run: `thing_pk` is the importer's own (a person, for a roster)."""

    class Kind(models.TextChoices):
        NEW = "new", _("新增")
        CHANGED = "changed", _("变更")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="taken")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    thing_pk = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("run", "thing_pk"), name="imports_taken_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_pk}"
