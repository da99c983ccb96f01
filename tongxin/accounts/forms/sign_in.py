"""Forms of signing in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form

# Phones would begin the number with a capital letter.
NUMBER = {"autocomplete": "username", "autofocus": True, "autocapitalize": "none", "spellcheck": "false"}


class SignInForm(Form):
    """Staff number and password."""

    username = forms.CharField(label=_("工号"), max_length=80, widget=forms.TextInput(attrs=NUMBER))
    password = forms.CharField(
        label=_("密码"), max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class CodeForm(Form):
    """A one-time code or a recovery code."""

    code = forms.CharField(
        label=_("动态口令"),
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "text", "autofocus": True}),
    )
