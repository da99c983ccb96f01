"""The application's forms."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy

from tongxin.activities.hooks import day_is_promised
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.queries.choices import find_person
from tongxin.outings.models import Outing, Share
from tongxin.rulebook.rules.regions import CITIES, COUNTRY, PROVINCES
from tongxin.ui.fields import YuanField, typed_yuan
from tongxin.ui.forms import Called, EditedForm, Form

MOST_HEADS: Final = 10_000
PLACES: Final = [
    ("", gettext_lazy("选一个地区")), *CITIES.items(), *((f"{COUNTRY}-{code}", name) for code, name in PROVINCES.items()),
]  # fmt: skip


FREE: Final = frozenset({"route", "back_at", "plates", "policy_no", "dues", "school", "self_"})


class StartForm(Form):
    """Which unit, which day, where to; all filled after last year's."""

    unit = Called(None, label=gettext_lazy("哪个单位"), empty_label=None)
    year = forms.IntegerField(label=gettext_lazy("哪一年"), min_value=1990, max_value=2100)
    day = forms.DateField(label=gettext_lazy("哪天去"), required=False, help_text=gettext_lazy("没定就空着"))
    destination = forms.CharField(label=gettext_lazy("去哪里"), max_length=100, required=False)

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class OutingForm(EditedForm):
    """Everything of the application; the day only while nobody counts on it."""

    day = forms.DateField(label=gettext_lazy("哪天去"), required=False)
    destination = forms.CharField(label=gettext_lazy("去哪里"), max_length=100, required=False)
    region = forms.ChoiceField(label=gettext_lazy("哪个地区"), choices=PLACES, required=False)
    nights = forms.IntegerField(
        label=gettext_lazy("在外几晚"), min_value=0, max_value=30, help_text=gettext_lazy("当日往返写0")
    )
    route = forms.CharField(
        label=gettext_lazy("路线"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("一站一行，例如：7:30 北门上车"),
    )  # fmt: skip
    back_at = forms.TimeField(label=gettext_lazy("几点回来"), required=False)
    headcount = forms.IntegerField(label=gettext_lazy("多少人去"), min_value=1, max_value=MOST_HEADS, required=False)
    vehicle_kind = forms.ChoiceField(label=gettext_lazy("怎么去"), choices=Outing.Vehicle.choices)
    vehicles = forms.IntegerField(label=gettext_lazy("几辆车"), min_value=1, max_value=200, required=False)
    vehicle_company = forms.CharField(label=gettext_lazy("租车公司"), max_length=80, required=False)
    plates = forms.CharField(label=gettext_lazy("车牌"), max_length=120, required=False)
    insurer = forms.CharField(label=gettext_lazy("保险公司"), max_length=80, required=False)
    policy_no = forms.CharField(label=gettext_lazy("保单号"), max_length=60, required=False)
    insured = forms.IntegerField(label=gettext_lazy("保了多少人"), min_value=0, max_value=MOST_HEADS, required=False)
    safety_owner = forms.CharField(
        label=gettext_lazy("安全负责人"), max_length=40, required=False, help_text=gettext_lazy("写姓名或工号")
    )
    safety_phone = forms.CharField(label=gettext_lazy("安全负责人电话"), max_length=30, required=False)
    plan = forms.CharField(
        label=gettext_lazy("应急预案"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("走散、受伤、天气变了怎么办，谁负责，最近的医院在哪"),
    )  # fmt: skip
    union = YuanField(label=gettext_lazy("工会经费，每人"), required=False)
    dues = YuanField(label=gettext_lazy("会费，每人"), required=False)
    school = YuanField(label=gettext_lazy("单位行政，每人"), required=False)
    self_ = YuanField(label=gettext_lazy("个人出，每人"), required=False)

    def __init__(self, *args: Any, actor: Actor, outing: Outing, **kwargs: Any) -> None:
        super().__init__(*args, initial=kept(outing), **kwargs)
        self.actor, self.outing = actor, outing
        # A draft may leave everything open, but who hands it in fills in all but these.
        for name in set(self.fields) - FREE:
            self.fields[name].widget.attrs["data-quiet"] = "yes"
        if day_is_promised(outing.activity) and outing.activity.starts_on:
            del self.fields["day"]
        known = {code for code, _name in PLACES}
        if outing.region and outing.region not in known:
            self.fields["region"].choices = [*PLACES, (outing.region, outing.region)]  # type: ignore[attr-defined]

    def clean_safety_owner(self) -> Any:
        """The person of that name or staff number; one who is named already stays, whoever may look people up."""
        typed, owner = self.cleaned_data["safety_owner"], self.outing.safety_owner
        if not typed:
            return None
        if owner is not None and typed == owner.name:
            return owner
        try:
            return find_person(self.actor, typed)
        except Refused as refusal:
            raise forms.ValidationError(refusal.sentence, code=refusal.code) from refusal

    def told(self) -> dict[str, Any]:
        """The cleaned values as `actions.edit` takes them."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in PAYERS}
        shares = {payer: self.cleaned_data[box] for box, payer in PAYERS.items() if self.cleaned_data[box] is not None}
        return {**given, "shares": shares}


PAYERS: Final = {
    "union": Share.Payer.UNION, "dues": Share.Payer.DUES, "school": Share.Payer.SCHOOL, "self_": Share.Payer.SELF,
}  # fmt: skip


def kept(outing: Outing) -> dict[str, Any]:
    """What is kept of the application now, as the boxes show it."""
    shares = {share.payer: share.fen for share in outing.shares.all()}
    names = (
        "destination", "region", "nights", "route", "back_at", "headcount", "vehicle_kind", "vehicles", "vehicle_company", "plates",
        "insurer", "policy_no", "insured", "safety_phone", "plan",
    )  # fmt: skip
    initial: dict[str, Any] = {name: getattr(outing, name) for name in names}
    initial |= {box: typed_yuan(shares.get(payer)) for box, payer in PAYERS.items()}
    owner = outing.safety_owner
    return {**initial, "day": outing.activity.starts_on, "safety_owner": owner.name if owner else ""}


class WordsForm(Form):
    """A word to go with the act."""

    words = forms.CharField(
        label=gettext_lazy("要说的话"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class ApprovalForm(WordsForm):
    """The same; and what was read."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ReturnForm(Form):
    """What they are to change."""

    words = forms.CharField(label=gettext_lazy("要改什么"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class CloseForm(Form):
    """What came of it: people and money; the day and the words only where the activity has none yet."""

    held_on = forms.DateField(label=gettext_lazy("哪天去的"))
    persons = forms.IntegerField(label=gettext_lazy("去了多少人"), min_value=0, max_value=MOST_HEADS)
    spent_fen = YuanField(label=gettext_lazy("一共花了多少元"))
    outcome = forms.CharField(
        label=gettext_lazy("办得怎样"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, done: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if done:
            for name in ("held_on", "persons", "outcome"):
                del self.fields[name]
