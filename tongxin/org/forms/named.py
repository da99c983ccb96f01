"""People written down by number or name: what a form asks where picking from a thousand would take longer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tongxin.org.models import Person
from tongxin.org.queries.named import named_in
from tongxin.ui.words import listed


class NamedPeople(forms.CharField):
    """Numbers or full names of people of the union `union_id`, which the form sets; gives the people, in that order."""

    union_id: int | None = None

    def clean(self, value: Any) -> Any:
        """The people that are meant. Who is not found, or is there more than once, is named."""
        people, unknown = named_in(super().clean(value), self.union_id)
        if unknown:
            words = _("花名册里没找到，或者不止一个：%(names)s。写工号最准。") % {"names": listed(unknown)}
            raise forms.ValidationError(words)
        return people


class NamedPerson(NamedPeople):
    """The same, of one person alone."""

    def clean(self, value: Any) -> Person:
        """The one that is meant."""
        people = super().clean(value)
        if len(people) != 1:
            raise forms.ValidationError(_("花名册里没找到，或者不止一个。写工号最准。"))
        return people[0]
