"""What was changed after an approval is only added to: the papers go by it."""

from __future__ import annotations

from django.db import migrations

from tongxin.core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = (("welfare", "0002_amendment"),)
    operations = (append_only("welfare_amendment", "amendments of a round are append-only"),)
