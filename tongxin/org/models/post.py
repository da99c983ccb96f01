"""Posts in units, with terms: where rights come from."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models.person import Person
from tongxin.org.models.unit import Unit
from tongxin.ui.words import beside


class Term(models.Model):
    """A term of a unit's committee (届); three or five years (工会法 2021, Art. 16)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="terms")
    name = models.CharField(_("届次"), max_length=40)
    starts_on = models.DateField(_("起"))
    ends_on = models.DateField(_("届满"))

    class Meta:
        ordering = ("-starts_on",)
        constraints = (
            models.UniqueConstraint(fields=("unit", "name"), name="org_term_once"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="org_term_forward"),
        )

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A person's post in a unit over time. `until` is the first day it no longer holds."""

    class Kind(models.TextChoices):
        CHAIR = "chair", _("主席")
        VICE_CHAIR = "vice_chair", _("副主席")
        OFFICE = "office", _("办公室")
        COMMITTEE = "committee", _("委员")
        GROUP_LEADER = "group_leader", _("小组长")
        AUDIT = "audit", _("经审委员")
        PARTNER = "partner", _("协作部门联系人")
        PARTY = "party", _("党委联系人")
        OPERATOR = "operator", _("系统管理员")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts", verbose_name=_("单位"))
    kind = models.CharField(_("职务"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("职务名称"), max_length=40, blank=True)
    term = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("届次")
    )
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    needs_second_factor = models.BooleanField(_("须用动态口令"), default=False)

    class Meta:
        ordering = ("unit", "kind", "since")
        constraints = (
            models.UniqueConstraint(fields=("person", "unit", "kind"), condition=Q(until=None), name="org_post_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="org_post_forward"),
        )

    def __str__(self) -> str:
        return beside(self.unit.called, self.title or self.get_kind_display())
