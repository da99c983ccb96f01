"""Triggers that refuse UPDATE and DELETE on audit entries, on both databases."""

from __future__ import annotations

from typing import Any

from django.db import migrations

SQLITE = """
CREATE TRIGGER audit_entry_no_{verb} BEFORE {VERB} ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END
"""
FUNCTION = """
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit entries are append-only'; END $$
"""
POSTGRES = """
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_append_only()
"""


def forwards(apps: Any, editor: Any) -> None:
    """Put the triggers up."""
    if editor.connection.vendor == "postgresql":
        editor.execute(FUNCTION)
        editor.execute(POSTGRES)
        return
    for verb in ("update", "delete"):
        editor.execute(SQLITE.format(verb=verb, VERB=verb.upper()))


def backwards(apps: Any, editor: Any) -> None:
    """Take them down."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER audit_entry_append_only ON audit_entry")
        editor.execute("DROP FUNCTION audit_append_only()")
        return
    for verb in ("update", "delete"):
        editor.execute(f"DROP TRIGGER audit_entry_no_{verb}")


class Migration(migrations.Migration):
    dependencies = (("audit", "0001_initial"),)
    operations = (migrations.RunPython(forwards, backwards),)
