"""A pytest plugin: on PostgreSQL only what asks a database, and may be answered otherwise there, is run again."""

import pytest
from django.db import connection

ASKING = {"db", "transactional_db", "live_server"}
# These start programs of their own, which ask the database without a fixture.
PROGRAMS = ("tests/command/", "tests/concurrency/")
# What Django decides alike on every database: how many statements a page takes, which methods an address answers, how a command's
# words are taken. What PostgreSQL prepares (tests/queries/test_prepared.py) is its own.
ALIKE = (
    "tests/queries/test_counts.py", "tests/queries/test_activities_queries.py", "tests/queries/test_collecting_queries.py",
    "tests/queries/test_goals_queries.py", "tests/queries/test_imports_queries.py", "tests/queries/test_org_queries.py",
    "tests/queries/test_plan_queries.py", "tests/queries/test_purchases_queries.py", "tests/queries/test_report_queries.py",
    "tests/permissions/test_matrix.py::test_other_methods", "tests/command/test_use.py", "tests/command/test_replan.py",
)  # fmt: skip


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what neither marks nor takes a database, and what every database answers alike."""
    if connection.vendor != "postgresql":
        return
    kept = [item for item in items if _asks(item)]
    if len(kept) < len(items):
        config.hook.pytest_deselected(items=[item for item in items if not _asks(item)])
        items[:] = kept


def _asks(item: pytest.Item) -> bool:
    if item.nodeid.startswith(ALIKE):
        return False
    if item.nodeid.startswith(PROGRAMS):
        return True
    return bool(ASKING & set(getattr(item, "fixturenames", ()))) or item.get_closest_marker("django_db") is not None
