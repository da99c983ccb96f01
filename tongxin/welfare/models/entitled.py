"""Who is entitled to a round: a snapshot of a day, with its exceptions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Unit
from tongxin.welfare.models.round import Round


class Entitled(models.Model):
    """A person of a round's snapshot; `unit` is where the person was placed on its day, `member` whether in standing then.

    `added` says why somebody beyond the rule is in (empty: by the rule), `struck` why somebody is out again; a row is never
    deleted once the round is approved. What a partner remarked about the person is in `remark`, what the office made of it in `settled`.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="entitled")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    member = models.BooleanField(_("在籍"), default=True)
    added = models.CharField(_("加进来的原因"), max_length=200, blank=True)
    struck = models.CharField(_("去掉的原因"), max_length=200, blank=True)
    struck_at = models.DateTimeField(null=True, blank=True, editable=False)
    remark = models.CharField(_("核对意见"), max_length=200, blank=True)
    settled = models.CharField(_("怎么处理的"), max_length=200, blank=True)

    class Meta:
        ordering = ("unit__order", "unit__name_key", "person__name_key", "person_id")
        indexes = (models.Index(fields=("person", "round"), name="welfare_entitled_by_person"),)
        constraints = (models.UniqueConstraint(fields=("round", "person"), name="welfare_entitled_once"),)

    def __str__(self) -> str:
        return f"{self.person}：{self.round}"

    @classmethod
    def standing(cls) -> Q:
        """Those who are entitled now: in the snapshot and not struck off it."""
        return Q(struck_at=None)


class Missing(models.Model):
    """Somebody whom the partner unit missed on the list, as it was typed; what the office made of it is in `settled`."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="missing")
    name = models.CharField(_("姓名"), max_length=60)
    about = models.CharField(_("单位或工号"), max_length=120, blank=True)
    settled = models.CharField(_("怎么处理的"), max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("round", "name", "about"), name="welfare_missing_once"),)

    def __str__(self) -> str:
        return self.name
