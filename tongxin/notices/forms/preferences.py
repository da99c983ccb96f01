"""How a person wants to hear of things."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.notices.models import Preference
from tongxin.ui.forms import Form


class PreferencesForm(Form):
    """Address, which notices come there, the weekly letter."""

    email = forms.EmailField(
        label=_("邮箱"), required=False, max_length=254, help_text=_("不填就只在这里看通知"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    mail = forms.ChoiceField(label=_("通知发到邮箱"), choices=Preference.Mail.choices, widget=forms.RadioSelect)
    digest = forms.BooleanField(
        label=_("每周一封小结"),
        required=False,
        help_text=_("星期一早上，说等你做的事、接下来的活动和没读的通知；没有就不发"),
    )
