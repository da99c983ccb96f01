"""The least a Django view can do for a place: session, CSRF, user, one guarded insert. What the rush is held against.

Run under the same server as the product: `python -m benchmarks.support.minimal PORT`.
"""

from __future__ import annotations

import sys
from typing import Any

GUARDED = """WITH got AS (UPDATE rush_pool SET taken = taken + 1 WHERE id = %s AND taken < capacity RETURNING id)
INSERT INTO rush_place (pool_id, user_id) SELECT id, %s FROM got ON CONFLICT DO NOTHING"""
TABLES = (
    "CREATE TABLE IF NOT EXISTS rush_pool (id integer PRIMARY KEY, capacity integer, taken integer DEFAULT 0)",
    "CREATE TABLE IF NOT EXISTS rush_place (pool_id integer, user_id bigint, UNIQUE (pool_id, user_id))",
    "DELETE FROM rush_place",
    "DELETE FROM rush_pool",
    *(f"INSERT INTO rush_pool (id, capacity) VALUES ({number}, 500)" for number in range(1, 41)),
)


def main() -> None:
    """Make the tables and serve."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in TABLES:
            cursor.execute(statement)
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()  # workers are forked: none may speak over this process's connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    assert settings.configured
    Granian(
        "benchmarks.support.minimal:application", address="127.0.0.1", port=int(sys.argv[1]), interface=Interfaces.WSGI,
        workers=2, blocking_threads=4, log_access=False, log_level=LogLevels.warning, backlog=2048,
    ).serve()  # fmt: skip


def view(request: Any) -> Any:
    """A place for who is signed in."""
    from django.db import connection, transaction
    from django.http import HttpResponseRedirect

    if not request.user.is_authenticated:
        return HttpResponseRedirect("/sign-in/")
    pool = int(request.POST["slot"])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(GUARDED, [pool, request.user.pk])
            given = cursor.rowcount == 1
        else:
            with transaction.atomic():
                cursor.execute("UPDATE rush_pool SET taken = taken + 1 WHERE id = %s AND taken < capacity", [pool])
                given = cursor.rowcount == 1
                if given:
                    cursor.execute("INSERT INTO rush_place (pool_id, user_id) VALUES (%s, %s)", [pool, request.user.pk])
    return HttpResponseRedirect("/given/" if given else "/full/")


def application(environ: Any, start_response: Any) -> Any:
    """The WSGI application, made at the first request."""
    return _application()(environ, start_response)


def _application() -> Any:
    global _made
    if _made is None:
        import django
        from django.conf import settings
        from django.core.handlers.wsgi import WSGIHandler
        from django.urls import path

        django.setup()
        settings.MIDDLEWARE = [
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ]
        module = type(sys)("rush_urls")
        module.urlpatterns = [path("take/", view)]  # type: ignore[attr-defined]
        sys.modules["rush_urls"] = module
        settings.ROOT_URLCONF = "rush_urls"
        _made = WSGIHandler()
    return _made


_made: Any = None

if __name__ == "__main__":
    main()
