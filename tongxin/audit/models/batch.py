"""The chain: batches of entries, each sealed over the one before."""

from __future__ import annotations

from django.db import models

from tongxin.audit.models.entry import Entry


class Batch(models.Model):
    """A link of the chain: the hash over its entries and the hash of the link before."""

    at = models.DateTimeField()
    count = models.PositiveIntegerField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("id",)


class Sealed(models.Model):
    """Which batch an entry went into, and its place in it.

    A row of its own, because entries are never altered, and because ids may commit out of their order.
    """

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="sealed")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="entries")
    place = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("batch", "place"), name="audit_place_once"),)
