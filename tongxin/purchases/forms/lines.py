"""Forms of the ledger: a line, a pack, an invoice."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from tongxin.goods.forms.origins import OriginField
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.org.models import Unit
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.choices import products_of, rounds_to_buy, scopes_of, scopes_to_keep, suppliers_of
from tongxin.purchases.rules.amounts import line_fen
from tongxin.ui.fields import YuanField
from tongxin.ui.forms import Form
from tongxin.welfare.models import Payer, Round

INVOICE_HELP: Final = _("登记过的写号码就好；新发票把价税合计也填上")


class ProductChoice(forms.ModelChoiceField):
    """Products with who sells them."""

    def label_from_instance(self, obj: Any) -> str:
        """`翠兰绿茶 250克（来榜茶叶合作社）`"""
        return _now("%(product)s（%(supplier)s）") % {"product": obj, "supplier": obj.supplier.name}


class LineForm(Form):
    """A line by hand. What stays empty comes from the product, where one is chosen."""

    on = forms.DateField(label=_("日期"), help_text=_("付款那天；没付就写订货那天"))
    product = ProductChoice(Product.objects.none(), label=_("产品"), required=False, empty_label=_("不在产品表里"))
    supplier = forms.ModelChoiceField(
        Supplier.objects.none(),
        label=_("供应商"),
        required=False,
        empty_label=_("选一家"),
        help_text=_("选了产品就不用选"),
    )
    what = forms.CharField(label=_("买了什么"), max_length=120, required=False, help_text=_("选了产品就不用写"))
    count = forms.DecimalField(label=_("数量"), max_digits=12, decimal_places=2, min_value=Decimal("0.01"), initial=1)
    price = YuanField(label=_("单价（元）"), required=False)
    fen = YuanField(label=_("金额（元）"), required=False, help_text=_("空着就按单价乘数量"))
    payer = forms.ChoiceField(label=_("谁出"), choices=[("", _("选一个")), *Payer.choices])
    round = forms.ModelChoiceField(
        Round.objects.none(), label=_("哪次福利"), required=False, empty_label=_("不是为哪次福利买的")
    )
    scopes = forms.ModelMultipleChoiceField(
        Scope.objects.none(), label=_("计入哪个口径"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("不勾就照产品的"),
    )  # fmt: skip
    origin = OriginField(label=_("产地"), max_length=100, required=False, help_text=_("例如：安徽岳西来榜镇"))
    proof = forms.CharField(label=_("证明"), max_length=100, required=False)
    invoice_no = forms.CharField(label=_("发票号码"), max_length=30, required=False, help_text=INVOICE_HELP)
    invoice_fen = YuanField(label=_("新发票的价税合计（元）"), required=False)
    order_no = forms.CharField(label=_("平台订单号"), max_length=60, required=False)
    heads = forms.IntegerField(label=_("给多少人"), min_value=1, max_value=1_000_000, required=False)
    purpose = forms.CharField(label=_("用途"), max_length=40, required=False)
    words = forms.CharField(label=_("说明"), max_length=200, required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "product": products_of(unit),
            "supplier": suppliers_of(unit),
            "scopes": scopes_of(unit),
            "round": rounds_to_buy(unit),
        }
        for name, rows in offered.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if self.ticked:
            self.fields["scopes"].help_text = ""

    @property
    def ticked(self) -> bool:
        """Whether the boxes of scopes came with ticks in them."""
        return bool(self.initial.get("scopes"))

    def clean(self) -> dict[str, Any]:
        """Price times count where no amount is typed; the product's supplier where none is chosen."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        product, price = given.get("product"), given.pop("price", None)
        if price is None and product is not None:
            price = product.price_fen
        if given.get("fen") is None and "fen" not in self.errors and "price" not in self.errors:
            if price is None or given.get("count") is None:
                self.add_error(
                    "fen", forms.ValidationError(_now("写上金额，或者写单价和数量。"), code="purchases.no_amount")
                )
            else:
                given["fen"] = line_fen(price, given["count"])
        if given.get("supplier") is None:
            given["supplier"] = product.supplier if product is not None else None
        if given["supplier"] is None and "supplier" not in self.errors:
            self.add_error(
                "supplier", forms.ValidationError(_now("选一家供应商，没有就先登记。"), code="purchases.no_supplier")
            )
        return given

    def told(self) -> dict[str, Any]:
        """The cleaned values as the acts take them: what is empty is left to the product; boxes that came ticked are what is
        meant, also when none is left.
        """
        given = dict(self.cleaned_data)
        county, village = given.pop("origin")
        if county or given["product"] is None:
            given |= {"county": county, "village": village}
        chosen = list(given.pop("scopes"))
        if chosen or given["product"] is None or self.ticked:
            given["scopes"] = chosen
        if not given["proof"] and given["product"] is not None:
            del given["proof"]
        return given


class RewriteForm(LineForm):
    """A line written anew, and why the old one goes. Its round and its scopes stay offered, also where others are no more."""

    reason = forms.CharField(label=_("为什么改"), max_length=200, help_text=_("原来那一笔留着，冲掉以后按这里的重记"))
    ticked = True

    def __init__(self, *args: Any, line: Purchase, **kwargs: Any) -> None:
        super().__init__(*args, unit=line.unit, **kwargs)
        kept: Any = {"scopes": scopes_to_keep(line), "round": rounds_to_buy(line.unit, line.round_id)}
        for name, rows in kept.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]


class PackForm(Form):
    """So many of a pack from one supplier."""

    on = forms.DateField(label=_("日期"), help_text=_("付款那天；没付就写订货那天"))
    supplier = forms.ModelChoiceField(Supplier.objects.none(), label=_("供应商"), empty_label=_("选一家"))
    count = forms.IntegerField(label=_("买几份"), min_value=1, max_value=1_000_000)
    price = YuanField(label=_("每份（元）"), required=False)
    fen = YuanField(label=_("一共（元）"), required=False, help_text=_("空着就按每份乘份数"))
    payer = forms.ChoiceField(label=_("谁出"), choices=[("", _("选一个")), *Payer.choices])
    invoice_no = forms.CharField(label=_("发票号码"), max_length=30, required=False, help_text=INVOICE_HELP)
    invoice_fen = YuanField(label=_("新发票的价税合计（元）"), required=False)
    order_no = forms.CharField(label=_("平台订单号"), max_length=60, required=False)
    words = forms.CharField(label=_("说明"), max_length=200, required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["supplier"].queryset = suppliers_of(unit)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The price times how many, where no sum is typed."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        price = given.pop("price", None)
        if given.get("fen") is None and "fen" not in self.errors and "price" not in self.errors:
            if price is None or given.get("count") is None:
                self.add_error(
                    "fen", forms.ValidationError(_now("写上一共多少，或者每份多少。"), code="purchases.no_amount")
                )
            else:
                given["fen"] = price * given["count"]
        return given


class InvoiceForm(Form):
    """An invoice."""

    number = forms.CharField(label=_("发票号码"), max_length=30)
    supplier = forms.ModelChoiceField(Supplier.objects.none(), label=_("开票方"), empty_label=_("选一家"))
    dated = forms.DateField(label=_("开票日期"))
    fen = YuanField(label=_("价税合计（元）"))
    buyer = forms.CharField(label=_("抬头"), max_length=100, required=False, help_text=_("发票上写的购买方"))

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["supplier"].queryset = suppliers_of(unit)  # type: ignore[attr-defined]

    def refuse(self, refusal: Any) -> None:
        """Of a number that is there already the sentence stands at the number."""
        if refusal.field == "invoice_no":
            refusal.field = "number"
        super().refuse(refusal)


class AcceptForm(Form):
    """A load of one pack."""

    on = forms.DateField(label=_("哪天到的"))
    came = forms.IntegerField(label=_("到了几份"), min_value=1, max_value=1_000_000)
    bad = forms.IntegerField(label=_("坏了几份"), min_value=0, max_value=1_000_000, initial=0)
    words = forms.CharField(label=_("说明"), max_length=200, required=False)


class SettleForm(Form):
    """What becomes of what is left."""

    left_words = forms.CharField(
        label=_("剩下的怎么办"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("例如退回供应商、留作慰问；没有剩就空着"),
    )  # fmt: skip
