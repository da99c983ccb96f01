"""Looking rules up, proposing one, deciding on one, saying where a unit stands."""

from __future__ import annotations

import re
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.amounts import NotAnAmount, amount, fen
from tongxin.org.actor import Actor
from tongxin.rulebook.access import units_to_rule
from tongxin.rulebook.models import Rule
from tongxin.rulebook.rules import exact as measures
from tongxin.rulebook.rules.metrics import METRICS
from tongxin.rulebook.rules.regions import COUNTRY, PROVINCES
from tongxin.ui.forms import Called, Form

# What a unit may set for itself; the rest is for packs.
OWN: Final = (
    "sum_per_event_head", "sum_per_member_year", "sum_per_festival_head", "count_per_year", "share_of_participants",
    "threshold_headcount", "nights", "deadline_days", "place_in_set", "kind_in_set", "has_document",
)  # fmt: skip


class LookupForm(Form):
    """For what, and on which day; anything odd asks for nothing."""

    occasion = forms.ChoiceField(required=False, choices=[("", gettext_lazy("全部")), *Rule.Occasion.choices])
    on = forms.DateField(label=gettext_lazy("哪一天"), required=False)
    region = forms.ChoiceField(
        required=False, choices=[("", gettext_lazy("本地")), *((f"{COUNTRY}-{code}", name) for code, name in PROVINCES.items())]
    )  # fmt: skip


class ProposalForm(Form):
    """A rule of one's own unit."""

    unit = Called(None, label=gettext_lazy("哪个单位的规则"), empty_label=None)
    occasion = forms.ChoiceField(label=gettext_lazy("什么事"), choices=Rule.Occasion.choices)
    metric = forms.ChoiceField(
        label=gettext_lazy("管的是"), choices=[pair for pair in Rule.METRIC_NAMES if pair[0] in OWN]
    )
    value = forms.CharField(
        label=gettext_lazy("数值"), max_length=200,
        help_text=gettext_lazy("金额写元，如 150；比例写 1/3；次数、人数、天数写数字；名称之间用顿号"),
    )  # fmt: skip
    title = forms.CharField(label=gettext_lazy("怎么叫它"), max_length=100)
    severity = forms.ChoiceField(
        label=gettext_lazy("不合的时候"), choices=Rule.Severity.choices, initial=Rule.Severity.WARN
    )
    effective_from = forms.DateField(label=gettext_lazy("哪天起"))
    effective_to = forms.DateField(label=gettext_lazy("到哪天"), required=False)
    document = forms.CharField(
        label=gettext_lazy("哪次会议、哪份文件定的"), max_length=120,
        help_text=gettext_lazy("例如：工会委员会2020年第3次会议纪要"),
    )  # fmt: skip
    document_no = forms.CharField(label=gettext_lazy("文号"), max_length=40, required=False)
    note = forms.CharField(
        label=gettext_lazy("说明"), required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_to_rule(actor)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The value as exact text in the metric's measure."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        metric = METRICS.get(given.get("metric", ""))
        if metric and given.get("value"):
            try:
                given["value"] = in_measure(given["value"], metric.measure)
            except NotAnAmount:
                self.add_error("value", forms.ValidationError(_("金额看不懂，写元，例如 150 或 1,500.50。")))
        return given


def in_measure(typed: str, measure: str) -> str:
    """What was typed as exact text: `150元` is 15000 fen, `黄山、九华山` a set. Raises NotAnAmount."""
    if measure == measures.FEN:
        return str(fen(amount(typed)))
    if measure == measures.WORDS:
        return "|".join(part for part in re.split(r"[、,，|\s]+", typed.strip()) if part)
    return re.sub(r"\s", "", typed).rstrip("次人天晚")


class DecisionForm(Form):
    """Confirm or decline, on what."""

    words = forms.CharField(
        label=gettext_lazy("依据"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("看了哪份文件，或者哪次会议定的"),
    )  # fmt: skip
    since = forms.DateField(label=gettext_lazy("哪天起执行"), required=False)

    def __init__(self, *args: Any, rule: Rule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rule.effective_from:
            del self.fields["since"]


class RegionForm(Form):
    """Where a unit stands."""

    unit = Called(None, label=gettext_lazy("哪个单位"), empty_label=None)
    region = forms.CharField(
        label=gettext_lazy("地区代码"), max_length=12, help_text=gettext_lazy("省级如 CN-34，市级如芜湖 CN-34-02")
    )

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
