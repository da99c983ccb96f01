"""A parcel as a mail: what it says, and what each kind of fault means."""

from __future__ import annotations

import smtplib

import pytest
from django.core import mail as box

from tests.cast import NOW
from tongxin.notices import actions
from tongxin.notices.carriers import carry
from tongxin.notices.carriers.mail import letter, message_id, send
from tongxin.notices.models import Parcel
from tongxin.notices.tests.making import announced, parcel, told, with_mail

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_notice_leaves_as_a_mail(cast, mailing):
    with_mail(cast, "member")
    notice = announced(cast, "11月起活动管控\n", unit="ee", important=True)
    assert actions.deliver(now=NOW)["sent"] == 1
    (sent,) = box.outbox
    assert (sent.to, sent.subject) == (["member@example.cn"], "11月起活动管控")
    for words in (
        "室内不超过100人。",
        f"https://gonghui.example.cn/notices/{notice.pk}/",
        "读过了",
        "/notices/preferences/",
    ):
        assert words in sent.body
    assert sent.message()["Message-ID"] == message_id(Parcel.objects.get().key)
    assert sent.message()["Auto-Submitted"] == "auto-generated"


def test_the_same_parcel_is_the_same_mail(cast, mailing):
    one, other = parcel(cast, key="a"), parcel(cast, key="b")
    ids = [letter(each, "a@b.cn").extra_headers["Message-ID"] for each in (one, one, other)]
    assert ids[0] == ids[1] != ids[2]
    assert ids[0].endswith("@gonghui.example.cn>")


def test_the_installations_language_is_spoken(cast, mailing):
    from django.utils import translation

    with_mail(cast, "member")
    told(cast, "member", title="登高改期")
    with translation.override("en"):
        actions.deliver(now=NOW)
    assert "收到多少邮件" in box.outbox[0].body


def test_nothing_leaves_without_a_server_or_in_the_demonstration(cast, mailing, settings):
    with_mail(cast, "member")
    for name, value in (("DEMO", True), ("MAIL", False)):
        setattr(settings, name, value)
        told(cast, "member")
        assert actions.deliver(now=NOW) == {"kept": 1}
        assert box.outbox == []
        settings.DEMO = False


def test_who_left_or_took_the_address_away_gets_nothing(cast, mailing):
    with_mail(cast, "member")
    cast.people["member"].left_on = NOW.date()
    cast.people["member"].save()
    one, other = parcel(cast), parcel(cast, "librarian")
    assert (carry(one).state, carry(other).state) == ("refused", "refused")
    assert box.outbox == []


class Server:
    """A mail server that fails at a certain point."""

    def __init__(self, opening=None, sending=None):
        self.opening, self.sending = opening, sending

    def open(self):
        if self.opening:
            raise self.opening

    def send_messages(self, _messages):
        if self.sending:
            raise self.sending

    def close(self):
        raise OSError("gone")


@pytest.mark.parametrize(
    ("server", "state"),
    [
        (Server(), "sent"),
        (Server(opening=ConnectionRefusedError(111, "refused")), "failed"),
        (Server(opening=TimeoutError()), "failed"),
        (Server(opening=smtplib.SMTPAuthenticationError(535, b"no")), "failed"),
        (Server(sending=smtplib.SMTPRecipientsRefused({"a@b.cn": (550, b"no such")})), "refused"),
        (Server(sending=smtplib.SMTPRecipientsRefused({"a@b.cn": (451, b"later")})), "failed"),
        (Server(sending=smtplib.SMTPDataError(451, b"later")), "failed"),
        (Server(sending=smtplib.SMTPServerDisconnected("silence")), "unclear"),
        (Server(sending=TimeoutError()), "unclear"),
        (Server(sending=ConnectionResetError()), "unclear"),
    ],
)
def test_only_what_surely_did_not_leave_is_tried_again(cast, mailing, monkeypatch, server, state):
    with_mail(cast, "member")
    monkeypatch.setattr("tongxin.notices.carriers.mail.get_connection", lambda: server)
    outcome = send(parcel(cast))
    assert outcome.state == state
    assert "example.cn" not in outcome.fault
