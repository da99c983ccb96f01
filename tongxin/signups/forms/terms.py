"""The terms of signing up: four that matter, the rest folded away."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.core.numbers import whole
from tongxin.org.models import Person, Unit
from tongxin.places.models import Pool
from tongxin.signups.models import Slot
from tongxin.signups.queries.units import units_to_offer
from tongxin.ui.forms import CalledSeveral, Form

MOST = 1_000_000
TERMS = (
    "capacity", "closes_at", "way", "opens_at", "withdraw_until", "waiting", "waiting_max", "confirm_hours", "group_max",
    "companions_each", "companions_capacity", "who", "sex", "service_years", "series", "once_years", "quotas_until",
)  # fmt: skip


class TermsForm(Form):
    """How many, who, until when; first come or a draw; and what few need."""

    capacity = forms.IntegerField(
        label=_("名额"), min_value=0, max_value=MOST, required=False, help_text=_("空着就不限人数")
    )
    closes_at = forms.DateTimeField(label=_("报名截止"), required=False)
    open_to = CalledSeveral(
        Unit.objects.none(), label=_("面向单位"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不选，就是全体"),
    )  # fmt: skip
    way = forms.ChoiceField(label=_("方式"), choices=Pool.Way.choices, widget=forms.RadioSelect, required=False)
    opens_at = forms.DateTimeField(label=_("报名开始"), required=False, help_text=_("空着就是发布以后马上"))
    withdraw_until = forms.DateTimeField(label=_("退出截止"), required=False)
    waiting = forms.BooleanField(label=_("满了可以候补"), required=False)
    waiting_max = forms.IntegerField(label=_("最多候补几人"), min_value=0, max_value=MOST, required=False)
    confirm_hours = forms.IntegerField(
        label=_("转正后几小时内确认"), min_value=0, max_value=240, required=False, help_text=_("0就是直接转正")
    )
    group_max = forms.IntegerField(label=_("一起报名最多几人"), min_value=1, max_value=30, required=False)
    companions_each = forms.IntegerField(label=_("每人可带家属"), min_value=0, max_value=9, required=False)
    companions_capacity = forms.IntegerField(label=_("家属名额"), min_value=0, max_value=MOST, required=False)
    who = forms.ChoiceField(label=_("谁可以报"), choices=Pool.Who.choices, required=False)
    sex = forms.ChoiceField(label=_("性别"), choices=[("", _("不限")), *Person.Sex.choices], required=False)
    service_years = forms.IntegerField(label=_("入职满几年"), min_value=0, max_value=60, required=False)
    series = forms.CharField(
        label=_("同类"), max_length=40, required=False, help_text=_("例如：疗休养。同类的活动才互相算次数")
    )
    once_years = forms.IntegerField(label=_("几年一次"), min_value=0, max_value=20, required=False)
    quotas = forms.CharField(
        label=_("给单位留的名额"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("一行一个，例如：图书馆 5"),
    )  # fmt: skip
    quotas_until = forms.DateTimeField(label=_("单位名额保留到"), required=False)
    draw_source = forms.CharField(
        label=_("公开数的出处"), max_length=120, required=False,
        help_text=_("抽签用。说好一个截止以后才知道的数，例如：当日上证指数收盘点数。可不填"),
    )  # fmt: skip

    def __init__(self, *args: Any, activity: Activity, slot: Slot | None = None, **kwargs: Any) -> None:
        self.activity, self.pool = activity, slot.pool if slot else None
        kwargs["initial"] = {**_known(self.pool), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["open_to"].queryset = units_to_offer(activity)  # type: ignore[attr-defined]
        if self.pool is not None:
            del self.fields["draw_source"]

    def clean_quotas(self) -> dict[Unit, int]:
        """Lines of a unit and a number, by name, short name or code."""
        wanted: dict[Unit, int] = {}
        units = list(units_to_offer(self.activity))
        for line in self.cleaned_data["quotas"].splitlines():
            words = line.replace("：", " ").replace(":", " ").split()
            if not words:
                continue
            unit = next(
                (each for each in units if " ".join(words[:-1]) in (each.name, each.short_name, each.code)), None
            )
            places = whole(normalize("NFKC", words[-1]))  # 图书馆 ５ is typed so, too
            if unit is None or places is None:
                raise forms.ValidationError(_("看不懂“%(line)s”。写单位和数，例如：图书馆 5。"), params={"line": line})
            wanted[unit] = places
        return wanted

    def terms(self) -> dict[str, Any]:
        """What `offer` and `change_offer` take."""
        given = self.cleaned_data
        numbers = ("confirm_hours", "companions_each", "service_years", "once_years")
        terms = {name: given.get(name) for name in TERMS} | {name: given.get(name) or 0 for name in numbers}
        terms |= {
            "group_max": given.get("group_max") or 1,
            "way": given.get("way") or "first",
            "who": given.get("who") or "members",
        }
        terms |= {"open_to": list(given["open_to"]), "quotas": given["quotas"]}
        if "draw_source" in self.fields:
            terms["draw_source"] = given.get("draw_source", "")
        return terms


def _known(pool: Pool | None) -> dict[str, Any]:
    if pool is None:
        return {"waiting": True, "way": "first", "group_max": 1, "confirm_hours": 0, "companions_each": 0}
    known = {name: getattr(pool, name) for name in TERMS}
    lines = [f"{quota.unit.called} {quota.seats}" for quota in pool.quotas.select_related("unit")]
    return known | {"open_to": list(pool.open_to.all()), "quotas": "\n".join(lines)}
