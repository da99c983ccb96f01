"""Marks as people write them: a table of cells, and one cell with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.contests.queries.lines import Line
from tongxin.contests.rules.marks import Reading, Unreadable, read
from tongxin.ui.forms import EditedForm, Form

EXAMPLES: Final = {
    "time": gettext_lazy("12.35、1:02.4、1分02秒4、弃权"),
    "distance": gettext_lazy("5.32、5米32、532cm、犯规"),
    "score": gettext_lazy("87.5、130个、弃权"),
    "rank": gettext_lazy("1、第2名、弃权"),
}


class ResultsForm(EditedForm):
    """One cell a line, named by the line's key. What cannot be read is refused at its cell; `readings` is what could."""

    def __init__(self, *args: Any, lines: Sequence[Line], measure: str, **kwargs: Any) -> None:
        self.lines, self.measure = lines, measure
        self.readings: dict[str, Reading] = {}
        known = self.base_fields["known"]
        self.base_fields = {"known": known} | {line.key: _cell(line, measure) for line in lines}  # type: ignore[misc]
        super().__init__(*args, initial={line.key: line.shown for line in lines}, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Each cell as a mark."""
        given = super().clean()
        for line in self.lines:
            if line.key in given:
                self._read(line, given[line.key])
        return given

    def rows(self) -> list[tuple[Line, forms.BoundField]]:
        """The lines beside their cells."""
        return [(line, self[line.key]) for line in self.lines]

    def _read(self, line: Line, text: str) -> None:
        if text.strip() == line.shown:
            self.readings[line.key] = Reading(line.value, line.words)
            return
        try:
            self.readings[line.key] = read(text, self.measure)
        except Unreadable:
            self.add_error(line.key, unreadable(text, self.measure))


class CorrectionForm(Form):
    """Another mark, and why."""

    mark = forms.CharField(label=gettext_lazy("更正为"), max_length=20)
    reason = forms.CharField(
        label=gettext_lazy("为什么"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("公布以后更正的，参赛的人会看到这句话"),
    )  # fmt: skip

    def __init__(self, *args: Any, measure: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measure = measure
        self.fields["mark"].help_text = _("例如：%(examples)s") % {"examples": EXAMPLES[measure]}

    def clean_mark(self) -> Reading:
        """The mark that was written."""
        try:
            return read(self.cleaned_data["mark"], self.measure)
        except Unreadable as fault:
            raise unreadable(self.cleaned_data["mark"], self.measure) from fault


def unreadable(text: str, measure: str) -> forms.ValidationError:
    """The sentence for a mark that cannot be read."""
    facts = {"text": text, "examples": EXAMPLES[measure]}
    return forms.ValidationError(_("认不出“%(text)s”。这样写：%(examples)s。") % facts, code="contest.unreadable")


def _cell(line: Line, measure: str) -> forms.CharField:
    attrs = {"autocomplete": "off", "size": 8, "aria-label": str(_("%(name)s的成绩") % {"name": line.name})}
    if measure in ("score", "rank"):
        attrs["inputmode"] = "text"
    return forms.CharField(label=line.name, max_length=20, required=False, widget=forms.TextInput(attrs=attrs))
