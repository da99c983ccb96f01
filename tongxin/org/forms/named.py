"""People and units written down by number, code or name: what a form asks where picking from a thousand would take longer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _

from tongxin.org.models import Person, Unit
from tongxin.org.queries.named import named_in, units_named
from tongxin.ui.words import listed


class NamedPeople(forms.CharField):
    """Numbers or full names of people of a union, which the form says by `among`; gives the people, in that order."""

    union_id: int | None = None
    known: Q | None = None

    def among(self, union_id: int | None, known: Q | None = None) -> None:
        """Of which union; and what an officer may `know` of (`org.access.people_known`): to the rest the answer is that there is
        nobody of that number or name."""
        self.union_id, self.known = union_id, known

    def clean(self, value: Any) -> Any:
        """The people that are meant. Who is not found, or is there more than once, is named."""
        people, unknown = named_in(super().clean(value), self.union_id, self.known)
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


class NamedUnit(forms.CharField):
    """The name, short name or code of one open unit in the tree of `near`, which the form sets; gives the unit.

    `held` is the unit that is kept now and may have been closed or have a namesake since: left as it is shown, it stays.
    """

    near: Unit | None = None
    held: Unit | None = None

    def prepare_value(self, value: Any) -> Any:
        """A unit by what it is called."""
        return value.called if isinstance(value, Unit) else value

    def clean(self, value: Any) -> Unit | None:
        """The unit that is meant; who is not found, or is there more than once, is told with what there is."""
        typed = str(super().clean(value) or "").strip()
        if not typed or self.near is None:
            return None
        if self.held is not None and typed == self.held.called:
            return self.held
        found = units_named(typed, self.near)
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("没有叫“%(typed)s”的单位。写全名、简称或者单位代码。") % {"typed": typed})
        names = listed(_("%(name)s（%(code)s）") % {"name": unit.name, "code": unit.code} for unit in found)
        words = _("“%(typed)s”不止一个：%(names)s。写单位代码最准。") % {"typed": typed, "names": names}
        raise forms.ValidationError(words)
