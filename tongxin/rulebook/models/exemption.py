"""A committee's decision that a rule's limit may be gone beyond, this once. Added, never changed; withdrawn by a row of its own."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Unit
from tongxin.rulebook.models.rule import Rule


class Exemption(models.Model):
    """One version of one rule does not stop one thing, up to `value`.

    `kind` and `thing_id` name the thing (kinds: `hooks.subjects`), `part` which part of it was judged (who pays; empty: all of
    it), `label` what it was called then. `value` is exact text in the rule's measure, as it was judged: anything worse is
    stopped again. `limit` is what the rule allowed. The decision rests on the committee's minutes (`minutes_no`, `minutes_on`)
    and on a document above it, `basis` with its number `basis_no`.
    """

    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="exemptions", verbose_name=_("规则"))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("单位"))
    kind = models.CharField(max_length=20)
    thing_id = models.BigIntegerField()
    part = models.CharField(max_length=20, blank=True)
    label = models.CharField(_("什么事"), max_length=200)
    value = models.CharField(_("准到多少"), max_length=60)
    limit = models.CharField(_("规则限多少"), max_length=60)
    minutes_no = models.CharField(_("会议纪要编号"), max_length=60)
    minutes_on = models.DateField(_("哪天开的会"))
    basis = models.CharField(_("上级的依据"), max_length=120)
    basis_no = models.CharField(_("依据的文号"), max_length=60)
    why = models.CharField(_("为什么例外"), max_length=300)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("例外")
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("kind", "thing_id"), name="rulebook_exemption_of_thing"),)

    def __str__(self) -> str:
        return f"{self.label}：{self.rule}"


class Withdrawal(models.Model):
    """An exemption holds no more from then on, with the reason."""

    exemption = models.OneToOneField(Exemption, on_delete=models.PROTECT, related_name="withdrawal")
    why = models.CharField(_("为什么撤回"), max_length=300)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("at", "id")
