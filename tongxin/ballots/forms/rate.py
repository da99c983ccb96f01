"""One tap, and a sentence for who likes."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.ballots.models import Rating
from tongxin.ui.forms import Form


class RateForm(Form):
    """The rating is the button that was pressed."""

    rating = forms.ChoiceField(
        label=_("评价"), choices=Rating.choices, error_messages={"required": _("满意、一般、不满意，点一个。")}
    )
    sentence = forms.CharField(
        label=_("想说一句"), required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )
