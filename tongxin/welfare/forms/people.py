"""Forms of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.org.forms.named import NamedPeople
from tongxin.ui.forms import Form, ReasonForm
from tongxin.welfare.models import Entitled

USUAL: Final = (gettext_lazy("已离职"), gettext_lazy("不在岗"))


class AddForm(ReasonForm):
    """Who comes in, and why."""

    people = NamedPeople(
        label=gettext_lazy("加谁"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("写工号或姓名，几个人用逗号分开"),
    )  # fmt: skip
    field_order = ("people", "reason")

    def __init__(self, *args: Any, union_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].union_id = union_id  # type: ignore[attr-defined]


class KeepForm(Form):
    """What becomes of a remark."""

    do = forms.ChoiceField(
        label=gettext_lazy("怎么办"), choices=[("strike", gettext_lazy("从名单去掉")), ("keep", gettext_lazy("留在名单里"))],
        initial="strike", widget=forms.RadioSelect,
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("为什么"),
        max_length=180,
        required=False,
        help_text=gettext_lazy("留下的要写；去掉的可以不写"),
    )


class MissingForm(Form):
    """Who it is that was missed; or why nobody comes in."""

    person = NamedPeople(
        label=gettext_lazy("是花名册里的谁"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("写工号；不加就空着"),
    )
    words = forms.CharField(
        label=gettext_lazy("为什么"), max_length=180, required=False, help_text=gettext_lazy("不加的要写")
    )

    def __init__(self, *args: Any, union_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].union_id = union_id  # type: ignore[attr-defined]

    def clean_person(self) -> Any:
        """One; nobody, where the box is empty."""
        people = self.cleaned_data["person"]
        if len(people) > 1:
            raise forms.ValidationError(_("一次只加一个人。"), code="missing.several")
        return people[0] if people else None


class CheckingForm(Form):
    """A page of the list behind a partner's link: a remark for each row, who is missing, and whether all is gone through."""

    missing = forms.CharField(
        label=gettext_lazy("名单里漏了谁"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("一人一行：姓名，再写单位或工号"),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None, *, rows: Sequence[Entitled], next_query: str) -> None:
        super().__init__(data)
        self.entitled, self.next_query = rows, next_query
        for row in rows:
            self.fields[f"remark_{row.pk}"] = forms.CharField(
                label=_("%(name)s有什么不对") % {"name": row.person.name}, required=False, max_length=200, initial=row.remark,
                widget=forms.TextInput(attrs={"class": "box", "list": "usual", "autocomplete": "off"}),
            )  # fmt: skip

    def lines(self) -> list[tuple[Entitled, forms.BoundField]]:
        """Each row with its box."""
        return [(row, self[f"remark_{row.pk}"]) for row in self.entitled]

    def clean(self) -> dict[str, Any]:
        """As `actions.check_people` takes it; `next`: the query of the next page, empty where they are done."""
        given = super().clean() or self.cleaned_data
        done = "done" in self.data
        lines = [
            line.split(None, 1) for line in given.get("missing", "").replace("，", " ").splitlines() if line.strip()
        ]
        return {
            "remarks": {row.pk: given.get(f"remark_{row.pk}", "") for row in self.entitled},
            "missing": [(parts[0], parts[1] if len(parts) > 1 else "") for parts in lines],
            "done": done, "next": "" if done else self.next_query,
        }  # fmt: skip
