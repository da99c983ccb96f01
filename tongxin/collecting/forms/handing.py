"""What handing out asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.collecting.models import Point, Unfetched
from tongxin.core.numbers import whole
from tongxin.ui.forms import Form, ReasonForm
from tongxin.welfare.models import Pack, Round


class CodeForm(Form):
    """Digits that somebody says, or a code pasted in."""

    code = forms.CharField(
        label=_("或者填数字"), max_length=80,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "enterkeyhint": "send"}),
    )  # fmt: skip


class GiveForm(Form):
    """From which point, and why all the same where something speaks against it."""

    point = forms.ModelChoiceField(Point.objects.none(), label=_("哪个领取点"), required=False, empty_label=_("不写"))
    why = forms.CharField(label=_("为什么还是发"), max_length=200, required=False)

    def __init__(self, *args: Any, round: Round, needs_word: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["point"].queryset = Point.objects.filter(round=round)  # type: ignore[attr-defined]
        self.fields["why"].required = needs_word
        if not needs_word:
            del self.fields["why"]


class LinesForm(Form):
    """Ticked rows of a list. Who is gone from it since it was opened is passed over by the act, not held against the others."""

    def lines(self) -> list[int]:
        """The rows."""
        ticked = self.data.getlist("lines") if self.is_bound else []  # type: ignore[attr-defined]
        return [line for line in map(whole, ticked) if line is not None]


class WhyForm(LinesForm):
    """Why the ticked ones have not collected; it stands in the dock, outside of the list it belongs to."""

    why = forms.ChoiceField(
        label=_("为什么没领"), choices=(("", _("为什么没领")), *Unfetched.Why.choices), required=False,
        widget=forms.Select(attrs={"form": "ticked"}),
    )  # fmt: skip
    words = forms.CharField(
        label=_("说一下"), max_length=120, required=False,
        widget=forms.TextInput(attrs={"form": "ticked", "placeholder": _("想说的再写一句")}),
    )  # fmt: skip


class TakeBackForm(ReasonForm):
    """Why, and whether the goods came back."""

    returned = forms.BooleanField(label=_("东西退回来了"), required=False)


class ExchangeForm(ReasonForm):
    """For which pack, and why."""

    pack = forms.ModelChoiceField(Pack.objects.none(), label=_("换成"), empty_label=None)
    field_order = ("pack", "reason")

    def __init__(self, *args: Any, round: Round, but: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pack"].queryset = Pack.objects.filter(round=round).exclude(pk=but)  # type: ignore[attr-defined]


class RestForm(Form):
    """Why those did not collect of whom nothing was said."""

    words = forms.CharField(
        label=_("为什么没领"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("给没写原因的人，会写进这次福利的记录"),
    )  # fmt: skip
