"""Tables that are only added to: triggers that refuse UPDATE and DELETE, on both databases, as a migration's operation."""

from __future__ import annotations

from typing import Any

from django.db import migrations

_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {VERB} ON {table}
BEGIN SELECT RAISE(ABORT, '{words}'); END
"""
_FUNCTION = """
CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{words}'; END $$
"""
_POSTGRES = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_append_only()
"""
_VERBS = ("update", "delete")


def append_only(table: str, words: str) -> migrations.RunPython:
    """The operation that puts the triggers up on `table` and, backwards, takes them down; `words` is what they say."""

    def forwards(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(_FUNCTION.format(table=table, words=words))
            editor.execute(_POSTGRES.format(table=table))
            return
        for verb in _VERBS:
            editor.execute(_SQLITE.format(table=table, verb=verb, VERB=verb.upper(), words=words))

    def backwards(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            editor.execute(f"DROP FUNCTION {table}_append_only()")
            return
        for verb in _VERBS:
            editor.execute(f"DROP TRIGGER {table}_no_{verb}")

    return migrations.RunPython(forwards, backwards)
