"""Several workers at once, on both databases: every parcel leaves once."""

from __future__ import annotations

from collections import Counter
from threading import Lock

import pytest

from tests.cast import NOW
from tests.support.racing import at_once
from tongxin.notices import actions
from tongxin.notices.carriers import SENT, failed
from tongxin.notices.models import Feed, Message, Notice, Parcel
from tongxin.notices.tests.making import announced, parcel

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS, PARCELS = 6, 40


def test_no_parcel_leaves_twice_however_many_workers_there_are(cast):
    keys = {parcel(cast).key for _number in range(PARCELS)}
    left: Counter[str] = Counter()
    guard = Lock()

    def carry(given):
        with guard:
            left[given.key] += 1
        return SENT

    at_once(*[lambda: actions.deliver(now=NOW, carrier=carry)] * WORKERS)
    while Parcel.objects.filter(state="waiting").exists():  # who met the others at every parcel went home early
        actions.deliver(now=NOW, carrier=carry)
    assert left == dict.fromkeys(keys, 1)
    assert set(Parcel.objects.values_list("state", "tries")) == {("sent", 1)}


def test_tries_are_counted_once_each(cast):
    one = parcel(cast)
    at_once(*[lambda: actions.deliver(now=NOW, carrier=lambda _given: failed("down"))] * WORKERS)
    one.refresh_from_db()
    assert (one.state, one.tries) == ("waiting", 1)


def test_sent_again_by_two_officers_at_once_it_goes_once(cast):
    one = parcel(cast, state="failed")
    actor = cast.actor("operator")
    got = at_once(*[lambda: actions.send_again(actor=actor, now=NOW, parcel=one).state] * 4)
    assert Counter(got) == {"waiting": 1, "parcel.not_stuck": 3}


def test_announced_twice_at_once_it_is_said_once(cast):
    at_once(*[lambda: announced(cast, unit="ee", once="same").pk] * 4)
    assert Notice.objects.count() == 1
    assert Message.objects.count() == 2


def test_reminded_by_two_officers_at_once_each_person_is_reminded_once(cast):
    notice = announced(cast, unit="ee", important=True)
    actor = cast.actor("office")
    got = at_once(*[lambda: actions.remind(actor=actor, now=NOW, notice=notice)] * 4)
    assert Counter(got) == {2: 1, "notice.reminded_today": 3}


def test_asking_for_an_address_twice_at_once_leaves_one(cast):
    actor = cast.actor("member", in_office=False)
    at_once(*[lambda: actions.renew_feed(actor=actor, now=NOW).token] * 4)
    assert Feed.objects.count() == 1
