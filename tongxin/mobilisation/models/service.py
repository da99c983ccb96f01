"""What a volunteer served."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.mobilisation.models.call import Shift
from tongxin.org.models import Person, Unit

LONGEST = 24 * 60


class Service(models.Model):
    """Minutes that a person served in a shift; 0: did not come. Rows are never changed: a correction `replaces` the row
    before it and says why. What counts is the row that none replaces.

    `unit` is where the person was placed when it was put down first.
    """

    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="services")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="services")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    minutes = models.PositiveSmallIntegerField(_("分钟"))
    words = models.CharField(_("说明"), max_length=200, blank=True)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    at = models.DateTimeField()
    by = models.CharField(_("谁记的"), max_length=120)

    class Meta:
        verbose_name = _("志愿服务")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("shift", "person"), condition=Q(replaces=None), name="mobilisation_served_once"
            ),
            models.CheckConstraint(condition=Q(minutes__lte=LONGEST), name="mobilisation_a_day_at_most"),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.minutes}"
