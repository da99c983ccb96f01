"""The annual summary of a unit, in versions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit


class Summary(models.Model):
    """The summary (年度工作总结) of a unit for a year. Signed means locked."""

    class State(models.TextChoices):
        DRAFT = "draft", _("起草中")
        SIGNED = "signed", _("已签发")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="summaries")
    year = models.PositiveSmallIntegerField(_("年度"))
    state = models.CharField(_("状态"), max_length=8, choices=State.choices, default=State.DRAFT)
    signed_on = models.DateField(_("签发日期"), null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    latest = models.PositiveIntegerField(_("第几稿"), default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("unit", "year"), name="summary_once_a_year"),)

    def __str__(self) -> str:
        return f"{self.unit.name}{self.year}"


class Version(models.Model):
    """One state of the text; every save adds one, none is altered.

    `body` is {"title": str, "issuer": str, "day": iso date, "blocks": [{"id", "kind", "runs": [...]}]}; a run is
    {"t": text} or {"fig": reference, "text": printed words, "value": exact value} (a chip: see report.rules.body).
    """

    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("稿次"))
    body = models.JSONField()
    note = models.CharField(_("改了什么"), max_length=100, blank=True)
    at = models.DateTimeField(_("时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=120)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("summary", "number"), name="summary_version_once"),)


class Wording(models.Model):
    """An approved wording block of a year (提法), inserted rather than typed."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="wordings")
    year = models.PositiveSmallIntegerField(_("年度"))
    key = models.SlugField(_("用处"), max_length=40)
    title = models.CharField(_("名称"), max_length=60)
    text = models.TextField(_("文字"))
    source = models.CharField(_("出处"), max_length=100, blank=True)
    approved_on = models.DateField(_("核定日期"), null=True, blank=True)

    class Meta:
        ordering = ("unit", "-year", "key")
        constraints = (models.UniqueConstraint(fields=("unit", "year", "key"), name="wording_once"),)
