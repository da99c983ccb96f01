"""Who is entitled: the list, its exceptions, the partner's check, what changed since."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.http import Http404

from tests.cast import NOW, TODAY, Cast, make_person, make_unit
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.org.models import Placement, Post, Standing, Unit
from tongxin.partners.actions import make_link
from tongxin.partners.forms.links import partner_units
from tongxin.partners.models import Link
from tongxin.welfare import actions
from tongxin.welfare.hooks import Recipients, recipients
from tongxin.welfare.models import Entitled, Missing, Round, Share
from tongxin.welfare.queries.differences import changed_since
from tongxin.welfare.queries.entitled import entitled_of
from tongxin.welfare.tests.making import entitle, make_round
from tongxin.welfare.tests.office import approved, fresh, handing, submitted, with_rules

pytestmark = pytest.mark.django_db


def draw(cast: Cast, round: Round, day: date | None = None) -> Any:
    return actions.draw_up(actor=cast.actor("office"), now=NOW, round=round, as_of=day)


def names(round: Round) -> set[str]:
    return set(entitled_of(round).values_list("person__name", flat=True))


def refused(code: str, act: Any, **given: Any) -> None:
    """The act is refused, and nothing is written."""
    before = list(Entitled.objects.order_by("pk").values()), Entry.objects.count()
    with pytest.raises(Refused) as caught:
        act(now=NOW, **given)
    assert caught.value.code == code
    assert (list(Entitled.objects.order_by("pk").values()), Entry.objects.count()) == before


def out_of_standing(cast: Cast, name: str) -> None:
    Standing.objects.filter(person=cast.people[name]).update(state="left")


def test_the_list_is_of_members_in_standing_or_of_all_staff_with_where_they_stood(cast: Cast) -> None:
    out_of_standing(cast, "librarian")
    members, staff = make_round(cast), make_round(cast, title="全体", who="staff")
    draw(cast, members)
    draw(cast, staff)
    assert names(staff) - names(members) == {"李四"}
    assert not names(staff) & {"外人"}
    row = staff.entitled.get(person=cast.people["librarian"])
    assert (row.unit, row.member) == (cast.units["lib"], False)
    assert fresh(staff).as_of == TODAY
    assert Entry.objects.filter(act="welfare.draw_up").count() == 2


def test_a_branchs_list_is_of_its_own(cast: Cast) -> None:
    round = make_round(cast, unit="ee")
    actions.draw_up(actor=cast.actor("branch"), now=NOW, round=round)
    assert names(round) == {"张三", "吴海燕"}


def test_a_past_day_lists_who_stood_there_then(cast: Cast) -> None:
    member = cast.people["member"]
    moved = TODAY - timedelta(days=3)
    Placement.objects.filter(person=member).update(until=moved)
    Placement.objects.create(person=member, unit=cast.units["lib"], since=moved)
    round = make_round(cast)
    draw(cast, round, TODAY - timedelta(days=10))
    assert round.entitled.get(person=member).unit == cast.units["ee"]
    draw(cast, round)
    assert round.entitled.get(person=member).unit == cast.units["lib"]


def test_drawn_up_again_it_keeps_exceptions_and_remarks(cast: Cast) -> None:
    out_of_standing(cast, "librarian")
    round, office = make_round(cast), cast.actor("office")
    draw(cast, round)
    actions.add_people(actor=office, now=NOW, round=round, people=[cast.people["librarian"]], reason="借调")
    actions.strike(actor=office, now=NOW, round=round, people=[cast.people["hr"].pk], reason="外派")
    round.entitled.filter(person=cast.people["member"]).update(remark="不在岗")
    make_person("2020999", "新来的", cast.units["ee"], cast.union)
    found = draw(cast, round)
    assert (len(found.new), len(found.changed), len(found.gone)) == (1, 0, 0)
    assert {"李四", "新来的"} <= names(round) and "丁磊" not in names(round)
    assert round.entitled.get(person=cast.people["member"]).remark == "不在岗"


def test_drawing_up_is_refused_ahead_of_time_when_frozen_and_where_nobody_stands(cast: Cast) -> None:
    round, office = make_round(cast), cast.actor("office")
    refused("welfare.as_of_future", actions.draw_up, actor=office, round=round, as_of=TODAY + timedelta(days=1))
    refused("welfare.nobody", actions.draw_up, actor=office, round=round, as_of=date(1990, 1, 1))
    refused("access.no_right", actions.draw_up, actor=cast.actor("branch"), round=round)
    refused("welfare.not_possible", actions.draw_up, actor=office, round=make_round(cast, "approved", title="x"))


def test_who_is_added_comes_with_a_reason_and_back_after_being_struck(cast: Cast) -> None:
    round, office, member = make_round(cast), cast.actor("office"), cast.people["member"]
    draw(cast, round)
    refused("welfare.already_in", actions.add_people, actor=office, round=round, people=[member], reason="x")
    actions.strike(actor=office, now=NOW, round=round, people=[member.pk], reason="离职")
    row = round.entitled.get(person=member)
    assert (row.struck, row.struck_at) == ("离职", NOW)
    actions.add_people(actor=office, now=NOW, round=round, people=[member], reason="回来了")
    assert "张三" in names(round)
    entry = Entry.objects.filter(act="welfare.strike").get()
    assert entry.after["names"] == ["张三"]


def test_adding_and_striking_are_refused_without_reason_to_strangers_and_twice(cast: Cast) -> None:
    round, office, member = make_round(cast), cast.actor("office"), cast.people["member"]
    entitle(cast, round, "member")
    given = {"actor": office, "round": round}
    refused("welfare.no_reason", actions.add_people, **given, people=[cast.people["hr"]], reason=" ")
    refused("welfare.elsewhere", actions.add_people, **given, people=[cast.people["outsider"]], reason="x")
    refused("welfare.elsewhere", actions.add_people, **given, people=[], reason="x")
    refused("welfare.no_reason", actions.strike, **given, people=[member.pk], reason="")
    refused("welfare.not_in", actions.strike, **given, people=[cast.people["hr"].pk], reason="x")
    refused("access.no_right", actions.strike, actor=cast.actor("branch"), round=round, people=[member.pk], reason="x")
    refused("access.no_right", actions.add_people, actor=cast.actor("branch"), round=round, people=[member], reason="x")


@pytest.fixture
def neighbours(cast: Cast) -> Cast:
    """The union and the one next door stand below one federation."""
    top = make_unit("fed", "市总工会", "federation")
    for unit in (cast.units["other"], *Unit.objects.filter(path__startswith=cast.union.path).order_by("path")):
        unit.path = f"{top.path}{unit.path}"
        unit.save(update_fields=["path"])
    for unit in cast.units.values():
        unit.refresh_from_db()
    make_unit("otherhr", "隔壁人事处", "department", cast.units["other"])
    return cast


def test_people_and_partners_are_those_of_the_rounds_union(neighbours: Cast) -> None:
    cast = neighbours
    round, office, outsider = make_round(cast), cast.actor("office"), cast.people["outsider"]
    refused("welfare.elsewhere", actions.add_people, actor=office, round=round, people=[outsider], reason="x")
    missing = Missing.objects.create(round=round, name="外人")
    refused("welfare.elsewhere", actions.settle_missing, actor=office, round=round, missing=missing, person=outsider)
    assert {unit.name for unit in partner_units(cast.units["ee"])} == {"人力资源处", "保卫处"}
    link = {
        "actor": office,
        "unit": Unit.objects.get(code="otherhr"),
        "purpose": "welfare.people",
        "thing_id": round.pk,
    }
    refused("link.elsewhere", make_link, **link)
    Post.objects.create(person=outsider, unit=Unit.objects.get(code="fed"), kind="office", since=date(2019, 1, 1))
    with time_machine.travel(NOW, tick=False):
        answer = cast.client("outsider").post(
            f"/welfare/{round.pk}/people/addition/", {"people": "张三", "reason": "x"}
        )
    assert answer.status_code == 302 and names(round) == {"张三"}


def test_a_branch_adds_its_own_and_whom_its_officer_reads_anyway(cast: Cast) -> None:
    round, branch, librarian = make_round(cast, unit="ee"), cast.actor("branch"), cast.people["librarian"]
    given = {"round": round, "reason": "借调"}
    refused("welfare.elsewhere", actions.add_people, actor=branch, people=[librarian], **given)
    missing = Missing.objects.create(round=round, name="李四")
    refused("welfare.elsewhere", actions.settle_missing, actor=branch, round=round, missing=missing, person=librarian)
    assert actions.add_people(actor=branch, now=NOW, people=[cast.people["member"]], **given) == 1
    assert actions.add_people(actor=cast.actor("chair"), now=NOW, people=[librarian], **given) == 1


def test_the_list_stands_still_while_it_is_being_decided(cast: Cast) -> None:
    round = submitted(cast)
    given = {"actor": cast.actor("office"), "round": round, "reason": "x"}
    refused("welfare.not_possible", actions.strike, **given, people=[cast.people["member"].pk])


def test_who_received_is_not_struck(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    round, member = handing(cast), cast.people["member"]
    told = Recipients("test", lambda rounds: [(round.pk, member.pk)])
    monkeypatch.setattr(recipients, "_things", {"test": told})
    refused("welfare.received", actions.strike, actor=cast.actor("office"), round=round, people=[member.pk], reason="x")


def test_once_approved_nobody_comes_in_whom_a_rule_forbids(cast: Cast) -> None:
    with_rules(cast)
    out_of_standing(cast, "librarian")
    round, librarian, office = approved(cast), cast.people["librarian"], cast.actor("office")
    given = {"actor": office, "round": round}
    refused("welfare.against_rules", actions.add_people, **given, people=[librarian], reason="借调")
    missing = Missing.objects.create(round=round, name="李四")
    refused("welfare.against_rules", actions.settle_missing, **given, missing=missing, person=librarian)
    Share.objects.filter(round=round).update(payer="school")
    assert actions.add_people(now=NOW, **given, people=[librarian], reason="借调") == 1
    draft = make_round(cast, title="筹备的")
    assert actions.add_people(actor=office, now=NOW, round=draft, people=[librarian], reason="借调") == 1


def test_what_changed_since_is_told(cast: Cast) -> None:
    round = make_round(cast)
    assert changed_since(round, TODAY) is None
    draw(cast, round)
    round = fresh(round)
    make_person("2020999", "新来的", cast.units["ee"], cast.union)
    out_of_standing(cast, "librarian")
    Placement.objects.filter(person=cast.people["member"]).update(unit=cast.units["lib"])
    found = changed_since(round, TODAY)
    assert found is not None
    told = [[each.name for each in part] for part in (found.left_people, found.joined_people, found.moved_people)]
    assert (told, found.count) == ([["李四"], ["新来的"], ["张三"]], 3)


def link_for(cast: Cast, round: Round, **more: Any) -> Link:
    given = {
        "purpose": "welfare.people",
        "thing_id": round.pk,
        "label": "核对名单",
        "digest": f"d{Link.objects.count()}",
        **more,
    }
    return Link.objects.create(unit=cast.units["hr"], made_at=NOW, made_by="周敏", expires_at=NOW, **given)


def check(cast: Cast, round: Round, **given: Any) -> Round:
    told = {"remarks": {}, "link": link_for(cast, round), "name": "丁磊", **given}
    return actions.check_people(now=NOW, round=round, **told)


def test_the_partner_remarks_names_who_is_missing_and_confirms_under_its_name(cast: Cast) -> None:
    round = make_round(cast)
    draw(cast, round)
    row = round.entitled.get(person=cast.people["member"])
    check(cast, round, remarks={row.pk: "已离职"}, missing=[("赵六", "图书馆"), ("赵六", "图书馆")])
    assert fresh(round).confirmed_at is None
    check(cast, round, remarks={row.pk: "已离职"}, missing=[("赵六", "图书馆")], done=True)
    assert (fresh(round).confirmed_by, Missing.objects.count()) == ("人力资源处（凭链接）丁磊", 1)
    last = Entry.objects.first()
    assert last is not None
    assert (last.act, last.who, last.user_id) == ("welfare.confirm", "人力资源处（凭链接）丁磊", None)


def test_a_remark_that_changes_waits_again(cast: Cast) -> None:
    round = make_round(cast)
    draw(cast, round)
    row = round.entitled.get(person=cast.people["member"])
    check(cast, round, remarks={row.pk: "不在岗"})
    actions.settle_remark(actor=cast.actor("office"), now=NOW, round=round, row=row, do="keep", words="病假")
    check(cast, round, remarks={row.pk: "不在岗"})
    row.refresh_from_db()
    assert row.settled == "留下：病假"
    check(cast, round, remarks={row.pk: "已离职"})
    row.refresh_from_db()
    assert (row.remark, row.settled) == ("已离职", "")


def test_checking_is_refused_before_there_is_a_list_by_another_link_and_afterwards(cast: Cast) -> None:
    round = make_round(cast)
    given = {"round": round, "name": "丁磊", "remarks": {}}
    refused("welfare.not_drawn", actions.check_people, **given, link=link_for(cast, round))
    with pytest.raises(Http404):
        actions.check_people(now=NOW, **given, link=link_for(cast, make_round(cast, title="x")))
    over = make_round(cast, "closed", title="y")
    refused("welfare.not_possible", actions.check_people, round=over, name="x", remarks={}, link=link_for(cast, over))
    draw(cast, round)
    many = [(f"某{n}", "") for n in range(201)]
    refused("welfare.too_many_missing", actions.check_people, **given, missing=many, link=link_for(cast, round))


def test_rows_of_other_rounds_are_not_remarked(cast: Cast) -> None:
    round, other = make_round(cast), make_round(cast, title="x")
    draw(cast, round)
    (row,) = entitle(cast, other, "member")
    check(cast, round, remarks={row.pk: "已离职"})
    row.refresh_from_db()
    assert row.remark == ""


def test_the_office_settles_each_remark_once(cast: Cast) -> None:
    round, office = approved(cast), cast.actor("office")
    one, two = (round.entitled.get(person=cast.people[name]) for name in ("member", "librarian"))
    check(cast, round, remarks={one.pk: "已离职", two.pk: "不在岗"}, missing=[("李四", ""), ("赵六", "")])
    given = {"actor": office, "round": round}
    refused("welfare.no_reason", actions.settle_remark, **given, row=two, do="keep")
    actions.settle_remark(now=NOW, **given, row=one, do="strike")
    actions.settle_remark(now=NOW, **given, row=two, do="keep", words="病假，算在籍")
    assert "张三" not in names(round) and "李四" in names(round)
    one.refresh_from_db()
    assert (one.struck, one.settled) == ("已离职", "去掉了")
    refused("welfare.settled_already", actions.settle_remark, **given, row=one, do="strike")
    first, second = round.missing.all()
    refused("welfare.already_in", actions.settle_missing, **given, missing=first, person=cast.people["librarian"])
    refused("welfare.no_reason", actions.settle_missing, **given, missing=first)
    actions.settle_missing(now=NOW, **given, missing=first, words="已经在名单里")
    actions.settle_missing(now=NOW, **given, missing=second, person=cast.people["member"], words="其实没走")
    assert "张三" in names(round)
    assert [each.settled for each in round.missing.all()] == ["没加：已经在名单里", "加进来了"]
    refused("welfare.settled_already", actions.settle_missing, **given, missing=first, words="x")


def test_ten_thousand_are_listed_in_a_fixed_number_of_statements(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    round = make_round(cast)
    with django_assert_max_num_queries(40):
        draw(cast, round)
