"""How a round was: who received a pack is asked, answers cannot be traced, everybody reads what may be shown."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
import time_machine
from django.core.serializers import serialize

from tests.cast import NOW, actor_for, make_person
from tongxin.audit.models import Entry
from tongxin.core.figures import Scope
from tongxin.core.periods import Period
from tongxin.core.refusals import Refused
from tongxin.welfare.actions import close
from tongxin.welfare.actions.ask_rating import ask_rating, close_ratings
from tongxin.welfare.actions.give_rating import give_rating
from tongxin.welfare.models import Asked, Box
from tongxin.welfare.queries.rating import home_result, to_rate
from tongxin.welfare.queries.satisfaction import satisfaction
from tongxin.welfare.tests.making import make_round

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=14)


class Given:
    """A round being handed out, and who has received a pack by now."""

    def __init__(self, cast, monkeypatch, count):
        self.cast = cast
        self.round = make_round(cast, "handing")
        self.people = [cast.people["member"]]
        self.people += [make_person(f"78{n:03d}", f"吴{n}", cast.units["ee"], cast.union) for n in range(count - 1)]
        self.got = count
        monkeypatch.setattr("tongxin.welfare.actions.ask_rating.recipients_of", self.received)

    def received(self, round):
        return {person.pk for person in self.people[: self.got]} if round.pk == self.round.pk else set()

    def ask(self, **more):
        return ask_rating(actor=self.cast.actor("office"), now=NOW, round=self.round, **more)

    def rate(self, number, rating="good", *, now=NOW, sentence=""):
        actor = actor_for(self.people[number], in_office=False)
        give_rating(actor=actor, now=now, round=self.round, rating=rating, sentence=sentence)

    @property
    def box(self):
        return Box.objects.get(round=self.round)


@pytest.fixture
def given(cast, monkeypatch):
    return Given(cast, monkeypatch, 12)


def refused(act, *args, **more):
    before = serialize("json", [*Box.objects.all(), *Asked.objects.all()]), Entry.objects.count()
    with pytest.raises(Refused) as caught:
        act(*args, **more)
    assert (serialize("json", [*Box.objects.all(), *Asked.objects.all()]), Entry.objects.count()) == before
    return caught.value.code


def test_closing_a_round_asks_who_received_a_pack(given, cast):
    close(actor=cast.actor("office"), now=NOW, round=given.round)
    assert (given.box.asked, given.box.closes_at) == (12, LATER)
    assert Entry.objects.filter(act="welfare.ask_rating").count() == 1


def test_asked_while_handing_and_those_who_came_later_at_the_close(given, cast):
    given.got = 8
    given.ask()
    given.rate(0)
    assert refused(given.ask) == "welfare.rating_asked"
    given.got = 12
    close(actor=cast.actor("office"), now=NOW + timedelta(days=1), round=given.round)
    assert (given.box.asked, Asked.objects.count(), given.box.good) == (12, 12, 1)


def test_who_received_after_the_box_was_over_is_asked_at_the_close(given, cast):
    given.got = 8
    given.ask()
    assert close_ratings(now=LATER) == 1
    given.got = 12
    then = LATER + timedelta(days=3)
    close(actor=cast.actor("office"), now=then, round=given.round)
    assert (given.box.asked, given.box.closed_at, given.box.closes_at) == (12, None, then + timedelta(days=14))
    given.rate(11, now=then)
    assert (given.box.good, len(to_rate(actor_for(given.people[10]), then))) == (1, 1)


def test_nobody_new_opens_no_box_again(given, cast):
    given.ask()
    close_ratings(now=LATER)
    close(actor=cast.actor("office"), now=LATER, round=given.round)
    assert given.box.closed_at == LATER


def test_of_few_nobody_is_asked(given, cast):
    given.got = 4
    assert refused(given.ask) == "welfare.rating_few"
    close(actor=cast.actor("office"), now=NOW, round=given.round)
    assert not Box.objects.exists()


def test_who_may_ask_and_when(given, cast):
    assert refused(ask_rating, actor=cast.actor("branch"), now=NOW, round=given.round) == "access.no_right"
    given.round.state = "choosing"
    given.round.save()
    assert refused(given.ask) == "welfare.rating_not_yet"


def test_one_answer_each_counted_and_untraceable(given):
    given.ask()
    given.rate(0, "fair", sentence=" 梨\n坏了 ")
    assert (given.box.fair, given.box.sentences, given.box.shown.total) == (1, ["梨 坏了"], 0)
    entry = Entry.objects.get(act="welfare.give_rating")
    assert (entry.before, entry.after, entry.reason) == ({}, {}, "")
    assert refused(given.rate, 0) == "welfare.answered"
    assert refused(given.rate, 1, "great") == "welfare.rating"
    assert refused(given.rate, 1, sentence="长" * 201) == "welfare.too_long"
    assert refused(given.rate, 1, now=LATER) == "welfare.closed"


def test_who_received_nothing_is_not_asked(given, cast):
    given.ask()
    librarian = cast.actor("librarian")
    given_ = {"actor": librarian, "now": NOW, "round": given.round, "rating": "good"}
    assert refused(give_rating, **given_) == "welfare.not_asked"


def test_shown_in_steps_to_everybody_and_counted_in_the_figure(given, cast):
    given.ask()
    for number in range(7):
        given.rate(number, "good" if number % 2 else "poor", sentence=f"第{number}句")
    result = home_result(cast.actor("librarian"), given.round, NOW)
    assert (result.answers, len(result.sentences)) == (5, 5)
    found = satisfaction(Scope(cast.union, Period.of_year(2020)))
    assert (found.value, found.records.count) == (Fraction(2, 5), 1)
    assert found.records.rows(cast.actor("office"), 0, 9)[0].label == "中秋福利"


def test_the_worker_ends_it(given):
    given.ask()
    assert close_ratings(now=LATER - timedelta(minutes=1)) == 0
    assert [close_ratings(now=LATER) for _twice in range(2)] == [1, 0]
    assert to_rate(actor_for(given.people[1]), LATER) == []


def test_the_pages(given, cast):
    with time_machine.travel(NOW, tick=False):
        office, member, other = (
            cast.client("office"),
            cast.client("member", in_office=False),
            cast.client("hr", in_office=False),
        )
        url = f"/welfare/{given.round.pk}/rate/"
        assert "现在请大家评" in office.get(f"/welfare/{given.round.pk}/").content.decode()
        assert office.post(f"{url}asking/").status_code == 302
        assert "评一评：中秋福利" in member.get("/").content.decode()
        assert "这次礼包怎么样" in member.get(f"/welfare/{given.round.pk}/").content.decode()
        assert member.post(url, {"rating": "x"}).status_code == 422
        assert member.post(url, {"rating": "good", "sentence": "好"}).status_code == 302
        assert "谢谢，收到了" in member.get(url).content.decode()
        assert other.get(url).status_code == 404
        for number in range(1, 6):
            given.rate(number, sentence=f"第{number}句")
        shown = other.get(f"/welfare/{given.round.pk}/").content.decode()
        assert "大家怎么说" in shown
        assert other.get(f"{url}result/").status_code == office.get(f"{url}result/").status_code == 200
        assert cast.client("outsider").get(f"{url}result/").status_code == 404
