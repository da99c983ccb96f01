"""A line's scopes come in with the line and never later: the line lists them when it is made, and the database lets in only those.

The list is a column that may be empty, so that no line that is there has to be changed for it: what was written before keeps
its scopes and takes no more. (A column without a default is added without copying the table: the triggers of 0002 stay up.)
"""

from __future__ import annotations

from django.db import migrations, models

from tongxin.core.append_only import only_listed


class Migration(migrations.Migration):
    dependencies = (("purchases", "0002_append_only"),)
    operations = (
        migrations.AddField("purchase", "sealed", models.JSONField(editable=False, null=True)),
        only_listed(
            "purchases_purchase_scopes",
            owner="purchase_id",
            link="scope_id",
            owners="purchases_purchase",
            listed="sealed",
            words="the scopes of a line of purchases are append-only, and only with the line",
        ),
    )
