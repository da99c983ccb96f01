"""What temporary collections ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.mobilisation.models import Answer
from tongxin.mobilisation.queries.choices import own_units, units_below
from tongxin.mobilisation.words import QUESTIONS
from tongxin.org.access import people_known
from tongxin.org.actor import Actor
from tongxin.org.forms.named import NamedPeople
from tongxin.org.models import Unit
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.ui.forms import Called, CalledSeveral, Form


class CollectionForm(Form):
    """Purpose and ground first, then what, whom, until when, who reads."""

    title = forms.CharField(label=_("登记什么"), max_length=80)
    purpose = forms.CharField(label=_("为什么要"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    ground = forms.CharField(
        label=_("依据"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("哪个文件、哪条规定要求的"),
    )
    asks = forms.MultipleChoiceField(
        label=_("问什么"), choices=tuple(QUESTIONS.items()), widget=forms.CheckboxSelectMultiple
    )
    units = CalledSeveral(Unit.objects.none(), label=_("问哪些单位"), widget=forms.CheckboxSelectMultiple)
    ends_on = forms.DateField(label=_("填到哪天"))
    erase_on = forms.DateField(label=_("哪天删掉"), help_text=_("填完后30天内"))
    readers = NamedPeople(
        label=_("谁能看单份"),
        max_length=80,
        help_text=_("写两个人的姓名或工号；别人只看得到人数，他们每看一次都有记录"),
    )
    unit = Called(None, label=_("哪个单位要的"), empty_label=None)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["readers"].among(actor.union_id, people_known(actor))  # type: ignore[attr-defined]
        self.fields["unit"].queryset = own_units(actor, PEOPLE_CHANGE)  # type: ignore[attr-defined]
        self.fields["units"].queryset = units_below(actor, PEOPLE_CHANGE)  # type: ignore[attr-defined]


def yes_or_no(value: str) -> bool | None:
    """`yes`, `no`, or nothing."""
    return {"yes": True, "no": False}.get(value)


class AnswerForm(Form):
    """Only what is asked."""

    well = forms.TypedChoiceField(
        label=_("今天身体好吗"),
        choices=(("yes", _("好")), ("no", _("不舒服"))),
        widget=forms.RadioSelect,
        coerce=yes_or_no,
    )
    temperature = forms.DecimalField(label=_("体温"), max_digits=3, decimal_places=1, help_text=_("度，例如36.5"))
    away = forms.TypedChoiceField(
        label=_("出过本市吗"),
        choices=(("no", _("没有")), ("yes", _("出过"))),
        widget=forms.RadioSelect,
        coerce=yes_or_no,
    )
    where = forms.CharField(label=_("去过哪里"), max_length=100, required=False, help_text=_("出过本市才写"))
    note = forms.CharField(label=_("补充"), max_length=200, required=False)

    def __init__(self, *args: Any, asks: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = {*asks, *(("where",) if "away" in asks else ())}
        for name in list(self.fields):
            if name not in shown:
                del self.fields[name]


def kept_answer(answer: Answer | None) -> dict[str, Any]:
    """What stands in the form: the answer given before."""
    if answer is None:
        return {}
    words = {True: "yes", False: "no", None: ""}
    return {
        "well": words[answer.well], "temperature": answer.temperature, "away": words[answer.away], "where": answer.where,
        "note": answer.note,
    }  # fmt: skip
