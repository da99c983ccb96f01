"""What keeping the list asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.forms.named import NamedPerson
from tongxin.ui.forms import Form, ReasonForm


class AdmitForm(Form):
    """Whom, and why after all."""

    person = NamedPerson(label=_("谁"), max_length=60, help_text=_("写姓名或工号；重名的写工号"))
    reason = forms.CharField(label=_("为什么破例"), max_length=200)

    def __init__(self, *args: Any, union_id: int | None, known: Q | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].among(union_id, known)  # type: ignore[attr-defined]


class RemoveForm(ReasonForm):
    """Why somebody is taken off; the person reads it."""


class DrawForm(Form):
    """The public word, where one was announced."""

    word = forms.CharField(label=_("公开数"), max_length=60, required=False)


class NothingForm(Form):
    """Nothing but the question itself."""
