"""An activity's own questions to those who sign up."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity


class Question(models.Model):
    """One question. The answer is kept in the place's note under the question's id."""

    class Kind(models.TextChoices):
        CHOICE = "choice", _("选一个")
        CHOICES = "choices", _("可选几个")
        YES = "yes", _("是或否")
        WORDS = "words", _("写一句")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(_("问题"), max_length=80)
    kind = models.CharField(_("怎么答"), max_length=8, choices=Kind.choices, default=Kind.CHOICE)
    choices = models.JSONField(_("选项"), default=list, blank=True)
    required = models.BooleanField(_("必答"), default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.text
