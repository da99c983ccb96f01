"""Triggers that refuse UPDATE and DELETE on audit entries, on both databases."""

from __future__ import annotations

from django.db import migrations

from tongxin.core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = (("audit", "0001_initial"),)
    operations = (append_only("audit_entry", "audit entries are append-only"),)
