"""What a restriction says, as a form."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.org.access import inside
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.restrictions.access import units_to_declare_for
from tongxin.restrictions.actions import Terms
from tongxin.restrictions.models import Restriction, Step
from tongxin.restrictions.starters import STARTERS, starter
from tongxin.ui.forms import Called, CalledSeveral, EditedForm, Form

ROWS: Final = 4
MOST: Final = 1_000_000
SOURCE: Final = ("source_title", "source_number", "source_issuer", "source_url")


class WhenFields(Form):
    """Since when and until when."""

    starts_on = forms.DateField(label=_("哪天起"))
    ends_on = forms.DateField(label=_("哪天止"), required=False, help_text=_("空着就是到另行通知为止"))


class SourceFields(Form):
    """The document it comes from."""

    source_title = forms.CharField(label=_("哪个文件"), max_length=200, required=False)
    source_number = forms.CharField(label=_("文号"), max_length=60, required=False)
    source_issuer = forms.CharField(label=_("谁发的"), max_length=100, required=False)
    source_url = forms.URLField(label=_("网址"), max_length=300, required=False, assume_scheme="https")


class TermsFields(WhenFields, SourceFields):
    """Everything a restriction can say."""

    title = forms.CharField(label=_("叫什么"), max_length=100, help_text=_("大家一看就懂的话，比如“室内不超过100人”"))
    farthest = forms.ChoiceField(label=_("去多远"), choices=Restriction.Farthest.choices, initial="beyond")
    notice_days = forms.IntegerField(label=_("要提前几天发布"), min_value=0, max_value=365, required=False)
    no_indoor = forms.BooleanField(label=_("不在室内办"), required=False)
    online_only = forms.BooleanField(label=_("只在线上办"), required=False)
    severity = forms.ChoiceField(
        label=_("管得多严"), choices=Restriction.Severity.choices, initial="block", widget=forms.RadioSelect
    )
    places = forms.CharField(
        label=_("只管这些地方"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("一行一个，地点里有这个词就算；空着就都管"),
    )  # fmt: skip
    units = CalledSeveral(
        Unit.objects.none(), label=_("只管这些单位"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不选，就是全部"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.base_fields = {**self.base_fields, **_row_fields()}  # type: ignore[misc]
        super().__init__(*args, **kwargs)

    def step_pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows of gathering steps."""
        return [(self[f"over_{n}"], self[f"demand_{n}"]) for n in range(ROWS)]

    def first_pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The row that is always shown."""
        return self.step_pairs()[:1]

    def more_pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows that are folded."""
        return self.step_pairs()[1:]

    def terms(self) -> Terms:
        """What was typed."""
        given = self.cleaned_data
        plain = {
            name: given[name] for name in ("title", "starts_on", "ends_on", "places", "farthest", "severity", *SOURCE)
        }
        steps = [
            (given[f"over_{n}"], given[f"demand_{n}"])
            for n in range(ROWS)
            if given.get(f"demand_{n}") and given.get(f"over_{n}") is not None
        ]
        return Terms(
            **plain, units=tuple(given["units"]), steps=steps, no_indoor=given["no_indoor"], online_only=given["online_only"],
            notice_days=given["notice_days"] or 0,
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A step wants both its halves."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for n in range(ROWS):
            over, demand = given.get(f"over_{n}"), given.get(f"demand_{n}")
            if over is not None and not demand:
                self.add_error(f"demand_{n}", _("超过这么多人要什么，选一样。"))
            if demand and over is None and f"over_{n}" not in self.errors:
                self.add_error(f"over_{n}", _("写上超过多少人；现场都算就写0。"))
        return given


class DeclareForm(TermsFields):
    """A new restriction."""

    unit = Called(None, label=_("哪个单位定的"), empty_label=None)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_declare_for(actor)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["units"].queryset = units  # type: ignore[attr-defined]


class AmendForm(TermsFields, EditedForm):
    """A restriction that exists."""

    def __init__(self, *args: Any, restriction: Restriction, **kwargs: Any) -> None:
        names = (
            "title",
            "starts_on",
            "ends_on",
            "places",
            "farthest",
            "notice_days",
            "no_indoor",
            "online_only",
            "severity",
            *SOURCE,
        )
        initial = {name: getattr(restriction, name) for name in names}
        initial["units"] = [unit.pk for unit in restriction.units.order_by("pk")]
        for n, step in enumerate(restriction.steps.all()[:ROWS]):
            initial |= {f"over_{n}": step.over, f"demand_{n}": step.demand}
        super().__init__(*args, initial=initial, **kwargs)
        below_it = Unit.objects.filter(inside(restriction.unit), closed_on=None).order_by("path")
        self.fields["units"].queryset = below_it  # type: ignore[attr-defined]


class ContingencyForm(WhenFields):
    """One act in an emergency: which of the usual, since when, by which document."""

    what = forms.ChoiceField(
        label=_("管什么"), choices=[(each.key, each.title) for each in STARTERS], widget=forms.RadioSelect
    )
    source_title = forms.CharField(label=_("哪个文件"), max_length=200, required=False)
    source_number = forms.CharField(label=_("文号"), max_length=60, required=False)
    unit = Called(None, label=_("哪个单位定的"), empty_label=None)
    field_order = ("what", "starts_on", "ends_on", "source_title", "source_number", "unit")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_to_declare_for(actor)  # type: ignore[attr-defined]

    def terms(self) -> Terms:
        """The starter's limits with what was typed."""
        given = self.cleaned_data
        began = starter(given["what"])
        assert began is not None
        names = ("starts_on", "ends_on", "source_title", "source_number")
        return Terms(title=str(began.title), **{name: given[name] for name in names}, **began.terms)


class EndForm(Form):
    """Why it holds no more."""

    words = forms.CharField(label=_("为什么解除"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


def _row_fields() -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for n in range(ROWS):
        found[f"over_{n}"] = forms.IntegerField(label=_("超过多少人"), min_value=0, max_value=MOST, required=False)
        found[f"demand_{n}"] = forms.ChoiceField(
            label=_("要什么"), choices=[("", _("不选")), *Step.Needs.choices], required=False
        )
    return found
