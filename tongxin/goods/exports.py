"""Products as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.goods.models import Product
from tongxin.goods.words import county
from tongxin.ui.words import listed


def write_products(target: BinaryIO, products: Iterable[Product]) -> None:
    """One product a row; the importer of quotations reads the same titles back."""
    columns = (
        ColOut(_("供应商"), 28), ColOut(_("统一社会信用代码"), 22), ColOut(_("品名"), 24), ColOut(_("规格"), 16), ColOut(_("单位"), 8),
        ColOut(_("单价（元）"), 12, "number"), ColOut(_("产地"), 18), ColOut(_("村"), 16), ColOut(_("统计口径"), 20), ColOut(_("证明"), 20),
        ColOut(_("证明有效到"), 12, "day"), ColOut(_("联系人"), 10), ColOut(_("电话"), 14),
    )  # fmt: skip
    write_workbook(target, [SheetOut(pgettext("several", "产品"), columns, map(_row, products))])


def _row(product: Product) -> list[Value]:
    supplier = product.supplier
    return [
        supplier.name, supplier.credit_code, product.name, product.spec, product.measure, Decimal(product.price_fen) / 100,
        county(product.county), product.village, listed(scope.name for scope in product.scopes.all()), product.proof,
        product.proof_until, supplier.contact, supplier.phone,
    ]  # fmt: skip
