"""Asking people what they would like: who is asked, once each, shown in steps, read by all when it is over."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.serializers import serialize

from tests.cast import NOW, actor_for, make_person
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.notices.models import Notice
from tongxin.welfare.actions.answer_poll import answer_poll
from tongxin.welfare.actions.end_poll import end_poll
from tongxin.welfare.actions.set_poll import open_polls, set_poll
from tongxin.welfare.models import Poll, Polled, PollOption, Round
from tongxin.welfare.queries.poll import home_panel, poll_of, to_answer
from tongxin.welfare.tests.making import make_round

pytestmark = pytest.mark.django_db
WEEK = NOW + timedelta(days=7)
ASKED = {
    "question": "中秋想要什么",
    "options": ["米", "油", "茶", "水果"],
    "opens_at": NOW,
    "closes_at": WEEK,
    "most": 2,
}


def put(cast, round=None, name="office", now=NOW, **more):
    return set_poll(actor=cast.actor(name), now=now, round=round or make_round(cast), **{**ASKED, **more})


def answer(actor, poll, *labels, now=NOW, wish=""):
    options = list(poll.options.filter(label__in=labels).values_list("pk", flat=True))
    answer_poll(actor=actor, now=now, poll=poll, options=options, wish=wish)


def crowd(cast, count):
    return [
        actor_for(make_person(f"77{n:03d}", f"吴{n}", cast.units["ee"], cast.union), in_office=False)
        for n in range(count)
    ]


def refused(act, *args, **more):
    before = (
        serialize("json", [*Poll.objects.all(), *PollOption.objects.all(), *Polled.objects.all()]),
        Entry.objects.count(),
    )
    with pytest.raises(Refused) as caught:
        act(*args, **more)
    now = (
        serialize("json", [*Poll.objects.all(), *PollOption.objects.all(), *Polled.objects.all()]),
        Entry.objects.count(),
    )
    assert now == before
    return caught.value.code


@pytest.mark.parametrize("state", ["submitted", "approved", "handing", "closed"])
def test_no_answer_is_taken_once_the_round_is_on_its_way(cast, state):
    poll = put(cast)
    Round.objects.update(state=state)
    member = cast.actor("member", in_office=False)
    assert refused(answer, member, poll, "米") == "welfare.poll_over"
    with time_machine.travel(NOW, tick=False):
        page = cast.client("member", in_office=False).get(f"/welfare/{poll.round_id}/poll/")
    assert page.status_code == 200 and "征集已经结束" in page.content.decode()
    Round.objects.update(state="returned")
    answer(member, poll, "米")


def test_a_round_that_was_called_off_asks_nobody(cast):
    poll = put(cast)
    Round.objects.update(state="cancelled")
    assert refused(answer, cast.actor("member"), poll, "米") == "welfare.not_asked"
    with time_machine.travel(NOW, tick=False):
        assert cast.client("member", in_office=False).get(f"/welfare/{poll.round_id}/poll/").status_code == 404


def test_those_asked_are_told_when_it_opens(cast):
    poll = put(cast)
    members = Notice.objects.get(key=f"welfare:{poll.round_id}:poll").messages
    assert members.count() == poll.asked == 9
    assert not members.filter(person=cast.people["outsider"]).exists()


def test_a_poll_of_tomorrow_is_told_by_the_worker(cast):
    poll = put(cast, opens_at=NOW + timedelta(days=1))
    assert poll.told_at is None
    assert open_polls(now=NOW) == 0
    assert [open_polls(now=NOW + timedelta(days=1)) for _twice in range(2)] == [1, 0]
    assert Entry.objects.filter(act="welfare.open_poll").count() == 1


def test_one_that_was_copied_waits_for_the_officer(cast):
    Poll.objects.create(round=make_round(cast), question="去年的", opens_at=NOW, closes_at=WEEK)
    assert open_polls(now=NOW) == 0
    assert to_answer(cast.actor("member"), NOW) == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"options": ["米"]}, "poll_options"), ({"options": [str(n) for n in range(21)]}, "poll_options"),
        ({"options": ["米", " 米 "]}, "poll_twice"), ({"closes_at": NOW}, "poll_backward"),
        ({"opens_at": NOW - timedelta(days=2), "closes_at": NOW - timedelta(days=1)}, "poll_past"),
    ],
)  # fmt: skip
def test_polls_that_cannot_be(cast, given, code):
    round = make_round(cast)
    assert refused(put, cast, round, **given) == f"welfare.{code}"


def test_who_may_put_it_and_when(cast):
    round = make_round(cast)
    assert refused(put, cast, round, "branch") == "access.no_right"
    round.state = "submitted"
    round.save()
    assert refused(put, cast, round) == "welfare.poll_late"


def test_once_answered_only_its_end_moves(cast):
    round = make_round(cast)
    poll = put(cast, round)
    answer(cast.actor("member"), poll, "米")
    assert refused(put, cast, round, question="另一个") == "welfare.poll_answered"
    assert put(cast, round, closes_at=WEEK + timedelta(days=1)).closes_at == WEEK + timedelta(days=1)
    assert (
        refused(put, cast, round, now=WEEK + timedelta(days=2), closes_at=WEEK + timedelta(days=9))
        == "welfare.poll_over"
    )


def test_an_answer_is_counted_and_cannot_be_traced(cast):
    poll = put(cast)
    answer(cast.actor("member"), poll, "米", "茶", wish="  少一点\n包装 ")
    poll.refresh_from_db()
    assert dict(poll.options.values_list("label", "count")) == {"米": 1, "油": 0, "茶": 1, "水果": 0}
    assert (poll.answers, poll.shown, poll.wishes, poll.shown_wishes) == (1, 0, ["少一点 包装"], [])
    entry = Entry.objects.get(act="welfare.answer_poll")
    assert (entry.before, entry.after, entry.reason) == ({}, {}, "")


@pytest.mark.parametrize(
    ("labels", "more", "code"),
    [
        ((), {}, "poll_nothing"), (("米", "油", "茶"), {}, "poll_too_many"), (("米",), {"wish": "长" * 201}, "too_long"),
        (("米",), {"now": WEEK}, "poll_over"), (("米",), {"now": NOW - timedelta(hours=1)}, "poll_early"),
    ],
)  # fmt: skip
def test_answers_that_are_not_taken(cast, labels, more, code):
    poll = put(cast)
    assert refused(answer, cast.actor("member"), poll, *labels, **more) == f"welfare.{code}"


def test_one_answer_each_and_none_of_strangers(cast):
    poll = put(cast)
    answer(cast.actor("member"), poll, "米")
    assert refused(answer, cast.actor("member"), poll, "油") == "welfare.poll_answered"
    assert refused(answer, cast.actor("outsider"), poll, "油") == "welfare.not_asked"
    cast.people["librarian"].standings.all().delete()
    assert refused(answer, cast.actor("librarian"), poll, "油") == "welfare.not_asked"


def test_what_is_shown_moves_in_steps_of_five_and_to_members_at_the_end(cast):
    poll = put(cast)
    for actor in crowd(cast, 7):
        answer(actor, poll, "茶", wish="谢谢")
    page = poll_of(poll.round, NOW)
    assert (page.shown, page.bars[0].label, page.bars[0].count, len(page.wishes)) == (5, "茶", 5, 5)
    assert page.wanted == ("茶",)
    member = cast.actor("member")
    assert home_panel(member, poll.round, NOW) is None
    assert home_panel(member, poll.round, WEEK).shown == 5


def test_ending_it_early_and_dropping_one_that_has_not_begun(cast):
    round = make_round(cast)
    put(cast, round)
    end_poll(actor=cast.actor("office"), now=NOW + timedelta(hours=1), round=round)
    assert Poll.objects.get().closes_at == NOW + timedelta(hours=1)
    assert refused(end_poll, actor=cast.actor("office"), now=WEEK, round=round) == "welfare.no_poll"
    other = make_round(cast, title="另一次")
    put(cast, other, opens_at=NOW + timedelta(days=1))
    end_poll(actor=cast.actor("office"), now=NOW, round=other)
    assert not Poll.objects.filter(round=other).exists()


def test_the_pages(cast):
    round = make_round(cast)
    with time_machine.travel(NOW, tick=False):
        office, member = cast.client("office"), cast.client("member", in_office=False)
        assert "问问大家" in office.get(f"/welfare/{round.pk}/").content.decode()
        assert member.get(f"/welfare/{round.pk}/poll/").status_code == 404
        url = f"/welfare/{round.pk}/poll/edit/"
        given = {
            "question": "想要什么",
            "options": "米\n油",
            "most": "1",
            "opens_at": "2020-10-20T14:00",
            "closes_at": "2020-10-27T18:00",
        }
        bad = office.post(url, {**given, "options": "米"})
        assert (bad.status_code, "想要什么" in bad.content.decode()) == (422, True)
        assert office.post(url, given).status_code == 302
        assert "说说想要什么：中秋福利" in member.get("/").content.decode()
        assert "想要什么" in member.get(f"/welfare/{round.pk}/poll/").content.decode()
        assert member.post(f"/welfare/{round.pk}/poll/", {"wish": ""}).status_code == 422
        assert member.post(f"/welfare/{round.pk}/poll/", {"options": ["x"]}).status_code == 422
        option = PollOption.objects.get(label="油").pk
        assert member.post(f"/welfare/{round.pk}/poll/", {"options": [option]}).status_code == 302
        assert "谢谢，收到了" in member.get(f"/welfare/{round.pk}/poll/").content.decode()
        assert "说说想要什么" not in member.get("/").content.decode()
        assert "结束征集" in office.get(f"/welfare/{round.pk}/").content.decode()
        assert office.post(f"/welfare/{round.pk}/poll/end/").status_code == 302
        assert cast.client("outsider").get(f"/welfare/{round.pk}/poll/").status_code == 404
