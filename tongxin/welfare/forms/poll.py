"""What a poll asks of the officer who puts it, and of the member who answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form


class PollForm(Form):
    """The question, a line for each option, from when until when, how many may be ticked."""

    question = forms.CharField(label=_("问什么"), max_length=120)
    options = forms.CharField(
        label=_("选项"), max_length=900, widget=forms.Textarea(attrs={"rows": 6}), help_text=_("一行一个，2到20个")
    )
    most = forms.IntegerField(label=_("最多选几样"), min_value=1, max_value=20)
    opens_at = forms.DateTimeField(label=_("开始"))
    closes_at = forms.DateTimeField(label=_("截止"))

    def clean_options(self) -> list[str]:
        """The options, in order."""
        return [line.strip() for line in self.cleaned_data["options"].splitlines() if line.strip()]


class AnswerForm(Form):
    """Ticks and a wish."""

    options = forms.TypedMultipleChoiceField(
        label=_("选你想要的"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    wish = forms.CharField(
        label=_("还想说一句"), required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, options: tuple[tuple[int, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["options"].choices = options  # type: ignore[attr-defined]


class NothingForm(Form):
    """An act that asks nothing."""
