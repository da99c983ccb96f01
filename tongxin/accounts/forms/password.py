"""Forms about passwords."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form

NEW = {"autocomplete": "new-password"}


class NewPasswordForm(Form):
    """A new password, typed twice."""

    password = forms.CharField(
        label=_("新密码"),
        max_length=200,
        help_text=_("至少10位，不要只用数字，不要用姓名和工号。"),
        widget=forms.PasswordInput(attrs=NEW),
    )
    again = forms.CharField(label=_("再输一遍"), max_length=200, widget=forms.PasswordInput(attrs=NEW))

    def clean_again(self) -> str:
        """Both must be the same."""
        again: str = self.cleaned_data["again"]
        if self.cleaned_data.get("password") not in (None, again):
            raise forms.ValidationError(_now("两遍不一样，再输一次。"))
        return again


class ChangePasswordForm(NewPasswordForm):
    """The old password before the new one."""

    old = forms.CharField(
        label=_("原来的密码"), max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    field_order = ("old", "password", "again")
