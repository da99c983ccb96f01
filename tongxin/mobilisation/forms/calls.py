"""What calls and their shifts ask for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.mobilisation.models import Call, Duty
from tongxin.mobilisation.queries.choices import own_units, units_below
from tongxin.mobilisation.rules.shifts import DutyLine, read_duties
from tongxin.org.actor import Actor
from tongxin.org.forms.named import NamedPerson
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.places.models import Pool
from tongxin.ui.forms import Called, CalledSeveral, EditedForm, Form, ReasonForm
from tongxin.ui.times import DAYS, TimesField


class CallForm(Form):
    """Everything of a call on one page; the shifts come from days, times and heads."""

    title = forms.CharField(label=_("招募什么"), max_length=80)
    starts_on = forms.DateField(label=_("从哪天"))
    ends_on = forms.DateField(label=_("到哪天"))
    days = forms.ChoiceField(label=_("哪几天"), choices=DAYS)
    times = TimesField(label=_("几点到几点"), max_length=120, help_text=_("例如 8:00-12:00 14:00-18:00，每段是一班"))
    heads = forms.IntegerField(label=_("每班几人"), min_value=1, max_value=999)
    place = forms.CharField(label=_("在哪儿"), max_length=100, required=False)
    duties = forms.CharField(
        label=_("岗位"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("一行一个，例如“测温：给进门的人测体温；要求：能站两小时”"),
    )  # fmt: skip
    what = forms.CharField(
        label=_("还要说的"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    contact = forms.CharField(label=_("联系人"), max_length=100, required=False, help_text=_("姓名和电话"))
    who = forms.ChoiceField(label=_("谁可以报"), choices=Pool.Who.choices)
    open_to = CalledSeveral(
        Unit.objects.none(), label=_("面向单位"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不选，就是全校"),
    )  # fmt: skip
    unit = Called(None, label=_("哪个单位招募"), empty_label=None)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = own_units(actor, ACTIVITIES_RUN)  # type: ignore[attr-defined]
        self.fields["open_to"].queryset = units_below(actor, ACTIVITIES_RUN)  # type: ignore[attr-defined]

    def clean_duties(self) -> list[DutyLine]:
        """The posts."""
        return read_duties(self.cleaned_data["duties"])


class EditCallForm(EditedForm):
    """The words of a call."""

    title = forms.CharField(label=_("招募什么"), max_length=80)
    place = forms.CharField(label=_("在哪儿"), max_length=100, required=False)
    contact = forms.CharField(label=_("联系人"), max_length=100, required=False)
    what = forms.CharField(
        label=_("还要说的"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )


class DutyChoice(forms.ModelMultipleChoiceField):
    """Posts by their names."""

    def label_from_instance(self, obj: Any) -> str:
        """The name."""
        return str(obj.name)


class ShiftsForm(Form):
    """More shifts: which posts, days, times, how many."""

    duties = DutyChoice(Duty.objects.none(), label=_("岗位"), widget=forms.CheckboxSelectMultiple)
    first = forms.DateField(label=_("从哪天"))
    last = forms.DateField(label=_("到哪天"))
    days = forms.ChoiceField(label=_("哪几天"), choices=DAYS)
    times = TimesField(label=_("几点到几点"), max_length=120, help_text=_("例如 8:00-12:00 14:00-18:00，每段是一班"))
    heads = forms.IntegerField(label=_("每班几人"), min_value=1, max_value=999)

    def __init__(self, *args: Any, call: Call, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duties"].queryset = call.duties.all()  # type: ignore[attr-defined]


class HeadsForm(Form):
    """How many a shift takes."""

    heads = forms.IntegerField(label=_("每班几人"), min_value=1, max_value=999)


class ThanksForm(Form):
    """What the volunteers are told."""

    words = forms.CharField(label=_("感谢的话"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class AdmitForm(Form):
    """Whom, and why."""

    person = NamedPerson(label=_("谁"), max_length=60, help_text=_("写姓名或工号；重名的写工号"))
    reason = forms.CharField(label=_("怎么来的"), max_length=200)

    def __init__(self, *args: Any, union_id: int | None, known: Q | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].among(union_id, known)  # type: ignore[attr-defined]


class RemoveForm(ReasonForm):
    """Why somebody is taken off; the person reads it."""


class CorrectForm(Form):
    """How long it was after all, and why it is put right."""

    hours = forms.DecimalField(
        label=_("几小时"),
        min_value=Decimal(0),
        max_value=Decimal(24),
        max_digits=4,
        decimal_places=2,
        help_text=_("没来写0"),
    )
    words = forms.CharField(label=_("为什么更正"), max_length=200)

    def values(self) -> dict[str, Any]:
        """Minutes and words."""
        return {"minutes": round(self.cleaned_data["hours"] * 60), "words": self.cleaned_data["words"]}


class NothingForm(Form):
    """Nothing but the question itself."""
