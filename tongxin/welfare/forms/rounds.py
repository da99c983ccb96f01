"""Forms of a round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext, gettext_lazy

from tongxin.places.models import Pool
from tongxin.ui.fields import YuanField, typed_yuan
from tongxin.ui.forms import Called, EditedForm, Form, ReasonForm
from tongxin.welfare.models import Payer, Round

NO_FESTIVAL: Final = ""
MOST_STOCK: Final = 1_000_000


def festival_choices(words: Sequence[str], kept: str = "") -> list[tuple[str, str]]:
    """The festivals of the rulebook's set, the one that is kept, and none."""
    known = [*words, kept] if kept and kept not in words else list(words)
    return [(NO_FESTIVAL, gettext("不是节日")), *((word, word) for word in known)]


class StartForm(Form):
    """Which festival, which day; everything else comes from last year's."""

    unit = Called(None, label=gettext_lazy("哪个单位"), empty_label=None)
    festival = forms.ChoiceField(label=gettext_lazy("什么节"), required=False)
    title = forms.CharField(label=gettext_lazy("叫什么"), max_length=80)
    year = forms.IntegerField(label=gettext_lazy("计入哪一年"), min_value=1990, max_value=2100)
    gives_on = forms.DateField(label=gettext_lazy("哪天发"))
    who = forms.ChoiceField(label=gettext_lazy("发给谁"), choices=Pool.Who.choices, widget=forms.RadioSelect)
    after = forms.BooleanField(label=gettext_lazy("照上一次的来"), required=False)

    def __init__(self, *args: Any, units: Any, festivals: Sequence[str], last: Round | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["festival"].choices = festival_choices(festivals)  # type: ignore[attr-defined]
        if last is None:
            del self.fields["after"]


class RoundForm(EditedForm):
    """What a round is, and what each payer gives for a head."""

    title = forms.CharField(label=gettext_lazy("叫什么"), max_length=80)
    festival = forms.ChoiceField(label=gettext_lazy("什么节"), required=False)
    year = forms.IntegerField(label=gettext_lazy("计入哪一年"), min_value=1990, max_value=2100)
    gives_on = forms.DateField(label=gettext_lazy("哪天发"))
    who = forms.ChoiceField(label=gettext_lazy("发给谁"), choices=Pool.Who.choices, widget=forms.RadioSelect)
    about = forms.CharField(
        label=gettext_lazy("跟大家说几句"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    contact = forms.CharField(
        label=gettext_lazy("有事找谁"), max_length=100, required=False, help_text=gettext_lazy("姓名和电话")
    )
    delivers = forms.BooleanField(label=gettext_lazy("可以送到家"), required=False)
    donates_to = forms.CharField(
        label=gettext_lazy("可以转赠给"), max_length=100, required=False, help_text=gettext_lazy("不转赠就空着")
    )

    def __init__(self, *args: Any, round: Round, festivals: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, initial=kept(round), **kwargs)
        self.fields["festival"].choices = festival_choices(festivals, round.festival)  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        """The cleaned values as `actions.edit` takes them."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith("pays_")}
        shares = {payer: self.cleaned_data[f"pays_{payer}"] or 0 for payer in Payer.values}
        return {**given, "shares": shares}

    def payers(self) -> list[forms.BoundField]:
        """The boxes of the shares."""
        return [self[f"pays_{payer}"] for payer in Payer.values]


for _payer, _label in Payer.choices:
    RoundForm.base_fields[f"pays_{_payer}"] = YuanField(label=_label, required=False)


def kept(round: Round) -> dict[str, Any]:
    """What is kept of the round now, as the boxes show it."""
    names = ("title", "festival", "year", "gives_on", "who", "about", "contact", "delivers", "donates_to")
    shares = {f"pays_{share.payer}": typed_yuan(share.fen) for share in round.shares.all()}
    return {**{name: getattr(round, name) for name in names}, **shares}


class WordsForm(Form):
    """A word to go with the act."""

    words = forms.CharField(
        label=gettext_lazy("要说的话"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class SubmitForm(WordsForm):
    """The same; and why there are fewer than three quotations, where there are."""

    few_quotes = forms.CharField(
        label=gettext_lazy("报价为什么不足三家"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, few: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not few:
            del self.fields["few_quotes"]


class ApprovalForm(WordsForm):
    """The same; and what was read."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ReturnForm(Form):
    """What they are to change."""

    words = forms.CharField(label=gettext_lazy("要改什么"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class OpeningForm(Form):
    """Until when people choose."""

    choose_from = forms.DateTimeField(
        label=gettext_lazy("从什么时候选"),
        required=False,
        widget=forms.DateTimeInput,
        help_text=gettext_lazy("空着就是马上"),
    )
    choose_until = forms.DateTimeField(label=gettext_lazy("选到什么时候"), widget=forms.DateTimeInput)


class UntilForm(ReasonForm):
    """Another end of choosing, and why."""

    choose_until = forms.DateTimeField(label=gettext_lazy("选到什么时候"), widget=forms.DateTimeInput)

    field_order = ("choose_until", "reason")


class StockForm(ReasonForm):
    """How many there are of a pack now, and why."""

    stock = forms.IntegerField(
        label=gettext_lazy("一共几份"),
        required=False,
        min_value=0,
        max_value=MOST_STOCK,
        help_text=gettext_lazy("空着就是管够"),
    )

    field_order = ("stock", "reason")


class DrawingForm(Form):
    """Of which day the list is to be."""

    as_of = forms.DateField(label=gettext_lazy("按哪天的花名册"))
