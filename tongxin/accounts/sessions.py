"""Sessions in the database, read by a statement written by hand: every request begins with it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as Kept
from django.db import connection
from django.utils import timezone

from tongxin.core.database import prepared_cursor

_READ = "SELECT session_data, expire_date FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(Kept):
    """Django's own, but for how a session is found."""

    @classmethod
    def get_model_class(cls) -> Any:
        """Django's own table."""
        return Kept.get_model_class()

    def _get_session_from_db(self) -> Any:
        """The row of this session; None, and a fresh session, where it has ended."""
        with prepared_cursor(connection) as cursor:
            cursor.execute(_READ, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return None
        return self.model(session_key=self.session_key or "", session_data=row[0], expire_date=_aware(row[1]))


def _aware(moment: datetime | str) -> datetime:
    """SQLite keeps moments as text, in UTC."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
