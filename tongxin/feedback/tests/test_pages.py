"""The member's page and panel, the officer's, the to-do and the figures."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
import time_machine

from tests.cast import NOW
from tongxin.activities.tests.making import add
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.feedback.models import Answered
from tongxin.feedback.todos import ask

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def page(held, name: str = "member", path: str = "", **more) -> str:
    answer = held.cast.client(name, **more).get(path or f"/feedback/{held.activity.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_member_taps_once_without_scripts_and_is_thanked(held):
    client = held.cast.client("member")
    answer = client.post(f"/feedback/{held.activity.pk}/", {"rating": "good", "sentence": "下次还来"}, follow=True)
    assert "谢谢，收到了" in answer.content.decode()
    assert (held.box.good, held.box.sentences) == (1, ["下次还来"])


def test_the_warning_stands_before_the_place_to_write(held):
    html = page(held)
    assert html.index("别写名字") < html.index("<textarea")
    assert html.count('name="rating"') == 3


def test_a_second_tap_says_so_and_counts_nothing(held):
    client = held.cast.client("member")
    client.post(f"/feedback/{held.activity.pk}/", {"rating": "good"})
    answer = client.post(f"/feedback/{held.activity.pk}/", {"rating": "poor"})
    assert answer.status_code == 422
    assert "你已经评过了" in answer.content.decode()
    assert held.box.counted.total == 1


def test_a_form_without_a_tap_keeps_the_sentence(held):
    answer = held.cast.client("member").post(f"/feedback/{held.activity.pk}/", {"sentence": "山上风大"})
    assert answer.status_code == 422
    assert "山上风大" in answer.content.decode()
    assert held.box.counted.total == 0


@pytest.mark.parametrize("name", ["librarian", "outsider", "chair"])
def test_who_was_not_asked_finds_nothing(held, name):
    assert held.cast.client(name).get(f"/feedback/{held.activity.pk}/").status_code == 404


def test_after_its_end_the_page_says_so(held):
    with time_machine.travel(NOW + timedelta(days=15), tick=False):
        assert "评价已经结束" in page(held)


def test_the_members_activity_page_offers_the_tap_until_it_is_made(held):
    where = f"/activities/{held.activity.pk}/"
    assert f'action="/feedback/{held.activity.pk}/"' in page(held, path=where)
    held.answer(0, 1)
    assert f'action="/feedback/{held.activity.pk}/"' not in page(held, path=where)
    assert "会员评价" not in page(held, path=where)


def test_officers_see_nothing_below_five_and_then_counts_without_names(held):
    held.answer(0, 4, "good", "很好")
    where = f"/feedback/{held.activity.pk}/result/"
    before = page(held, "office", where)
    assert "还不够5份" in before
    assert "很好" not in before
    held.answer(4, 6, "poor", "太远")
    after = page(held, "office", where)
    assert "80%" in after and "41.7%" in after
    assert after.count("<blockquote>") == 5
    assert not [person.name for person in held.people[1:] if f">{person.name}<" in after]
    assert "会员评价" in page(held, "office", f"/activities/{held.activity.pk}/")


def test_the_result_is_for_officers_under_their_hat(held):
    where = f"/feedback/{held.activity.pk}/result/"
    codes = {
        (name, hat): held.cast.client(name, in_office=hat).get(where).status_code
        for name in ("office", "audit", "member", "outsider") for hat in (True, False)
    }  # fmt: skip
    assert codes == {
        ("office", True): 200, ("office", False): 403, ("audit", True): 200, ("audit", False): 403,
        ("member", True): 404, ("member", False): 404, ("outsider", True): 404, ("outsider", False): 404,
    }  # fmt: skip


def test_there_is_no_result_where_nobody_was_asked(held):
    other = add(held.cast, "读书会", published=True)
    assert held.cast.client("office").get(f"/feedback/{other.pk}/result/").status_code == 404


def test_a_to_do_waits_for_the_member_alone_and_goes(held, django_assert_num_queries):
    member = held.actor(0)
    with django_assert_num_queries(1):
        found = ask(member, NOW)
    assert [(todo.title, todo.minutes, todo.url) for todo in found] == [
        ("评一评：重阳节登高", 1, f"/feedback/{held.activity.pk}/")
    ]
    held.answer(0, 1)
    assert not ask(member, NOW)


def test_figures_count_only_what_is_shown(held, django_assert_max_num_queries):
    held.answer(0, 3)
    scope = Scope(held.cast.union, Period.of_year(2020))
    satisfaction, rate = figures.get("activities.satisfaction"), figures.get("activities.feedback_rate")
    assert satisfaction.compute(scope).value is None
    held.answer(3, 5, "poor")
    held.answer(5, 7, "poor")
    with django_assert_max_num_queries(1):
        found = satisfaction.compute(scope)
    assert found.value == Fraction(3, 5)
    assert "12" in found.note and "5份" in found.note
    assert rate.compute(scope).value == Fraction(5, 12)
    (row,) = found.records.rows(held.cast.actor("office"), 0, 10)
    assert (found.records.count, row.label, row.detail) == (1, "重阳节登高", "5份，满意60%")


def test_nobody_is_left_as_asked_when_the_activity_is_gone(held):
    held.activity.delete()
    assert not Answered.objects.exists()
