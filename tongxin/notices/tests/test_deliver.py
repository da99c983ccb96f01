"""The outbox: each parcel at most once, tries with growing pauses, what died in the midst is left to people."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.notices import actions
from tongxin.notices.actions.deliver import give_up
from tongxin.notices.carriers import KEPT, SENT, failed, refused, unclear
from tongxin.notices.models import Parcel
from tongxin.notices.rules.retries import PAUSES
from tongxin.notices.tests.making import announced, parcel, robot, with_mail

pytestmark = pytest.mark.django_db(transaction=True)


class Postman:
    """Carries nothing away and remembers what it was given; answers with the outcomes it was told, then sends."""

    def __init__(self, *outcomes):
        self.outcomes, self.carried = list(outcomes), []

    def __call__(self, given_):
        self.carried.append(given_.key)
        outcome = self.outcomes.pop(0) if self.outcomes else SENT
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def state(one):
    one.refresh_from_db()
    return one.state


def test_what_is_due_is_sent_once_and_what_is_not_waits(cast):
    first, later = parcel(cast), parcel(cast, due_at=NOW + timedelta(minutes=5))
    postman = Postman()
    for _round in range(3):
        actions.deliver(now=NOW, carrier=postman)
    assert postman.carried == [first.key]
    assert (state(first), state(later)) == ("sent", "waiting")
    assert first.tries == 1


def test_it_is_claimed_and_committed_before_it_leaves(cast):
    first = parcel(cast)
    seen = []

    def look(given_):
        from django.db import connection

        assert not connection.in_atomic_block
        seen.append(Parcel.objects.get(pk=given_.pk).state)
        return SENT

    actions.deliver(now=NOW, carrier=look)
    assert seen == ["sending"]
    assert state(first) == "sent"


def test_a_failure_is_tried_six_times_after_growing_pauses(cast):
    first, moment = parcel(cast), NOW
    postman = Postman(*[failed("down")] * 10)
    waits = []
    for _number in range(6):
        actions.deliver(now=moment, carrier=postman)
        if state(first) == "waiting":
            waits.append((first.due_at - moment).total_seconds())
            actions.deliver(now=first.due_at - timedelta(seconds=1), carrier=postman)
            moment = first.due_at
    assert len(postman.carried) == 6
    assert [round(wait / 60) for wait in waits] == [pause.total_seconds() / 60 for pause in PAUSES]
    assert (state(first), first.tries, first.fault) == ("failed", 6, "down")
    actions.deliver(now=moment + timedelta(days=9), carrier=postman)
    assert len(postman.carried) == 6


@pytest.mark.parametrize(
    ("outcome", "ended"),
    [
        (refused("no such box"), "failed"),
        (unclear("silence"), "unclear"),
        (KEPT, "kept"),
        (ValueError("ours"), "unclear"),
    ],
)
def test_what_is_final_is_not_tried_again(cast, outcome, ended):
    first, other = parcel(cast), parcel(cast, due_at=NOW)
    postman = Postman(outcome)
    actions.deliver(now=NOW, carrier=postman)
    actions.deliver(now=NOW + timedelta(days=9), carrier=postman)
    assert (state(first), state(other)) == (ended, "sent")
    assert len(postman.carried) == 2


def test_what_was_being_sent_ten_minutes_ago_is_unclear_and_never_sent_by_itself(cast):
    dead = parcel(cast, state="sending", taken_at=NOW - timedelta(minutes=11))
    alive = parcel(cast, state="sending", taken_at=NOW - timedelta(minutes=9))
    postman = Postman()
    actions.deliver(now=NOW, carrier=postman)
    assert (state(dead), state(alive), postman.carried) == ("unclear", "sending", [])


def test_who_was_only_slow_says_how_it_went(cast):
    slow = parcel(cast)

    def sleep(given_):
        assert give_up(NOW + timedelta(minutes=11)) == 1
        return SENT

    actions.deliver(now=NOW, carrier=sleep)
    assert state(slow) == "sent"


def test_what_a_person_sent_again_is_not_settled_by_the_slow_one(cast):
    slow = parcel(cast)

    def sleep(given_):
        give_up(NOW + timedelta(minutes=11))
        actions.send_again(actor=cast.actor("operator"), now=NOW, parcel=slow)
        return failed("late")

    actions.deliver(now=NOW, carrier=sleep, most=1)
    assert (state(slow), slow.tries, slow.taken_at) == ("waiting", 0, None)


def test_only_the_named_ones_go(cast):
    first, second = parcel(cast), parcel(cast)
    actions.deliver(now=NOW, carrier=Postman(), only=[second.pk])
    assert (state(first), state(second)) == ("waiting", "sent")


# ── once more ───────────────────────────────────────────────────────────────
@pytest.mark.parametrize("stuck", ["failed", "unclear"])
def test_a_person_sends_it_once_more(cast, stuck):
    one = parcel(cast, state=stuck, tries=6, fault="x")
    actions.send_again(actor=cast.actor("operator"), now=NOW, parcel=one)
    assert (state(one), one.tries, one.fault) == ("waiting", 0, "")
    entry = Entry.objects.get(act="notices.send_again")
    assert (entry.before, entry.after) == ({"delivery": stuck}, {"delivery": "waiting"})
    postman = Postman()
    actions.deliver(now=NOW, carrier=postman)
    assert postman.carried == [one.key]


@pytest.mark.parametrize("state_", ["waiting", "sending", "sent", "kept"])
def test_what_is_not_stuck_is_not_sent_again(cast, state_):
    one = parcel(cast, state=state_)
    with pytest.raises(Refused) as caught:
        actions.send_again(actor=cast.actor("operator"), now=NOW, parcel=one)
    assert caught.value.code == "parcel.not_stuck"
    assert Entry.objects.count() == 0


def test_strangers_do_not_see_it(cast):
    from django.http import Http404

    with_mail(cast, "member")
    announced(cast, unit="lib")
    announced(cast, important=True)
    robot(cast, "lib")
    Parcel.objects.update(state="failed")
    one = Parcel.objects.get()
    for name in ("member", "outsider", "hr", "branch"):
        with pytest.raises(Http404):
            actions.send_again(actor=cast.actor(name), now=NOW, parcel=one)
    for name in ("operator", "chair"):
        assert actions.send_again(actor=cast.actor(name), now=NOW, parcel=one).state == "waiting"
        Parcel.objects.update(state="failed")
    with pytest.raises(Refused) as caught:
        actions.send_again(actor=cast.actor("chair", in_office=False), now=NOW, parcel=one)
    assert caught.value.code == "access.office_mode"


# ── whatever happens ────────────────────────────────────────────────────────
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.sampled_from([SENT, failed("down"), refused("no"), unclear("silence"), KEPT, ValueError("ours")]),
        max_size=12,
    ),
    st.lists(st.integers(0, 700), max_size=12),
)
def test_whatever_happens_a_parcel_leaves_at_most_once(cast, outcomes, minutes):
    Parcel.objects.all().delete()
    keys = {parcel(cast).key for _number in range(3)}
    left, moment = [], NOW
    queue = list(outcomes)

    def carry(given_):
        outcome = queue.pop(0) if queue else SENT
        # An unclear one may have left, and is counted as if it had.
        if isinstance(outcome, Exception) or outcome.state in ("sent", "unclear"):
            left.append(given_.key)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    for wait in minutes:
        moment += timedelta(minutes=wait)
        actions.deliver(now=moment, carrier=carry)
    assert len(left) == len(set(left))
    assert set(left) <= keys
