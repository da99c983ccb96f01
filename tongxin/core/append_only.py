"""Tables that are only added to: triggers that refuse UPDATE and DELETE, on both databases, as a migration's operation.

On SQLite whatever makes Django copy a table (a later migration that alters a field) drops its triggers: put them up again.
"""

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
_SQLITE_LISTED = """
CREATE TRIGGER {table}_listed BEFORE INSERT ON {table}
WHEN NOT EXISTS (
    SELECT 1 FROM {owners} AS owner, json_each(owner.{listed}) AS each WHERE owner.id = NEW.{owner} AND each.value = NEW.{link}
)
BEGIN SELECT RAISE(ABORT, '{words}'); END
"""
_FUNCTION_LISTED = """
CREATE FUNCTION {table}_listed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM {owners} WHERE id = NEW.{owner} AND {listed} @> to_jsonb(NEW.{link})) THEN
        RAISE EXCEPTION '{words}';
    END IF;
    RETURN NEW;
END $$
"""
_POSTGRES_LISTED = """
CREATE TRIGGER {table}_listed BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_listed()
"""


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


def only_listed(table: str, *, owner: str, link: str, owners: str, listed: str, words: str) -> migrations.RunPython:
    """The operation that lets a row of many-to-many come into `table` only where its owner lists it.

    `owner` and `link` are columns of `table`; `listed` is a column of JSON in `owners`, the ids that this owner was made with.
    Where `owners` itself is append-only the list is sealed with the owner: whatever it lists can come in once (Django holds
    the pair unique) and nothing else ever, whichever transaction asks. An owner without a list (NULL: it was made before
    there was one) takes nothing more.
    """
    facts = {"table": table, "owner": owner, "link": link, "owners": owners, "listed": listed, "words": words}

    def forwards(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(_FUNCTION_LISTED.format(**facts))
            editor.execute(_POSTGRES_LISTED.format(**facts))
            return
        editor.execute(_SQLITE_LISTED.format(**facts))

    def backwards(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER {table}_listed ON {table}")
            editor.execute(f"DROP FUNCTION {table}_listed()")
            return
        editor.execute(f"DROP TRIGGER {table}_listed")

    return migrations.RunPython(forwards, backwards)
