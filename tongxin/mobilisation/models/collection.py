"""Health or travel data that are asked for a while and then erased."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.core.sealed import SealedTextField
from tongxin.org.models import Person, Unit

MOST_DAYS: Final = 30


class Collection(models.Model):
    """A temporary collection (临时登记): what for, on what ground, which of the closed set of questions, until when, who
    reads single answers, and how many days after the end they are erased: 30 at most, which the database holds.

    `asks` are keys of `rules/questions.py`. After erasing only the counts in `asked` remain.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="collections", verbose_name=_("单位"))
    title = models.CharField(_("登记什么"), max_length=80)
    purpose = models.CharField(_("为什么要"), max_length=300)
    ground = models.CharField(_("依据"), max_length=300)
    asks = models.JSONField(_("问什么"), default=list)
    starts_on = models.DateField(_("从哪天"))
    ends_on = models.DateField(_("填到哪天"))
    keep_days = models.PositiveSmallIntegerField(_("填完后留几天"))
    readers = models.ManyToManyField(Person, related_name="+", verbose_name=_("谁能看单份"))
    by = models.CharField(_("谁开的"), max_length=120)
    begun_at = models.DateTimeField(editable=False)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("临时登记")
        ordering = ("-begun_at", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="mobilisation_collection_forward"),
            models.CheckConstraint(
                condition=Q(keep_days__gte=1, keep_days__lte=MOST_DAYS), name="mobilisation_erased_in_time"
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def erase_on(self) -> date:
        """The day on which single answers are erased."""
        return self.ends_on + timedelta(days=self.keep_days)

    def is_open(self, day: date) -> bool:
        """Whether people answer on that day."""
        return self.erased_at is None and self.starts_on <= day <= self.ends_on


class Asked(models.Model):
    """One unit that is asked; at erasing its counts are kept, those about health only where enough people answered."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="asked")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("单位"))
    people = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(null=True, blank=True)
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ("unit__order", "unit__name_key", "id")
        constraints = (models.UniqueConstraint(fields=("collection", "unit"), name="mobilisation_asked_once"),)


class Answer(models.Model):
    """One person's answers, kept until the collection is erased. Not asked is empty."""

    asked = models.ForeignKey(Asked, on_delete=models.CASCADE, related_name="answers")
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    well = models.BooleanField(_("今天身体好吗"), null=True, blank=True)
    temperature = models.DecimalField(_("体温"), max_digits=3, decimal_places=1, null=True, blank=True)
    away = models.BooleanField(_("出过本市吗"), null=True, blank=True)
    where = SealedTextField(_("去过哪里"), max_length=100, blank=True)
    note = SealedTextField(_("补充"), max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("collection", "person"), name="mobilisation_answered_once"),)
