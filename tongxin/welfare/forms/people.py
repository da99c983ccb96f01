"""Forms of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.numbers import whole
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

    def __init__(self, *args: Any, union_id: int | None, known: Q | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].among(union_id, known)  # type: ignore[attr-defined]


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

    def __init__(self, *args: Any, union_id: int | None, known: Q | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].among(union_id, known)  # type: ignore[attr-defined]

    def clean_person(self) -> Any:
        """One; nobody, where the box is empty."""
        people = self.cleaned_data["person"]
        if len(people) > 1:
            raise forms.ValidationError(_("一次只加一个人。"), code="missing.several")
        return people[0] if people else None


class CheckingForm(Form):
    """A page of the list behind a partner's link: a remark for each row, who is missing, and whether all is gone through.

    What each box showed when the page was opened goes along (`shown_…`): a remark changes only where something else was typed,
    so that two who work on the same page do not wipe out each other's. Where both wrote about the same person, that is told once.
    """

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
            self.fields[f"shown_{row.pk}"] = forms.CharField(
                required=False, max_length=200, initial=row.remark, widget=forms.HiddenInput
            )

    def lines(self) -> list[tuple[Entitled, forms.BoundField, forms.BoundField]]:
        """Each row with its box, and what the box showed."""
        return [(row, self[f"remark_{row.pk}"], self[f"shown_{row.pk}"]) for row in self.entitled]

    def clean(self) -> dict[str, Any]:
        """As `actions.check_people` takes it; `next`: the query of the next page, empty where they are done.

        Refuses `welfare.remarked_meanwhile`, once for each remark.
        """
        given = super().clean() or self.cleaned_data
        done = "done" in self.data
        lines = [
            line.split(None, 1) for line in given.get("missing", "").replace("，", " ").splitlines() if line.strip()
        ]
        return {
            "remarks": self._changed(given),
            "missing": [(parts[0], parts[1] if len(parts) > 1 else "") for parts in lines],
            "done": done, "next": "" if done else self.next_query,
        }  # fmt: skip

    def _changed(self, given: dict[str, Any]) -> dict[int, str]:
        changed = {}
        for row in self.entitled:
            typed, shown = given.get(f"remark_{row.pk}", ""), given.get(f"shown_{row.pk}", "")
            if f"remark_{row.pk}" not in given or typed == shown:
                continue
            if row.remark not in (typed, shown):
                self._say_other(row)
            changed[row.pk] = typed
        return changed

    def _say_other(self, row: Entitled) -> None:
        sent: Any = self.data.copy()  # type: ignore[attr-defined]
        sent[f"shown_{row.pk}"] = row.remark
        self.data = sent
        words = (
            _("这一页打开以后，别人写了“%(remark)s”。要用你写的，再点一次。")
            if row.remark
            else _("这一页打开以后，别人把意见去掉了。要用你写的，再点一次。")
        )
        error = forms.ValidationError(
            words % {"remark": row.remark} if row.remark else words, code="welfare.remarked_meanwhile"
        )
        self.add_error(f"remark_{row.pk}", error)


def rows_sent(posted: Mapping[str, Any]) -> list[int]:
    """The ids of the rows that a sent `CheckingForm` has boxes of."""
    found = (whole(name.removeprefix("remark_")) for name in posted if name.startswith("remark_"))
    return [pk for pk in found if pk is not None]
