"""Each act, with each refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message
from tongxin.places import actions
from tongxin.places.models import Place, Pool
from tongxin.places.queries.words import rule_words
from tongxin.places.rules import drawing
from tongxin.places.tests.making import last, people_of, pool_of, sound, states, take

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def refused(act, *args, **more):
    with pytest.raises(Refused) as caught:
        act(*args, **more)
    return caught.value


def test_a_tap_is_a_place_with_its_entry_and_its_notice(cast):
    pool = pool_of(cast)
    taken = take(cast, pool, "member")
    assert (taken.state, taken.number, taken.again) == ("held", 1, False)
    entry = Entry.objects.get(act="places.take")
    assert (entry.who, entry.thing_label, entry.after["person"]) == ("张三", "秋游", cast.people["member"].pk)
    message = Message.objects.get(person=cast.people["member"])
    assert (message.notice.title, message.notice.url) == ("报上了：秋游", "/activities/1/")
    assert message.read_at == NOW
    sound(pool)


def test_the_same_tap_twice_is_one_place(cast):
    pool = pool_of(cast)
    take(cast, pool, "member")
    assert take(cast, pool, "member").again
    assert Place.objects.count() == 1
    assert Entry.objects.filter(act="places.take").count() == 1
    sound(pool)


def test_when_full_people_wait_in_order_and_move_up(cast):
    pool = pool_of(cast, 1, confirm_hours=0)
    assert take(cast, pool, "member").state == "held"
    assert take(cast, pool, "librarian").state == "waiting"
    assert take(cast, pool, "branch").state == "waiting"
    actions.withdraw(actor=cast.actor("member"), now=NOW, pool=pool)
    assert states(pool) == {"张三": "withdrawn", "李四": "held", "吴海燕": "waiting"}
    assert Message.objects.get(person=cast.people["librarian"], notice__title__startswith="候补转正").read_at is None
    assert Entry.objects.get(act="places.promote").before == {"state": "waiting"}
    sound(pool)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"opens_at": NOW + HOUR}, "places.early"),
        ({"closes_at": NOW}, "places.over"),
        ({"capacity": 0, "waiting": False}, "places.full"),
        ({"capacity": 0, "waiting_max": 0}, "places.full"),
        ({"sex": "m"}, "places.other_sex"),
        ({"service_years": 9}, "places.too_short"),
    ],
)
def test_why_not(cast, terms, code):
    pool = pool_of(cast, **terms)
    refusal = refused(take, cast, pool, "member")
    assert refusal.code == code
    assert refusal.sentence
    assert not Place.objects.exists()
    sound(pool)


def test_not_for_other_unions_units_and_not_for_who_is_no_member(cast):
    assert refused(take, cast, pool_of(cast), "outsider").code == "places.other_union"
    narrowed = pool_of(cast, open_to=[cast.units["lib"]])
    refusal = refused(take, cast, narrowed, "member")
    assert refusal.code == "places.other_unit"
    assert "图书馆" in refusal.sentence and "张三" in refusal.sentence
    assert take(cast, narrowed, "librarian").state == "held"
    cast.people["member"].standings.update(until=date(2020, 10, 1))
    assert refused(take, cast, pool_of(cast), "member").code == "places.not_member"
    assert take(cast, pool_of(cast, who="staff"), "member").state == "held"


def test_once_in_years_counts_who_did_not_come(cast):
    before = pool_of(cast, series="疗休养", once_years=3, happens_on=date(2018, 7, 1))
    take(cast, before, "member")
    take(cast, before, "librarian")
    actions.withdraw(actor=cast.actor("librarian"), now=NOW, pool=before)
    pool = pool_of(cast, series="疗休养", once_years=3, happens_on=date(2021, 6, 30))
    refusal = refused(take, cast, pool, "member")
    assert refusal.code == "places.used"
    assert "2018年7月1日" in refusal.sentence
    assert take(cast, pool, "librarian").state == "held"
    assert take(cast, pool_of(cast, series="秋游", once_years=3), "member").state == "held"


def test_a_group_gets_in_or_waits_as_one(cast):
    pool = pool_of(cast, 2, group_max=3)
    assert refused(take, cast, pool, "member", "librarian", "branch", "hr").code == "places.too_many"
    assert take(cast, pool, "member", "librarian", "branch").state == "waiting"
    assert take(cast, pool, "hr").state == "waiting"  # not past the group
    actions.change_pool(actor=cast.actor("office"), now=NOW, pool=pool, capacity=3)
    assert [place.state for place in pool.places.all()] == ["held", "held", "held", "waiting"]
    assert refused(take, cast, pool, "audit", "member").code == "places.in_already"
    assert refused(take, cast, pool, "audit", "audit").code == "places.twice"
    sound(pool)


def test_companions_have_seats_of_their_own(cast):
    pool = pool_of(cast, 3, companions_each=2, companions_capacity=3)
    take(cast, pool, "member", companions=2)
    assert refused(take, cast, pool, "librarian", companions=3).code == "places.companions_each"
    refusal = refused(take, cast, pool, "librarian", companions=2)
    assert (refusal.code, refusal.facts["left"]) == ("places.companions_full", 1)
    take(cast, pool, "librarian", companions=1)
    actions.withdraw(actor=cast.actor("member"), now=NOW, pool=pool)
    sound(pool)


def test_places_kept_for_a_unit(cast):
    pool = pool_of(cast, 2, quotas={cast.units["lib"]: 1}, quotas_until=NOW + HOUR)
    first, second = people_of(cast, 2)
    assert take(cast, pool, first).state == "held"
    assert take(cast, pool, second).state == "waiting"
    assert take(cast, pool, "librarian").state == "held"
    assert last(pool, "librarian", cast).quota is not None
    actions.withdraw(actor=cast.actor("librarian"), now=NOW, pool=pool)
    assert last(pool, second, cast).state == "waiting"
    actions.settle(now=NOW + HOUR)
    assert last(pool, second, cast).state == "held"
    sound(pool)


def test_a_place_that_is_offered_waits_for_a_yes_until_its_hour(cast):
    pool = pool_of(cast, 1, confirm_hours=2)
    for name in ("member", "librarian", "branch"):
        take(cast, pool, name)
    actions.withdraw(actor=cast.actor("member"), now=NOW, pool=pool)
    assert last(pool, "librarian", cast).confirm_by == NOW + 2 * HOUR
    assert refused(actions.confirm, actor=cast.actor("branch"), now=NOW, pool=pool).code == "places.not_offered"
    assert refused(actions.confirm, actor=cast.actor("hr"), now=NOW, pool=pool).code == "places.none"
    assert actions.settle(now=NOW + HOUR) == 0
    assert actions.settle(now=NOW + 2 * HOUR) == 1
    assert last(pool, "librarian", cast).state == "expired"
    assert actions.confirm(actor=cast.actor("branch"), now=NOW + 3 * HOUR, pool=pool).state == "held"
    assert actions.confirm(actor=cast.actor("branch"), now=NOW + 3 * HOUR, pool=pool).state == "held"
    sound(pool)


def test_a_yes_after_the_hour_comes_too_late_and_the_place_goes_on(cast):
    pool = pool_of(cast, 1, confirm_hours=2)
    for name in ("member", "librarian", "branch"):
        take(cast, pool, name)
    actions.withdraw(actor=cast.actor("member"), now=NOW, pool=pool)
    late = NOW + 2 * HOUR
    assert refused(actions.confirm, actor=cast.actor("librarian"), now=late, pool=pool).code == "places.expired"
    assert last(pool, "branch", cast).state == "offered"


def test_withdrawing_has_a_deadline_for_who_sits(cast):
    pool = pool_of(cast, 1, withdraw_until=NOW + HOUR)
    take(cast, pool, "member")
    take(cast, pool, "librarian")
    later = NOW + HOUR
    assert refused(actions.withdraw, actor=cast.actor("member"), now=later, pool=pool).code == "places.too_late"
    actions.withdraw(actor=cast.actor("librarian"), now=later, pool=pool)
    assert refused(actions.withdraw, actor=cast.actor("librarian"), now=later, pool=pool).code == "places.none"
    actions.withdraw(actor=cast.actor("member"), now=NOW, pool=pool)
    assert take(cast, pool, "member").state == "held"
    sound(pool)


def test_a_frozen_list_stands_still(cast):
    pool = pool_of(cast, 1)
    take(cast, pool, "member")
    take(cast, pool, "librarian")
    actions.freeze(actor=cast.actor("office"), now=NOW, pool=pool)
    actions.freeze(actor=cast.actor("office"), now=NOW, pool=pool)
    assert Entry.objects.filter(act="places.freeze").count() == 1
    assert refused(take, cast, pool, "branch").code == "places.over"
    assert refused(actions.withdraw, actor=cast.actor("member"), now=NOW, pool=pool).code == "places.too_late"
    actions.remove(
        actor=cast.actor("office"), now=NOW, pool=pool, place_id=last(pool, "member", cast).pk, reason="生病"
    )
    assert last(pool, "librarian", cast).state == "waiting"
    actions.unfreeze(actor=cast.actor("office"), now=NOW, pool=pool)
    assert last(pool, "librarian", cast).state == "held"
    sound(pool)


def test_an_exception_has_a_reason_and_no_more_seats(cast):
    pool = pool_of(cast, 1, sex="m", closes_at=NOW)
    office, person = cast.actor("office"), cast.people["member"].pk
    admit = {"actor": office, "now": NOW, "pool": pool, "person_id": person}
    assert refused(actions.admit, **admit, reason=" ").code == "places.no_reason"
    assert actions.admit(**admit, reason="带队").state == "held"
    assert Entry.objects.get(act="places.admit").reason == "带队"
    assert refused(actions.admit, **admit, reason="带队").code == "places.in_already"
    other = {**admit, "person_id": cast.people["librarian"].pk}
    assert refused(actions.admit, **other, reason="急").code == "places.full"
    sound(pool)


def test_removing_has_a_reason_and_moves_others_up(cast):
    pool = pool_of(cast, 1)
    take(cast, pool, "member")
    take(cast, pool, "librarian")
    place = last(pool, "member", cast).pk
    gone = {"actor": cast.actor("office"), "now": NOW, "pool": pool, "place_id": place}
    assert refused(actions.remove, **gone, reason="").code == "places.no_reason"
    actions.remove(**gone, reason="重复")
    assert refused(actions.remove, **gone, reason="重复").code == "places.none"
    assert states(pool) == {"张三": "removed", "李四": "held"}
    assert Message.objects.filter(person=cast.people["member"], notice__title__startswith="你被移出").exists()


def test_terms_that_cannot_be_kept(cast):
    assert refused(pool_of, cast, opens_at=NOW, closes_at=NOW).code == "places.backwards"
    assert refused(pool_of, cast, way="draw").code == "places.no_end"
    assert refused(pool_of, cast, 2, quotas={cast.units["lib"]: 3}).code == "places.quotas_over"
    pool = pool_of(cast, 2, quotas={cast.units["ee"]: 1})
    take(cast, pool, "member")
    change = {"actor": cast.actor("office"), "now": NOW, "pool": pool}
    assert refused(actions.change_pool, **change, capacity=0).code == "places.below_taken"
    assert refused(actions.change_pool, **change, quotas={cast.units["ee"]: 0}).code == "places.below_taken"
    later = NOW + HOUR
    assert refused(actions.change_pool, **change, way="draw", closes_at=later).code == "places.way_fixed"
    sound(pool)


def test_a_draw_can_be_recomputed(cast):
    pool = pool_of(cast, 2, way="draw", closes_at=NOW + HOUR, draw_source="当日上证指数收盘点数", group_max=2)
    names = people_of(cast, 4)
    take(cast, pool, "member", "librarian")
    for name in names:
        assert take(cast, pool, name).state == "entered"
    committed = pool.draw.commitment
    draw = {"actor": cast.actor("office"), "now": NOW, "pool": pool}
    assert refused(actions.hold_draw, **draw).code == "draw.early"
    late = {**draw, "now": NOW + HOUR}
    assert refused(actions.hold_draw, **late).code == "draw.no_word"
    held = actions.hold_draw(**late, word="3290.12")
    assert refused(actions.hold_draw, **late, word="1").code == "draw.held"
    assert refused(take, cast, pool, "hr", now=NOW + HOUR).code == "places.over"
    assert drawing.commitment(held.seed) == committed
    assert drawing.digest(held.roll) == held.roll_digest
    ordered = drawing.order(held.seed, held.word, held.roll)
    assert sorted(ordered) == [1, 3, 4, 5, 6]
    group = {place.state for place in pool.places.filter(group__isnull=False)}
    assert len(group) == 1
    seated = pool.places.filter(state="held").count()
    assert seated == 2 if group == {"held"} or ordered[1] != 1 else 1
    assert pool.places.filter(state="waiting").count() == 6 - seated
    assert Entry.objects.get(act="places.hold_draw").after["word"] == "3290.12"
    sound(pool)


def test_who_lost_a_draw_has_more_tickets_in_the_next(cast):
    first = pool_of(cast, 0, way="draw", closes_at=NOW + HOUR, waiting=False, series="年夜饭")
    take(cast, first, "member")
    actions.hold_draw(actor=cast.actor("office"), now=NOW + HOUR, pool=first)
    assert states(first) == {"张三": "lost"}
    assert Message.objects.filter(notice__title__startswith="这次没抽中").count() == 1
    second = pool_of(cast, 1, way="draw", closes_at=NOW + 3 * HOUR, series="年夜饭")
    later = NOW + 2 * HOUR
    take(cast, second, "member", now=later)
    take(cast, second, "librarian", now=later)
    held = actions.hold_draw(actor=cast.actor("office"), now=NOW + 3 * HOUR, pool=second)
    assert held.roll == "1 1 2\n2 1 1\n"


def test_no_draw_where_it_is_first_come(cast):
    refusal = refused(actions.hold_draw, actor=cast.actor("office"), now=NOW, pool=pool_of(cast))
    assert refusal.code == "draw.none"


def test_a_pool_that_is_gone(cast):
    pool = pool_of(cast)
    kept = Pool.objects.get(pk=pool.pk)
    pool.delete()
    refusal = refused(actions.take, actor=cast.actor("member"), now=NOW, pool=kept)
    assert (refusal.code, refusal.status) == ("places.gone", 404)


def test_the_rule_in_plain_words(cast):
    pool = pool_of(
        cast, 30, sex="f", service_years=2, series="疗休养", once_years=3, group_max=2, companions_each=1,
        companions_capacity=10, quotas={cast.units["lib"]: 5}, open_to=[cast.units["lib"], cast.units["ee"]],
        withdraw_until=NOW, confirm_hours=6,
    )  # fmt: skip
    words = "".join(rule_words(pool))
    for part in (
        "共30个名额",
        "面向电子与电气工程学院、图书馆的女在籍会员",
        "女",
        "满2年",
        "3年里只能参加一次",
        "图书馆5个",
        "先到先得",
        "6小时",
        "最多2人",
        "1位家属",
        "10月20日 14:00",
    ):
        assert part in words
    assert rule_words(pool_of(cast, None))[0] == "名额不限。"
    assert "抽签" in "".join(rule_words(pool_of(cast, 1, way="draw", closes_at=NOW + HOUR)))
