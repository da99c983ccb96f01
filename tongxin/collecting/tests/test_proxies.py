"""Who may fetch for whom: by the person, or put down by an officer who says how the consent is known."""

from __future__ import annotations

import pytest
from django.http import Http404

from tests.cast import NOW
from tongxin.collecting import actions
from tongxin.collecting.models import Proxy
from tongxin.collecting.queries.own import own_side
from tongxin.collecting.tests.making import LATER, line, make_round
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message

pytestmark = pytest.mark.django_db


def name(cast, round, proxy, actor="member"):
    return actions.name_proxy(actor=cast.actor(actor, in_office=False), now=NOW, round=round, person=cast.people[proxy])


def test_one_proxy_at_a_time_and_each_is_told(cast):
    round = make_round(cast, "member")
    first = name(cast, round, "librarian")
    assert name(cast, round, "librarian") == first
    second = name(cast, round, "office")
    first.refresh_from_db()
    assert first.withdrawn_at == NOW
    assert Proxy.objects.filter(withdrawn_at=None).get() == second
    assert set(Message.objects.values_list("person__name", "notice__title")) == {
        ("李四", "张三请你代领：中秋慰问"), ("周敏", "张三请你代领：中秋慰问"),
    }  # fmt: skip


def test_what_stands_against_a_proxy(cast):
    round = make_round(cast, "member")
    with pytest.raises(Refused, match="代领的是别人"):
        name(cast, round, "member")
    with pytest.raises(Refused, match="换一位"):
        name(cast, round, "outsider")
    with pytest.raises(Http404):
        name(cast, round, "member", actor="librarian")
    actions.hand_over(actor=cast.actor("office"), now=LATER, entitled=line(round, cast.people["member"]))
    with pytest.raises(Refused, match="已经领了"):
        name(cast, round, "librarian")
    assert not Proxy.objects.exists()


def test_an_officer_says_how_the_consent_is_known(cast):
    round = make_round(cast, "member")
    given = {"actor": cast.actor("branch"), "now": NOW, "entitled": line(round, cast.people["member"])}
    with pytest.raises(Refused, match="怎么知道"):
        actions.vouch_proxy(**given, person=cast.people["librarian"], vouched=" ")
    made = actions.vouch_proxy(**given, person=cast.people["librarian"], vouched="电话里说的")
    assert (made.vouched, made.by) == ("电话里说的", "吴海燕")
    assert set(Message.objects.values_list("person__name", flat=True)) == {"张三", "李四"}
    with pytest.raises(Http404):
        actions.vouch_proxy(
            actor=cast.actor("outsider"), now=NOW, entitled=given["entitled"], person=cast.people["hr"], vouched="x"
        )


def test_the_pass_of_a_proxy_shows_for_whom(cast):
    round = make_round(cast, "member")
    name(cast, round, "librarian")
    side = own_side(cast.actor("librarian", in_office=False), round)
    assert side is not None
    assert (side.own, side.waits, [each.name for each in side.others]) == (None, True, ["张三"])
    assert side.ticket.digits == ""
    assert own_side(cast.actor("hr", in_office=False), round) is None


def test_who_named_nobody_has_nothing_to_withdraw(cast):
    round = make_round(cast, "member")
    with pytest.raises(Refused, match="不用收回"):
        actions.withdraw_proxy(actor=cast.actor("member"), now=NOW, round=round)


def test_a_branch_learns_nothing_of_people_elsewhere_by_naming_them(cast):
    round = make_round(cast, "member")
    url = f"/welfare/{round.pk}/door/list/{line(round, cast.people['member']).pk}/proxy/"
    client, beyond = cast.client("branch"), cast.people["librarian"]
    there = client.post(url, {"person": beyond.staff_no, "vouched": "电话里说的"})
    nobody = client.post(url, {"person": "X" * len(beyond.staff_no), "vouched": "电话里说的"})
    assert there.status_code == nobody.status_code == 422
    for answer in (there, nobody):
        assert "花名册里没找到，或者不止一个" in answer.content.decode()
    assert beyond.name not in there.content.decode()
    answer = cast.client("office").post(url, {"person": beyond.staff_no, "vouched": "电话里说的"})
    assert answer.status_code == 302
