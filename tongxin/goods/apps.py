"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class GoodsConfig(AppConfig):
    name = "tongxin.goods"
    label = "goods"

    def ready(self) -> None:
        """Say who may open proofs of products, and how quotations come in."""
        from tongxin.files import owners
        from tongxin.goods.access import may_open_files
        from tongxin.goods.imports.quotations import QUOTATIONS
        from tongxin.imports import protocol as imports

        owners.register(owners.Owner("goods.product", may_open_files))
        imports.register((QUOTATIONS,))
