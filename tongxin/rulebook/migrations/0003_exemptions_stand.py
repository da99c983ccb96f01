"""What a committee decided is only added to: an exemption never changes, and ends by a withdrawal that stands too."""

from __future__ import annotations

from django.db import migrations

from tongxin.core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = (("rulebook", "0002_exemptions"),)
    operations = (
        append_only("rulebook_exemption", "exemptions are append-only"),
        append_only("rulebook_withdrawal", "withdrawals of exemptions are append-only"),
    )
