"""Give a standing notice to single persons, as it comes: “报上了”, a thousand times in a minute."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import datetime
from typing import Any

from django.db import connection

from tongxin.notices.models import Notice

_INSERT = "INSERT INTO notices_message (notice_id, person_id, at, read_at) VALUES {} ON CONFLICT DO NOTHING"


def standing(*, key: str, now: datetime, **words: Any) -> Notice:
    """The standing notice of that key; `words` are its fields where it is not there yet."""
    return Notice.objects.get_or_create(key=key, defaults={"at": now, **words})[0]


def hand(*, notice_id: int, people: Iterable[int], now: datetime, seen: Container[int] = ()) -> None:
    """Put a standing notice before these people: one statement, at most once each; it stays on the site.

    `seen` are those who have it before their eyes anyway, because it answers their own tap.
    """
    rows = [(notice_id, person, now, now if person in seen else None) for person in people]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(
                _INSERT.format(", ".join(["(%s, %s, %s, %s)"] * len(rows))), [each for row in rows for each in row]
            )
