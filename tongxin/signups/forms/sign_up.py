"""What a member may be asked: companions, colleagues, the activity's own questions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.org.models import Person
from tongxin.org.queries.named import named_in
from tongxin.signups.models import Question, Slot
from tongxin.signups.rules.answers import Asked, clean
from tongxin.ui.forms import Form

WRONG = {
    "missing": gettext_lazy("这一题要答。"),
    "unknown": gettext_lazy("从选项里选。"),
    "long": gettext_lazy("写短一点，最多200字。"),
}


class SignUpForm(Form):
    """Fields only for what the slot asks; nothing to fill in where it asks nothing."""

    def __init__(self, *args: Any, slot: Slot, union_id: int | None = None, **kwargs: Any) -> None:
        self.slot, self.union_id = slot, union_id
        self.questions = list(slot.activity.questions.all()) if slot.asks else []
        # Made before the form is, so that they are dressed like all fields.
        self.base_fields = self._wanted()  # type: ignore[misc]
        super().__init__(*args, **kwargs)

    @classmethod
    def asks_anything(cls, slot: Slot) -> bool:
        """Whether there is anything to fill in."""
        pool = slot.pool
        return slot.asks or (pool is not None and (pool.companions_each > 0 or pool.group_max > 1))

    @classmethod
    def signature(cls, slot: Slot) -> str:
        """What a slot asks, in short: two slots of an activity with the same one have the same form."""
        pool = slot.pool
        assert pool is not None
        return f"q{slot.asks:d}c{pool.companions_each}g{pool.group_max}t{slot.is_team:d}"

    @classmethod
    def was_shown(cls, slot: Slot, data: Any) -> bool:
        """Whether what was sent comes from this slot's own form, and not from a button above another's."""
        return data.get("asked") == cls.signature(slot) or any(name in data for name in cls(slot=slot).fields)

    @property
    def asked(self) -> str:
        """What the form sends along to say whose it is."""
        return self.signature(self.slot)

    def _wanted(self) -> dict[str, forms.Field]:
        pool = self.slot.pool
        assert pool is not None
        fields: dict[str, forms.Field] = {}
        if pool.group_max > 1:
            label = _("和谁一队") if self.slot.is_team else _("和谁一起报")
            most = pool.group_max - 1
            words = _("写姓名或工号，用空格隔开，最多%(most)s人。要么都进，要么都不进。") % {"most": most}
            fields["with_"] = forms.CharField(label=label, required=False, max_length=300, help_text=words)
        if self.slot.is_team:
            fields["team"] = forms.CharField(label=_("队名"), required=False, max_length=40)
        if pool.companions_each:
            most = pool.companions_each
            fields["companions"] = forms.IntegerField(
                label=_("带几位家属"),
                required=False,
                min_value=0,
                max_value=99,
                help_text=_("最多%(most)s位") % {"most": most},
            )
            fields["companion_names"] = forms.CharField(label=_("家属姓名"), required=False, max_length=100)
        for question in self.questions:
            fields[f"q{question.pk}"] = _field(question)
        return fields

    def clean(self) -> dict[str, Any]:
        """The answers, and the colleagues as people of the union."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        typed = {each.pk: _listed(given.get(f"q{each.pk}")) for each in self.questions}
        asked = [Asked(each.pk, each.kind, tuple(each.choices), each.required) for each in self.questions]
        given["answers"], wrong = clean(asked, typed)
        for pk, fault in wrong.items():
            self.add_error(f"q{pk}", WRONG[fault])
        given["others"] = self._others(given.get("with_", ""))
        return given

    def wish(self) -> dict[str, Any]:
        """What `actions.sign_up` takes."""
        given = self.cleaned_data
        note: dict[str, Any] = {}
        if given["answers"]:
            note["answers"] = given["answers"]
        if given.get("companion_names"):
            note["companions"] = given["companion_names"]
        return {
            "companions": given.get("companions") or 0, "note": note, "others": given["others"], "team": given.get("team", ""),
        }  # fmt: skip

    def _others(self, words: str) -> list[Person]:
        found, unknown = named_in(words, self.union_id)
        if unknown and "with_" in self.fields:
            names = " ".join(unknown)
            self.add_error("with_", _("花名册里没找到，或者不止一个：%(names)s。写工号最准。") % {"names": names})
        return found


def _field(question: Question) -> forms.Field:
    label, required = question.text, False
    if question.kind == Question.Kind.WORDS:
        return forms.CharField(label=label, required=required)
    if question.kind == Question.Kind.YES:
        choices = [("yes", _("是")), ("no", _("否"))]
        return forms.ChoiceField(label=label, required=required, choices=choices, widget=forms.RadioSelect)
    choices = [(choice, choice) for choice in question.choices]
    if question.kind == Question.Kind.CHOICES:
        return forms.MultipleChoiceField(
            label=label, required=required, choices=choices, widget=forms.CheckboxSelectMultiple
        )
    return forms.ChoiceField(label=label, required=required, choices=choices, widget=forms.RadioSelect)


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [str(value)]
