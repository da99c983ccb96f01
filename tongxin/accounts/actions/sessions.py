"""Sessions: begun, limited in number, ended."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from tongxin.accounts.models import User, UserSession
from tongxin.accounts.who import UserWho
from tongxin.audit.actions import record


@transaction.atomic
def begin_session(*, user: User, session_key: str, agent: str, now: datetime) -> UserSession:
    """Enter a session that was just signed in; the oldest ones beyond the limit end."""
    session, _made = UserSession.objects.update_or_create(
        session_key=session_key, defaults={"user": user, "agent": agent[:200], "started_at": now, "seen_at": now}
    )
    for old in user.sessions.order_by("-started_at", "-id")[settings.SESSIONS_PER_USER :]:
        _close(old)
    record(actor=UserWho(user), now=now, act="accounts.sign_in", thing=user, after={"agent": agent[:200]})
    return session


@transaction.atomic
def end_session(*, user: User, session: UserSession, now: datetime) -> None:
    """End one of one's own sessions."""
    _close(session)
    record(actor=UserWho(user), now=now, act="accounts.end_session", thing=user, after={"agent": session.agent})


@transaction.atomic
def sign_out(*, user: User, session_key: str, now: datetime) -> None:
    """Forget the session that signs out."""
    user.sessions.filter(session_key=session_key).delete()
    record(actor=UserWho(user), now=now, act="accounts.sign_out", thing=user)


def _close(session: UserSession) -> None:
    SessionStore(session.session_key).delete()
    session.delete()
