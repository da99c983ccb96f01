"""Forms of packs and of their quotations: rows to fill in, without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.goods.models import Product, Supplier
from tongxin.ui.fields import YuanField, typed_yuan
from tongxin.ui.forms import Form
from tongxin.ui.words import yuan
from tongxin.welfare.actions import Quoted
from tongxin.welfare.queries.packs import PackView

SPARE: Final = 3
LEAST: Final = 5
QUOTES: Final = 5


class PackForm(Form):
    """A pack: its name, and rows of product and count; `more` asks for further rows."""

    letter = forms.CharField(label=gettext_lazy("代号"), max_length=4, help_text=gettext_lazy("例如A"))
    name = forms.CharField(label=gettext_lazy("名称"), max_length=60)
    about = forms.CharField(label=gettext_lazy("说明"), max_length=300, required=False)
    stock = forms.IntegerField(
        label=gettext_lazy("一共几份"), min_value=1, max_value=1_000_000, required=False,
        help_text=gettext_lazy("人人都有的空着"),
    )  # fmt: skip
    is_default = forms.BooleanField(label=gettext_lazy("不选的人给这个"), required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        products: Sequence[Product],
        pack: PackView | None,
        letter: str = "",
    ) -> None:
        super().__init__(data, initial=_kept(pack) or {"letter": letter})
        self.count = max(LEAST, (len(pack.items) if pack else 0) + SPARE, _rows(data, "product"))
        choices = [("", _("选一样东西")), *((each.pk, _named(each)) for each in products)]
        for n in range(self.count):
            self.fields[f"product_{n}"] = forms.TypedChoiceField(
                label=_("第%(n)s样") % {"n": n + 1}, choices=choices, coerce=int, empty_value=None, required=False,
                widget=forms.Select(attrs={"class": "box"}),
            )  # fmt: skip
            self.fields[f"count_{n}"] = forms.IntegerField(
                label=_("第%(n)s样几份") % {"n": n + 1}, min_value=1, max_value=999, required=False,
                widget=forms.NumberInput(attrs={"class": "box"}),
            )  # fmt: skip

    def rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Product and count, row by row."""
        for n in range(self.count):
            yield self[f"product_{n}"], self[f"count_{n}"]

    def told(self) -> dict[str, Any]:
        """The cleaned values as `actions.set_pack` takes them; a row without a count means one."""
        given = self.cleaned_data
        chosen = [(given.get(f"product_{n}"), given.get(f"count_{n}") or 1) for n in range(self.count)]
        names = ("letter", "name", "about", "stock", "is_default")
        return {**{name: given[name] for name in names}, "items": [each for each in chosen if each[0]]}


class QuotesForm(Form):
    """What suppliers ask for one pack; which of them is taken, and why."""

    reason = forms.CharField(
        label=gettext_lazy("不选最低的，写为什么"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, suppliers: Sequence[Supplier], pack: PackView) -> None:
        super().__init__(data, initial=_quoted(pack))
        self.count = max(QUOTES, len(pack.quotes) + 1)
        choices = [("", _("选一家")), *((each.pk, each.name) for each in suppliers)]
        for n in range(self.count):
            self.fields |= {
                f"supplier_{n}": forms.TypedChoiceField(
                    label=_("第%(n)s家") % {"n": n + 1}, choices=choices, coerce=int, empty_value=None, required=False,
                    widget=forms.Select(attrs={"class": "box"}),
                ),
                f"fen_{n}": YuanField(label=_("第%(n)s家每份多少元") % {"n": n + 1}, required=False),
                f"quoted_on_{n}": forms.DateField(
                    label=_("第%(n)s家哪天报的") % {"n": n + 1}, required=False,
                    widget=forms.DateInput(attrs={"class": "box", "type": "date"}, format="%Y-%m-%d"),
                ),
                f"terms_{n}": forms.CharField(
                    label=_("第%(n)s家的交货和服务") % {"n": n + 1}, required=False, max_length=200,
                    widget=forms.TextInput(attrs={"class": "box"}),
                ),
            }  # fmt: skip
            self.fields[f"fen_{n}"].widget.attrs["class"] = "box"
        self.fields["chosen"] = forms.TypedChoiceField(
            label=_("选哪家"), choices=[("", _("还没定")), *((str(n), str(n)) for n in range(self.count))], coerce=int,
            empty_value=None, required=False,
        )  # fmt: skip

    def rows(self) -> Iterator[tuple[int, list[forms.BoundField], bool]]:
        """Number, boxes and whether it is the one taken, row by row."""
        taken = str(self["chosen"].value() or "") if self["chosen"].value() is not None else ""
        for n in range(self.count):
            yield n, [self[f"{name}_{n}"] for name in ("supplier", "fen", "quoted_on", "terms")], taken == str(n)

    def clean(self) -> dict[str, Any]:
        """A row is whole, or empty."""
        given = super().clean() or self.cleaned_data
        for n in range(self.count):
            supplier, fen = given.get(f"supplier_{n}"), given.get(f"fen_{n}")
            if supplier and fen is None and f"fen_{n}" not in self.errors:
                self.add_error(f"fen_{n}", forms.ValidationError(_("写上每份多少元。"), code="quote.no_price"))
            if fen is not None and not supplier and f"supplier_{n}" not in self.errors:
                self.add_error(f"supplier_{n}", forms.ValidationError(_("选是哪一家报的。"), code="quote.no_supplier"))
        return given

    def told(self) -> dict[str, Any]:
        """As `actions.set_quotes` takes it."""
        given = self.cleaned_data
        rows = [n for n in range(self.count) if given.get(f"supplier_{n}")]
        quotes = [
            Quoted(given[f"supplier_{n}"], given[f"fen_{n}"], given[f"quoted_on_{n}"], given[f"terms_{n}"])
            for n in rows
        ]
        chosen = given.get("chosen")
        taken = given.get(f"supplier_{chosen}") if chosen is not None else None
        return {"quotes": quotes, "chosen": taken, "reason": given["reason"]}


class PictureForm(Form):
    """One picture."""

    upload = forms.FileField(label=gettext_lazy("选一张照片"))


def _named(product: Product) -> str:
    return f"{product} · {product.supplier.name} · {yuan(product.price_fen)}"


def _kept(pack: PackView | None) -> dict[str, Any]:
    if pack is None:
        return {}
    kept: dict[str, Any] = {name: getattr(pack, name) for name in ("letter", "name", "about", "stock", "is_default")}
    for n, item in enumerate(pack.items):
        kept |= {f"product_{n}": item.product, f"count_{n}": item.count}
    return kept


def _quoted(pack: PackView) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for n, quote in enumerate(pack.quotes):
        kept |= {
            f"supplier_{n}": quote.supplier_id, f"fen_{n}": typed_yuan(quote.fen), f"quoted_on_{n}": quote.quoted_on,
            f"terms_{n}": quote.terms,
        }  # fmt: skip
        if quote.chosen:
            kept |= {"chosen": n, "reason": quote.reason}
    return kept


def _rows(data: Mapping[str, Any] | None, name: str) -> int:
    """How many rows were sent, and some more where they are asked for."""
    if not data:
        return 0
    sent = sum(1 for key in data if key.startswith(f"{name}_"))
    return min(sent + (SPARE if "more" in data else 0), 40)
