"""Forms of suppliers and products."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.goods.forms.origins import CountyField, OriginField
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.goods.words import county, origin
from tongxin.ui.fields import YuanField, typed_yuan
from tongxin.ui.forms import EditedForm, Form


class SupplierForm(EditedForm):
    """A supplier."""

    name = forms.CharField(label=_("名称"), max_length=100, help_text=_("照营业执照写全"))
    credit_code = forms.CharField(label=_("统一社会信用代码"), max_length=30, required=False, help_text=_("18位"))
    county = CountyField(label=_("所在县区"), max_length=60, required=False, help_text=_("例如：安徽岳西县"))
    contact = forms.CharField(label=_("联系人"), max_length=60, required=False)
    phone = forms.CharField(label=_("电话"), max_length=30, required=False)
    on_832 = forms.BooleanField(label=_("在832平台上"), required=False)
    note = forms.CharField(label=_("备注"), max_length=200, required=False)


class ProductForm(EditedForm):
    """A product of a supplier."""

    name = forms.CharField(label=_("品名"), max_length=80)
    spec = forms.CharField(label=_("规格"), max_length=60, required=False, help_text=_("例如：500克一盒"))
    price_fen = YuanField(label=_("单价（元）"))
    measure = forms.CharField(label=_("单位"), max_length=10, required=False, help_text=_("盒、箱、斤"))
    origin = OriginField(
        label=_("产地"), max_length=100, required=False, help_text=_("县和村写在一起，例如：安徽岳西来榜镇")
    )
    scopes = forms.ModelMultipleChoiceField(
        label=_("计入哪个口径"), queryset=Scope.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    proof = forms.CharField(label=_("证明"), max_length=100, required=False, help_text=_("认定号、平台商品编号"))
    proof_until = forms.DateField(label=_("证明有效到"), required=False)

    def __init__(self, *args: Any, scopes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].queryset = scopes  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        """The cleaned values as the acts take them."""
        given = dict(self.cleaned_data)
        given["county"], given["village"] = given.pop("origin")
        return given


class UploadForm(Form):
    """A paper that proves where a product comes from."""

    upload = forms.FileField(label=_("证明材料"), help_text=_("PDF、图片、Word、Excel都可以"))


def kept_supplier(supplier: Supplier) -> dict[str, Any]:
    """What is kept now, as the boxes show it."""
    names = ("name", "credit_code", "contact", "phone", "on_832", "note")
    return {name: getattr(supplier, name) for name in names} | {"county": county(supplier.county)}


def kept_product(product: Product) -> dict[str, Any]:
    """What is kept now, as the boxes show it."""
    given = {name: getattr(product, name) for name in ("name", "spec", "measure", "proof", "proof_until")}
    scopes = sorted(product.scopes.values_list("pk", flat=True))
    place = origin(product.county, product.village)
    return {**given, "price_fen": typed_yuan(product.price_fen), "origin": place, "scopes": scopes}
