"""A version of a rule, and what people decided about it. Both are added, never changed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Unit
from tongxin.rulebook.rules.metrics import METRICS


class Rule(models.Model):
    """One version of one rule, with its source.

    `value` is exact text in `measure` (fen, fraction `2/3`, count, a set `元旦|春节`). `effective_from` empty: the day is not
    known. `unit` is empty for rules shipped in a pack; a unit's own rows (`unit`) hold for it and all below, only tighten,
    and come into force when a second person has confirmed them. `key` is number, unit, day and version in one;
    `fingerprint` tells whether a pack says something new.
    """

    class Level(models.TextChoices):
        COUNTRY = "country", _("国家")
        PROVINCE = "province", _("省")
        CITY = "city", _("市")
        SYSTEM = "system", _("系统")
        SCHOOL = "school", _("本单位")

    class Domain(models.TextChoices):
        FUNDS = "funds", _("经费")
        ASSISTANCE = "assistance", _("帮扶")
        ORGANISATION = "organisation", _("组织")
        PAPERS = "papers", _("公文")
        DATA = "data", _("数据")
        GATHERINGS = "gatherings", _("活动与聚集")
        CALENDAR = "calendar", _("日历")

    class Occasion(models.TextChoices):
        FESTIVAL = "festival", _("逢年过节")
        BIRTHDAY = "birthday", _("生日")
        MARRIAGE = "marriage", _("结婚")
        BIRTH = "birth", _("生育")
        HOSPITAL = "hospital", _("住院")
        DEATH_MEMBER = "death_member", _("会员去世")
        DEATH_KIN = "death_kin", _("直系亲属去世")
        RETIREMENT = "retirement", _("退休")
        PRIZE = "prize", _("比赛奖品")
        SOUVENIR = "souvenir", _("参加纪念品")
        OUTING = "outing", _("团建、春秋游")
        FILM = "film", _("看电影")
        SPORTSWEAR = "sportswear", _("运动服装")
        HARDSHIP = "hardship", _("困难帮扶")
        GATHERING = "gathering", _("聚集活动")
        BUDGET = "budget", _("预算")
        ADJUSTED_BUDGET = "adjusted_budget", _("调整预算")
        PAYMENT = "payment", _("付款")

    class Severity(models.TextChoices):
        BLOCK = "block", _("不能办")
        WARN = "warn", _("提醒")
        TELL = "tell", _("告知")

    class Confidence(models.TextChoices):
        READ = "V1", _("读过原文")
        SECOND_HAND = "V2", _("别处转述，没看到原文")
        KNOWN = "K", _("没有找到出处")

    METRIC_NAMES = (
        ("sum_per_member_year", _("每人每年的金额")), ("sum_per_event_head", _("每人每次的金额")),
        ("sum_per_festival_head", _("每人每节的金额")), ("share_of_participants", _("得奖人数占比")),
        ("ratio_to_income", _("占收入的比例")), ("ratio_to_budget", _("占预算的比例")), ("quorum", _("到会比例")),
        ("count_per_year", _("每年次数")), ("threshold_headcount", _("人数门槛")), ("nights", _("在外过夜")),
        ("deadline_days", _("提前天数")), ("date_in_set", _("限于这些节日")), ("kind_in_set", _("不能发的东西")),
        ("member_state_in", _("会籍")), ("has_document", _("要有的材料")), ("role_disjoint", _("不能是同一个人")),
        ("place_in_region", _("限于这些地区")), ("place_in_set", _("不能去的地方")), ("supplement", _("另加的额度")),
    )  # fmt: skip

    rule_id = models.CharField(_("编号"), max_length=40)
    version = models.PositiveSmallIntegerField(_("版本"), default=1)
    title = models.CharField(_("规则"), max_length=100)
    title_en = models.CharField(max_length=160, blank=True)
    level = models.CharField(_("层级"), max_length=10, choices=Level.choices)
    region = models.CharField(_("地区代码"), max_length=12)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pack = models.CharField(max_length=20, blank=True)
    domain = models.CharField(_("方面"), max_length=12, choices=Domain.choices)
    occasion = models.CharField(_("什么事"), max_length=16, choices=Occasion.choices, blank=True)
    applies = models.JSONField(_("只管"), default=dict, blank=True)
    metric = models.CharField(_("管的是"), max_length=24, choices=METRIC_NAMES)
    operator = models.CharField(max_length=10)
    value = models.CharField(_("数值"), max_length=400)
    measure = models.CharField(max_length=8)
    denominator = models.CharField(_("按什么算"), max_length=20, blank=True)
    evidence = models.JSONField(_("要有的材料"), default=list, blank=True)
    effective_from = models.DateField(_("起"), null=True, blank=True)
    effective_to = models.DateField(_("止"), null=True, blank=True)
    supersedes = models.CharField(_("取代"), max_length=40, blank=True)
    adds_to = models.CharField(_("加在"), max_length=40, blank=True)
    severity = models.CharField(_("轻重"), max_length=5, choices=Severity.choices)
    override = models.CharField(_("破例要有"), max_length=200, blank=True)
    document = models.CharField(_("文件"), max_length=120, blank=True)
    document_no = models.CharField(_("文号"), max_length=40, blank=True)
    issuer = models.CharField(_("发文单位"), max_length=80, blank=True)
    article = models.CharField(_("条款"), max_length=40, blank=True)
    url = models.URLField(_("网址"), max_length=300, blank=True)
    confidence = models.CharField(_("把握"), max_length=2, choices=Confidence.choices)
    note = models.TextField(_("说明"), blank=True)
    key = models.CharField(max_length=80, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64, editable=False)
    added_at = models.DateTimeField(editable=False)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.CharField(max_length=120, editable=False)

    class Meta:
        verbose_name = _("规则")
        ordering = ("level", "rule_id", "effective_from", "version")
        indexes = (models.Index(fields=("region", "occasion")),)
        constraints = (
            models.CheckConstraint(condition=Q(metric__in=tuple(METRICS)), name="rule_known_metric"),
            models.CheckConstraint(
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")), name="rule_forward"
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def called(self) -> str:
        """The title in the reader's language."""
        return self.title_en if self.title_en and not (get_language() or "zh").startswith("zh") else self.title


class Decision(models.Model):
    """What a person decided about a version, for a unit and all below it: confirmed or declined, with words.

    `since` is the day it takes effect, where the version itself does not know it.
    """

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", _("已确认")
        DECLINED = "declined", _("没有采纳")

    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="decisions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    since = models.DateField(_("从哪天起"), null=True, blank=True)
    words = models.CharField(_("依据"), max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("rule", "unit"), name="rule_decided_once"),)
