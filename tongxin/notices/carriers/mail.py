"""A parcel as a mail."""

from __future__ import annotations

import hashlib
import smtplib
from contextlib import suppress
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.notices.carriers.outcome import SENT, Outcome, failed, refused, unclear
from tongxin.notices.models import Parcel


def send(parcel: Parcel) -> Outcome:
    """Over a connection of its own, so that an error before sending is told from one in the midst of it.

    A server that answers no has not taken it; one that falls silent after the connection stood may have.
    """
    person = parcel.person
    if person is None or not person.email or person.left_on is not None:
        return refused(_("没有邮箱，或者已经离职"))
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as fault:
        return failed(_told(fault))
    try:
        connection.send_messages([letter(parcel, person.email)])
    except smtplib.SMTPRecipientsRefused as fault:
        codes = [code for code, _words in fault.recipients.values()]
        return (refused if codes and min(codes) >= 500 else failed)(_("邮件服务器不收这个邮箱"))
    except smtplib.SMTPResponseException as fault:
        return failed(_told(fault))
    except (OSError, smtplib.SMTPException) as fault:
        return unclear(_told(fault))
    finally:
        _close(connection)
    return SENT


def letter(parcel: Parcel, address: str) -> EmailMessage:
    """The mail. Its Message-ID comes from the parcel's key: the same parcel is the same mail, whenever it is made."""
    notice = parcel.notice
    subject = parcel.subject or (notice.title if notice else "")
    preferences = settings.ADDRESS + reverse("notices:preferences")
    link = settings.ADDRESS + reverse("notices:notice", args=[notice.pk]) if notice else ""
    body = render_to_string(
        "notices/mail.txt", {"notice": notice, "words": parcel.body, "link": link, "preferences": preferences}
    )
    headers = {
        "Message-ID": message_id(parcel.key), "Auto-Submitted": "auto-generated", "List-Unsubscribe": f"<{preferences}>",
    }  # fmt: skip
    return EmailMessage(" ".join(subject.split()), body, settings.DEFAULT_FROM_EMAIL, [address], headers=headers)


def message_id(key: str) -> str:
    """`<…@host>`, the same for the same key of the same installation."""
    host = urlsplit(settings.ADDRESS).hostname or parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{host}>"


def _told(fault: Exception) -> str:
    """The kind of fault and the server's code, not its words: they may repeat the address."""
    code = getattr(fault, "smtp_code", "") or getattr(fault, "errno", "") or ""
    return f"{type(fault).__name__} {code}".strip()


def _close(connection: object) -> None:
    with suppress(OSError, smtplib.SMTPException):
        connection.close()  # type: ignore[attr-defined]
