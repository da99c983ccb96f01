"""A scratch installation: a data folder that goes away, on SQLite or on a PostgreSQL of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def installation(url: str = "") -> Iterator[None]:
    """Django set up over an empty, migrated database: SQLite in a temporary folder, or the PostgreSQL at `url`.

    Once a process: Django reads its settings only once.
    """
    with tempfile.TemporaryDirectory(prefix="tongxin-bench-") as folder:
        os.environ["TONGXIN_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "tongxin.config.settings"
        if url:
            os.environ["TONGXIN_DATABASE_URL"] = url
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", verbosity=0)
        try:
            yield
        finally:
            connections.close_all()
