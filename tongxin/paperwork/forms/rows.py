"""Tables to fill in: as many rows as there are and five more; without scripts, and what was typed stays."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Final, Self

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongxin.core.numbers import whole
from tongxin.ui.forms import EditedForm

SPARE: Final = 5
MOST: Final = 300


class RowsForm(EditedForm):
    """`item_0 price_0 … item_1 …`; `columns` are (name, label, longest, class of the box).

    Subclasses read a row in `row_of`; rows without a word in them are left out. `found` holds what was read, in order.
    """

    columns: ClassVar[tuple[tuple[str, Any, int, str], ...]] = ()
    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    found: list[Any]

    def __init__(self, data: Mapping[str, Any] | None = None, *, kept: Sequence[Mapping[str, str]]) -> None:
        self.kept = kept
        self.count = min(max(len(kept) + SPARE, _posted(data) + (SPARE if data and "more" in data else 0)), MOST)
        initial = {f"{name}_{n}": words for n, row in enumerate(kept) for name, words in row.items()}
        # Before the parent copies and dresses them.
        self.base_fields = {**self.base_fields, **self._cells()}  # type: ignore[misc]
        super().__init__(data, initial={**initial, "rows": self.count})

    def _cells(self) -> dict[str, forms.Field]:
        return {
            f"{name}_{n}": forms.CharField(
                label=gettext("%(label)s，第%(n)s行") % {"label": label, "n": n + 1}, required=False, max_length=longest,
                widget=forms.TextInput(attrs={"class": css, "autocomplete": "off", **_hints(css)}),
            )
            for n in range(self.count)
            for name, label, longest, css in self.columns
        }  # fmt: skip

    def table(self) -> list[list[tuple[Any, forms.BoundField]]]:
        """For the template: each row's cells with their column's label."""
        return [
            [(label, self[f"{name}_{n}"]) for name, label, _longest, _css in self.columns] for n in range(self.count)
        ]

    def heads(self) -> list[tuple[Any, str]]:
        """Labels of the columns, and the class of each."""
        return [(label, css) for _name, label, _longest, css in self.columns]

    def fingerprint(self) -> str:
        """Of what is kept now, however many rows the page shows."""
        return hashlib.sha256(repr([sorted(row.items()) for row in self.kept]).encode()).hexdigest()[:16]

    def clean(self) -> dict[str, Any]:
        """Read the rows; what is wrong stands at its box."""
        given = super().clean()
        self.found = []
        for n in range(self.count):
            typed = {name: (given.get(f"{name}_{n}") or "").strip() for name, *_rest in self.columns}
            if any(typed.values()):
                self._read(n, typed)
        return given

    def _read(self, n: int, typed: dict[str, str]) -> None:
        try:
            self.found.append(self.row_of(typed))
        except WrongCell as wrong:
            self.add_error(f"{wrong.field}_{n}", forms.ValidationError(wrong.sentence, code=wrong.code))

    def row_of(self, typed: dict[str, str]) -> Any:
        """What a row says. Raises WrongCell."""
        raise NotImplementedError

    def _meanwhile(self) -> str:
        kept = {"n": len(self.kept)}
        return gettext("这一页打开以后，有人改过，没有盖掉他的，现在记着%(n)s行。要用你填的，再点一次。") % kept

    def more(self) -> Self:
        """The same form with what was typed and five more rows, before anything is checked."""
        typed = {name: self.data.get(name, "") for name in self.fields if name in self.data}
        fresh = type(self)(kept=self.kept)
        fresh.count = self.count
        fresh.fields |= self.fields
        fresh.initial = {**typed, "rows": self.count}
        fresh.fields["known"].initial = self.data.get("known", "")
        return fresh


class WrongCell(Exception):
    """What is wrong with a row, at one of its boxes."""

    def __init__(self, code: str, field: str, sentence: str) -> None:
        super().__init__(code)
        self.code, self.field, self.sentence = code, field, sentence


AMOUNTS: Final[dict[str, Any]] = {
    "not_understood": _("看不懂这个数，写成 1234.50 或 1.2万。"),
    "negative": _("不能是负数。"),
    "too_fine": _("最多到分，两位小数。"),
    "too_large": _("这个数太大了。"),
}


def _posted(data: Mapping[str, Any] | None) -> int:
    return whole(str(data.get("rows", ""))) or 0 if data else 0


def _hints(css: str) -> dict[str, str]:
    return {"inputmode": "decimal"} if "num" in css else {}
