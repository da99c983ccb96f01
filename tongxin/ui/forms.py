"""Forms that look like the room they stand in and keep what was typed when they are refused."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.core.refusals import Refused
from tongxin.ui.sentences import leave_out_the_invisible, speak

DAY_FORMAT, MOMENT_FORMAT = "%Y-%m-%d", "%Y-%m-%dT%H:%M"


class Refusable:
    """What both kinds of form share: our widgets, our sentences, and `refuse`."""

    fields: dict[str, forms.Field]
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _dress(field)

    def refuse(self, refusal: Refused) -> None:
        """Put the refusal's sentence at its field, or above the form where it belongs to no field shown here."""
        place = refusal.field if refusal.field in self.fields else None
        self.add_error(place, forms.ValidationError(refusal.sentence, code=refusal.code))  # type: ignore[attr-defined]


class Form(Refusable, forms.Form):
    """The plain form of this product."""


class ModelForm(Refusable, forms.ModelForm):
    """The form of a model's fields, where an act takes them as they are."""


class ReasonForm(Form):
    """One sentence of reason, for acts that want one."""

    reason = forms.CharField(label=_("为什么"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


def _dress(field: forms.Field) -> None:
    field.widget = _fitting(field)
    widget = field.widget
    given = widget.attrs.get("class", "")
    if isinstance(widget, forms.RadioSelect):
        widget.attrs["class"] = f"rad {given}".strip()
    elif isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple):
        widget.attrs["class"] = f"tick {given}".strip()
    elif not widget.is_hidden:
        widget.attrs["class"] = f"box {given}".strip()
    if (
        field.required
        and not widget.is_hidden
        and not isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect)
    ):
        widget.attrs["aria-required"] = "true"
    speak(field)
    leave_out_the_invisible(field)


def _fitting(field: forms.Field) -> forms.Widget:
    """Days, moments and times get the browser's own pickers."""
    widget = field.widget
    kinds: list[tuple[type[forms.Widget], str, str]] = [
        (forms.DateTimeInput, "datetime-local", MOMENT_FORMAT),
        (forms.DateInput, "date", DAY_FORMAT),
        (forms.TimeInput, "time", "%H:%M"),
    ]
    for kind, name, shape in kinds:
        if type(widget) is kind:
            fresh = kind(attrs=dict(widget.attrs), format=shape)
            fresh.input_type = name
            fresh.is_required = widget.is_required
            return fresh
    return widget
