"""The ledger is only added to: neither its lines nor the scopes they count in are ever changed or deleted."""

from __future__ import annotations

from django.db import migrations

from tongxin.core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = (("purchases", "0001_initial"),)
    operations = (
        append_only("purchases_purchase", "the ledger of purchases is append-only"),
        append_only("purchases_purchase_scopes", "the ledger of purchases is append-only"),
    )
