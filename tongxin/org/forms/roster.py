"""The roster's filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.imports.access import runs_for
from tongxin.imports.models import ImportRun
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.org.queries.roster import GROUPS, Wanted
from tongxin.ui.forms import Form


@dataclass(frozen=True)
class Filter:
    """A filter as the page draws it."""

    name: str
    label: str
    choices: list[tuple[Any, str]]
    value: Any
    on: bool


class RosterForm(Form):
    """Bound to the address; what makes no sense there is left out of account."""

    q = forms.CharField(required=False, max_length=60)
    unit = forms.TypedChoiceField(label=_("单位"), required=False, coerce=int, empty_value=None)
    group = forms.ChoiceField(label=_("会籍"), required=False, choices=(("", _("不限")), *GROUPS))
    sex = forms.ChoiceField(label=_("性别"), required=False, choices=(("", _("不限")), *Person.Sex.choices))
    gone = forms.ChoiceField(label=_("状态"), required=False, choices=(("", _("在职")), ("1", _("已离职"))))
    sort = forms.CharField(required=False, max_length=12)
    taken = forms.UUIDField(required=False)

    def __init__(self, *args: Any, actor: Actor, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["unit"].choices = [("", _("全部")), *units]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """The filters as the query takes them."""
        self.is_valid()
        given = self.cleaned_data
        unit = Unit.objects.filter(pk=given.get("unit") or 0).first() if given.get("unit") else None
        return Wanted(
            typed=given.get("q", ""),
            unit=unit,
            group=given.get("group", ""),
            sex=given.get("sex", ""),
            gone=given.get("gone") == "1",
            sort=given.get("sort") or "name",
            taken=self._taken(),
        )

    def _taken(self) -> ImportRun | None:
        """The import asked for, if it is one that the actor could have made."""
        run = self.cleaned_data.get("taken")
        found: ImportRun | None = runs_for(self.actor).filter(pk=run, kind="roster").first() if run else None
        return found

    def shown(self) -> list[Filter]:
        """The choices that stand beside the search."""
        names = ("unit", "group", "sex", "gone")
        values = {name: self.cleaned_data.get(name) or "" for name in names}
        return [self._filter(name, values[name]) for name in names]

    def is_narrow(self) -> bool:
        """Whether anything is asked for at all."""
        return any(self.cleaned_data.get(name) for name in ("q", "unit", "group", "sex", "gone", "taken"))

    def _filter(self, name: str, value: Any) -> Filter:
        field = self.fields[name]
        return Filter(name, str(field.label), list(field.choices), value, bool(value))  # type: ignore[attr-defined]
