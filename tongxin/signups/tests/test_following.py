"""Those concerned are told, at once and once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import translation

from tests.cast import NOW
from tongxin.activities import actions as activities
from tongxin.activities.tests.making import add
from tongxin.notices.models import Message, Notice
from tongxin.places.models import Pool
from tongxin.signups import actions as signups
from tongxin.signups.tests.making import offered, sign_up

pytestmark = pytest.mark.django_db
NOVEMBER = date(2020, 11, 1)


def told(kind):
    rows = Message.objects.filter(notice__kind=kind).select_related("notice", "person")
    return sorted((row.notice.title, row.person.name) for row in rows)


def test_publishing_tells_those_who_may_come(cast):
    slot = offered(cast, activity=add(cast), open_to=[cast.units["lib"]])
    activities.publish(actor=cast.actor("office"), now=NOW, activity=slot.activity)
    assert told("invitation") == [("来参加：重阳节登高", "李四")]
    assert Notice.objects.get(kind="invitation").url == f"/activities/{slot.activity_id}/"


def test_publishing_what_nobody_signs_up_for_tells_the_owners_members(cast):
    add(cast, unit="ee", published=True)
    assert told("invitation") == [("来参加：重阳节登高", "吴海燕"), ("来参加：重阳节登高", "张三")]


def test_a_change_is_told_to_who_signed_up_at_once_and_once(cast):
    slot = offered(cast, 1, closes_at=NOW + timedelta(days=2), withdraw_until=NOW + timedelta(days=2))
    sign_up(cast, slot, "member")
    sign_up(cast, slot, "librarian")
    activities.move(actor=cast.actor("office"), now=NOW, activity=slot.activity, to=NOVEMBER, reason="weather")
    assert told("change") == [("改期了：重阳节登高", "张三"), ("改期了：重阳节登高", "李四")]
    pool = Pool.objects.get()
    assert pool.happens_on == NOVEMBER
    assert pool.closes_at == NOW + timedelta(days=9)
    activities.edit_activity(actor=cast.actor("office"), now=NOW, activity=slot.activity, about="带水")
    assert len(told("change")) == 2
    activities.edit_activity(
        actor=cast.actor("office"), now=NOW + timedelta(1), activity=slot.activity, place="神山公园"
    )
    assert ("有变动：重阳节登高", "李四") in told("change")


def test_calling_off_freezes_the_list(cast):
    slot = offered(cast, 1)
    sign_up(cast, slot, "member")
    activities.cancel(actor=cast.actor("office"), now=NOW, activity=slot.activity, reason="epidemic", words="")
    assert told("change") == [("取消了：重阳节登高", "张三")]
    assert Pool.objects.get().frozen_at == NOW


def test_what_many_read_is_in_the_installations_language(cast):
    with translation.override("en"):
        slot = offered(cast, activity=add(cast))
        activities.publish(actor=cast.actor("office"), now=NOW, activity=slot.activity)
    assert told("invitation")[0][0] == "来参加：重阳节登高"
    assert Notice.objects.get(key=f"places:{slot.pool_id}:held").title == "报上了：重阳节登高"


def test_what_is_held_after_all_can_be_signed_up_for_again(cast):
    office = cast.actor("office")
    slot, settled = offered(cast, 1), offered(cast, 1, activity=add(cast, "秋游", published=True))
    signups.close_list(actor=office, now=NOW, slot=settled)
    later = NOW + timedelta(hours=1)
    for each in (slot, settled):
        activities.cancel(actor=office, now=later, activity=each.activity, reason="epidemic", words="")
        activities.reinstate(actor=office, now=later + timedelta(hours=1), activity=each.activity, words="能办了")
    assert Pool.objects.get(pk=slot.pool_id).frozen_at is None
    assert Pool.objects.get(pk=settled.pool_id).frozen_at == NOW
