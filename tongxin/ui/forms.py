"""Forms that look like the room they stand in and keep what was typed when they are refused."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongxin.core.refusals import Refused
from tongxin.ui.sentences import leave_out_the_invisible, speak
from tongxin.ui.words import colon, listed

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


class EditedForm(Form):
    """A form that changes what exists, and does not wipe out what somebody else changed while it lay open.

    `initial` must be what is kept now. Its fingerprint goes along as `known`; where the one that comes back is another,
    nothing is saved, the places are named, and sending once more takes what was typed.
    """

    known = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Asked for when it is drawn or checked: fields may still be taken away after this.
        self.fields["known"].initial = self.fingerprint

    def fingerprint(self) -> str:
        """Of what is kept now in the places that the form shows."""
        kept = repr([(name, self._kept(name)) for name in sorted(self.fields) if name != "known"])
        return hashlib.sha256(kept.encode()).hexdigest()[:16]

    def clean(self) -> dict[str, Any]:
        """Refuses `form.changed_meanwhile` once."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        known = given.pop("known", "")
        if known and known != self.fingerprint():
            sent: Any = self.data.copy()  # type: ignore[attr-defined]
            sent[self.add_prefix("known")] = self.fingerprint()
            self.data = sent
            self.add_error(None, forms.ValidationError(self._meanwhile(), code="form.changed_meanwhile"))
        return given

    def _meanwhile(self) -> str:
        others = [
            colon(field.label, self._kept(name) or "—")
            for name, field in self.fields.items()
            if name != "known" and self._kept(name) != self._typed(name)
        ]
        if not others:
            return gettext("这一页打开以后，有人改过，改得和你一样。再点一次就好。")
        kept = {"kept": listed(others)}
        return gettext("这一页打开以后，有人改过，没有盖掉他的。现在记着的是：%(kept)s。要用你填的，再点一次。") % kept

    def _kept(self, name: str) -> str:
        value = self.get_initial_for_field(self.fields[name], name)
        return "" if value is None else str(getattr(value, "pk", value))

    def _typed(self, name: str) -> str:
        value = self.cleaned_data.get(name)
        return "" if value is None else str(getattr(value, "pk", value))


class ModelForm(Refusable, forms.ModelForm):
    """The form of a model's fields, where an act takes them as they are."""


class Labelled(forms.ModelChoiceField):
    """A choice of things by their `label`, in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        """The label."""
        return str(obj.label)


class Called(forms.ModelChoiceField):
    """A choice of units by the name they are `called`."""

    def label_from_instance(self, obj: Any) -> str:
        """The short name."""
        return str(obj.called)


class CalledSeveral(forms.ModelMultipleChoiceField):
    """A choice of several units by the name they are `called`."""

    def label_from_instance(self, obj: Any) -> str:
        """The short name."""
        return str(obj.called)


class ReasonForm(Form):
    """One sentence of reason, for acts that want one."""

    reason = forms.CharField(label=_("为什么"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


def _dress(field: forms.Field) -> None:
    field.widget = _fitting(field)
    widget = field.widget
    given = widget.attrs.get("class", "")
    # Django's choice of several is a kind of its choice of one: ask for it first.
    if isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple):
        widget.attrs["class"] = f"tick {given}".strip()
    elif isinstance(widget, forms.RadioSelect):
        widget.attrs["class"] = f"rad {given}".strip()
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
