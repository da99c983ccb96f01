"""Who sees a round, and in which state."""

from __future__ import annotations

import pytest
from django.http import Http404

from tests.cast import NOW, Cast
from tongxin.core.refusals import Refused
from tongxin.welfare.access import get_round, get_round_to_approve, get_round_to_run, rounds_for
from tongxin.welfare.queries.entitled import entitled_of, is_entitled
from tongxin.welfare.tests.making import entitle, make_round

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "member", "branch", "office"),
    [
        ("draft", False, False, True), ("submitted", False, False, True), ("approved", False, True, True),
        ("choosing", True, True, True), ("handing", True, True, True), ("closed", True, True, True),
        ("cancelled", False, False, True),
    ],
)  # fmt: skip
def test_who_sees_a_round_of_the_union_in_which_state(
    cast: Cast, state: str, member: bool, branch: bool, office: bool
) -> None:
    round = make_round(cast, state)
    seen = {
        name: rounds_for(cast.actor(name, in_office=name != "member")).filter(pk=round.pk).exists()
        for name in ("member", "branch", "office", "outsider")
    }
    assert seen == {"member": member, "branch": branch, "office": office, "outsider": False}


def test_a_stranger_gets_404_and_who_has_the_hat_off_is_asked_to_put_it_on(cast: Cast) -> None:
    round = make_round(cast)
    with pytest.raises(Http404):
        get_round(cast.actor("outsider"), round.pk)
    with pytest.raises(Refused) as refused:
        get_round(cast.actor("office", in_office=False), round.pk)
    assert refused.value.code == "access.office_mode"
    with pytest.raises(Refused) as refused:
        get_round_to_run(cast.actor("branch"), round.pk)
    assert refused.value.code == "access.no_right"
    with pytest.raises(Refused) as refused:
        get_round_to_approve(cast.actor("office"), round.pk)
    assert refused.value.code == "access.no_right"
    assert get_round_to_approve(cast.actor("chair"), round.pk) == round


def test_who_is_struck_is_not_entitled(cast: Cast) -> None:
    round = make_round(cast, "handing")
    one, two = entitle(cast, round, "member", "branch")
    two.struck_at = NOW
    two.save()
    assert [each.pk for each in entitled_of(round)] == [one.pk]
    assert is_entitled(round, one.person_id) and not is_entitled(round, two.person_id)


@pytest.mark.parametrize(("who", "office", "template"), [("member", False, "home"), ("office", True, "desk")])
def test_the_page_of_a_round_stands_in_the_room_of_the_hat(cast: Cast, who: str, office: bool, template: str) -> None:
    round = make_round(cast, "handing")
    client = cast.client(who, in_office=office)
    for path, name in ((f"/welfare/{round.pk}/", "round"), ("/welfare/", "rounds")):
        page = client.get(path)
        assert page.status_code == 200
        assert page.templates[0].name == f"welfare/{name}_{template}.html"
        assert round.title in page.content.decode()
