"""Settings from the environment: typed, with a `TONGXIN_` prefix, failing loudly on nonsense."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, field
from email.utils import parseaddr
from gettext import translation
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop as _

from tongxin.config.language import language
from tongxin.core.numbers import whole

PREFIX = "TONGXIN_"
LOCALE = Path(__file__).resolve().parent.parent / "locale"


class BadSetting(ValueError):
    """A setting that cannot be used; the message names it and says what is wanted, in the language of the shell.

    Settings are read before Django can translate, so the catalogue is asked without it.
    """

    def __init__(self, words: str, **facts: object) -> None:
        super().__init__(words)
        self.words, self.facts = words, facts

    def __str__(self) -> str:
        return said(self.words) % self.facts


def said(words: str) -> str:
    """The Chinese words, or their English where the shell speaks English and the catalogue is compiled."""
    if language() != "en":
        return words
    return translation("django", LOCALE, languages=["en"], fallback=True).gettext(words)


@dataclass
class Env:
    """Reads settings and remembers every name it was asked for, so that `doctor` can list them."""

    source: dict[str, str] = field(default_factory=lambda: dict(os.environ))
    asked: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, default: str, meaning: str) -> str:
        """The setting as it stands, or `default` where it is absent or empty."""
        self.asked[PREFIX + name] = meaning
        return self.source.get(PREFIX + name) or default

    def flag(self, name: str, default: bool, meaning: str) -> bool:
        """A yes or no; anything but 1/0, yes/no, true/false, on/off is refused."""
        word = self.text(name, "yes" if default else "no", meaning).lower()
        if word in {"1", "yes", "true", "on"}:
            return True
        if word in {"0", "no", "false", "off"}:
            return False
        raise BadSetting(_("%(name)s=%(value)s：写 yes 或 no"), name=PREFIX + name, value=word)

    def number(self, name: str, default: int, meaning: str, *, least: int = 0) -> int:
        """A whole number, at least `least`."""
        word = self.text(name, str(default), meaning)
        found = whole(word)
        if found is None or found < least:
            raise BadSetting(
                _("%(name)s=%(value)s：要一个不小于%(least)s的整数"), name=PREFIX + name, value=word, least=least
            )
        return found

    def choice(self, name: str, default: str, meaning: str, *, among: Collection[str]) -> str:
        """One of some words, in capitals or not."""
        word = self.text(name, default, meaning)
        if word.upper() not in among:
            raise BadSetting(
                _("%(name)s=%(value)s：只能是其中一个：%(among)s"),
                name=PREFIX + name,
                value=word,
                among=", ".join(among),
            )
        return word.upper()

    def zone(self, name: str, default: str, meaning: str) -> str:
        """The name of a time zone."""
        word = self.text(name, default, meaning)
        try:
            ZoneInfo(word)
        except (KeyError, ValueError, OSError) as unknown:
            raise BadSetting(
                _("%(name)s=%(value)s：要一个时区，例如 %(default)s"), name=PREFIX + name, value=word, default=default
            ) from unknown
        return word

    def listing(self, name: str, default: str, meaning: str) -> list[str]:
        """Words parted by commas."""
        return [word.strip() for word in self.text(name, default, meaning).split(",") if word.strip()]

    def folder(self, name: str, default: Path, meaning: str) -> Path:
        """A folder, made absolute; it is made when it is first written to."""
        return Path(self.text(name, str(default), meaning)).expanduser().resolve()

    def address(self, name: str, meaning: str) -> str:
        """The address of a site, `https://host` or `http://host:port`, without a path; empty where absent."""
        word = self.text(name, "", meaning).rstrip("/")
        parts = urlsplit(word)
        if word and (
            parts.scheme not in {"http", "https"} or not parts.hostname or word != f"{parts.scheme}://{parts.netloc}"
        ):
            raise BadSetting(_("%(name)s=%(value)s：要写成 https://HOST，后面没有路径"), name=PREFIX + name, value=word)
        return word

    def sender(self, name: str, meaning: str) -> str:
        """Who mails come from: `union@college.example` or `同心 <union@college.example>`; empty where absent."""
        word = self.text(name, "", meaning)
        if word and ("@" not in parseaddr(word)[1] or "\n" in word):
            wanted = _("%(name)s=%(value)s：要一个邮箱地址，例如 同心 <union@college.example>")
            raise BadSetting(wanted, name=PREFIX + name, value=word)
        return word

    def require_known(self) -> None:
        """Refuse names with our prefix that nobody asked for."""
        if self.unknown():
            facts = {"names": ", ".join(self.unknown()), "known": ", ".join(sorted(self.asked))}
            raise BadSetting(_("没有这样的设置：%(names)s；有的是 %(known)s"), **facts)

    def unknown(self) -> list[str]:
        """Names with our prefix that nobody asked for: most likely misspelt."""
        return sorted(
            name
            for name in self.source
            if name.startswith(PREFIX) and not name.startswith(f"{PREFIX}TEST_") and name not in self.asked
        )


def mail(url: str) -> dict[str, Any]:
    """Django's settings for `smtp://USER:PASSWORD@HOST:587` (STARTTLS), `smtps://…:465` (TLS from the start) or, inside
    a house that needs neither, `smtp://HOST:25?tls=no`. Nothing where `url` is empty. The message never shows a password.
    """
    if not url:
        return {}
    try:
        parts, port = urlsplit(url), urlsplit(url).port
    except ValueError:
        parts, port = urlsplit(""), None
    options = dict(parse_qsl(parts.query))
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or set(options) - {"tls"}:
        wanted = _("%(name)s：要写成 smtp://USER:PASSWORD@HOST:587 或 smtps://USER:PASSWORD@HOST:465")
        raise BadSetting(wanted, name=f"{PREFIX}MAIL")
    secure = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if secure else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": secure,
        "EMAIL_USE_TLS": not secure and options.get("tls") != "no",
        "EMAIL_TIMEOUT": 20,
    }


def database(url: str) -> dict[str, Any]:
    """Django's settings for a `sqlite:///PATH` or `postgres://USER:PASSWORD@HOST:PORT/NAME` address.

    SQLite runs in WAL mode with IMMEDIATE transactions: there the transaction is the lock.
    PostgreSQL is reached through psycopg's pool, because a connection per request costs five times as much.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path)[1:])
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgres(parts)
    wanted = _("%(name)s=%(value)s：要写成 sqlite:///PATH 或 postgres://USER@HOST/NAME")
    raise BadSetting(wanted, name=f"{PREFIX}DATABASE_URL", value=url)


def _sqlite(path: str) -> dict[str, Any]:
    if not path:
        raise BadSetting(_("%(name)s：sqlite:/// 后面要有路径"), name=f"{PREFIX}DATABASE_URL")
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        "CONN_MAX_AGE": None,
    }


def _postgres(parts: Any) -> dict[str, Any]:
    options = dict(parse_qsl(parts.query))
    pool = int(options.pop("pool", "8"))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {**options, **({"pool": {"min_size": 1, "max_size": pool, "timeout": 10}} if pool else {})},
    }
