"""A pytest plugin: on PostgreSQL only what asks a database is run again; the rest has been seen on SQLite."""

import pytest
from django.db import connection

ASKING = {"db", "transactional_db", "live_server"}
# These start programs of their own, which ask the database without a fixture.
PROGRAMS = ("tests/command/", "tests/concurrency/")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what neither marks nor takes a database."""
    if connection.vendor != "postgresql":
        return
    kept = [item for item in items if _asks(item)]
    if len(kept) < len(items):
        config.hook.pytest_deselected(items=[item for item in items if not _asks(item)])
        items[:] = kept


def _asks(item: pytest.Item) -> bool:
    if item.nodeid.startswith(PROGRAMS):
        return True
    return bool(ASKING & set(getattr(item, "fixturenames", ()))) or item.get_closest_marker("django_db") is not None
