"""A welfare round 福利发放: from the need to the report."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Unit
from tongxin.places.models import Pool


class Round(models.Model):
    """One round of gifts of a unit, for members or for all staff, before a festival or without one.

    `gives_on` is the day of the event by which rules are picked; `year` the year it counts for. `festival` is a word of the
    rulebook's set (春节, 端午 …) or empty. `as_of` is the day of the snapshot of who is entitled, `drawn_up_at` when it was taken.
    People choose from `choose_from` until `choose_until` (empty: there is nothing to choose, all get the one pack).
    `delivers`: home delivery is offered; `donates_to`: to whom a pack may be given instead (empty: not offered).
    `chosen_at` is when choosing ended: a round that is still `choosing` by then only waits to be handed out. `few_quotes` says why
    there are fewer than three quotations. `confirmed_at`, `confirmed_by`: the partner unit went through the list, and who did.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("筹备中")
        SUBMITTED = "submitted", _("送审中")
        RETURNED = "returned", _("退回修改")
        APPROVED = "approved", _("已批准")
        CHOOSING = "choosing", _("选礼包")
        HANDING = "handing", _("发放中")
        CLOSED = "closed", _("已结束")
        CANCELLED = "cancelled", _("已取消")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rounds", verbose_name=_("单位"))
    title = models.CharField(_("叫什么"), max_length=80)
    year = models.PositiveSmallIntegerField(_("计入年度"))
    festival = models.CharField(_("节日"), max_length=20, blank=True)
    gives_on = models.DateField(_("哪天发"))
    who = models.CharField(_("发给谁"), max_length=8, choices=Pool.Who.choices, default=Pool.Who.MEMBERS)
    about = models.TextField(_("说明"), max_length=2000, blank=True)
    contact = models.CharField(_("联系人"), max_length=100, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    as_of = models.DateField(_("按哪天的名单"), null=True, blank=True)
    drawn_up_at = models.DateTimeField(_("名单生成时间"), null=True, blank=True, editable=False)
    choose_from = models.DateTimeField(_("开始选"), null=True, blank=True)
    choose_until = models.DateTimeField(_("选到"), null=True, blank=True)
    delivers = models.BooleanField(_("可以送到家"), default=False)
    donates_to = models.CharField(_("可以捐给谁"), max_length=100, blank=True)
    few_quotes = models.CharField(_("报价不足三家的原因"), max_length=200, blank=True)
    confirmed_at = models.DateTimeField(editable=False, null=True, blank=True)
    confirmed_by = models.CharField(max_length=180, blank=True, editable=False)
    opened_at = models.DateTimeField(editable=False, null=True, blank=True)
    chosen_at = models.DateTimeField(editable=False, null=True, blank=True)
    closed_at = models.DateTimeField(editable=False, null=True, blank=True)

    class Meta:
        verbose_name = _("福利发放")
        ordering = ("-gives_on", "-id")
        indexes = (models.Index(fields=("unit", "year", "state"), name="welfare_round_of_year"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(choose_from=None) | Q(choose_until=None) | Q(choose_until__gt=F("choose_from")),
                name="welfare_choosing_forward",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def packs_bundle(self) -> str:
        """The bundle of places of its packs: a person has one of them at most."""
        return f"welfare:{self.pk}:packs"


class Payer(models.TextChoices):
    """Who pays; the keys are those of the rulebook's fact `payer`."""

    UNION = "union", _("工会经费")
    DUES = "dues", _("会费")
    SCHOOL = "school", _("行政福利费")
    CANTEEN = "canteen", _("食堂")
    SELF = "self", _("个人")
    OTHER = "other", _("其他")


class Share(models.Model):
    """What one payer gives for each head of a round at most, in fen. Their sum is what a pack may cost."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="shares")
    payer = models.CharField(_("谁出"), max_length=7, choices=Payer.choices)
    fen = models.PositiveBigIntegerField(_("每人"))

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("round", "payer"), name="welfare_payer_once"),)


class Step(models.Model):
    """A turn of a round: submitted, approved, returned, opened, closed; never changed."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("at", "id")
