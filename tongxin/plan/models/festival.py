"""Days of the calendar that staff enter themselves, above what the product computes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarDay(models.Model):
    """A day off, an adjusted workday, or a named day, entered by hand; it wins over the computed calendar."""

    class Kind(models.TextChoices):
        OFF = "off", _("放假")
        WORK = "work", _("调休上班")
        NAMED = "named", _("纪念日")

    day = models.DateField(_("日期"))
    kind = models.CharField(_("种类"), max_length=6, choices=Kind.choices)
    name = models.CharField(_("名称"), max_length=30)
    source = models.CharField(_("依据"), max_length=100, blank=True)

    class Meta:
        ordering = ("day",)
        constraints = (models.UniqueConstraint(fields=("day", "kind"), name="calendar_day_kind_once"),)
