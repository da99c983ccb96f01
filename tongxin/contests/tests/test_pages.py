"""Pages for the officer who runs the meeting, the branch's officer, the member and the outsider."""

from __future__ import annotations

from io import BytesIO

import pytest
import time_machine
from python_calamine import CalamineWorkbook

from tests.cast import NOW
from tongxin.contests.models import Entry
from tongxin.contests.queries.events import event_of
from tongxin.contests.tests.making import event, fill, fresh, heats, keys, marks, publish, relay, team
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.places.models import Group, Place
from tongxin.signups.tests.making import sign_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def still():
    with time_machine.travel(NOW, tick=False):
        yield


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def at(slot, tail=""):
    return f"/activities/{slot.activity_id}/{tail}"


@pytest.fixture
def slot(cast):
    """100 metres: the member and three colleagues of two units."""
    made = event(cast)
    sign_up(cast, made, "member")
    sign_up(cast, made, "librarian")
    fill(cast, made, 2)
    return made


def test_the_overview_leads_to_heats_and_results(cast, slot):
    marks(cast, slot, member="12.8")
    html = page(cast.client("office"), at(slot, "events/"))
    assert "100米" in html and "1 / 4" in html and "张三" in html
    assert "公布成绩" in html and "电子与电气工程学院" in html
    assert "分组、成绩和总分" in page(cast.client("office"), at(slot))


def test_without_events_the_overview_says_where_to_add_one(cast):
    from tongxin.contests.tests.making import meeting

    made = meeting(cast)
    html = page(cast.client("office"), f"/activities/{made.pk}/events/")
    assert "没有比赛项目" in html and f"/activities/{made.pk}/slots/new/" in html
    assert "比赛项目" not in page(cast.client("office"), f"/activities/{made.pk}/")


def test_heats_are_drawn_up_from_the_page_and_printed(cast, slot):
    client = cast.client("office")
    where = at(slot, f"events/{slot.pk}/heats/")
    assert "还没有人" not in page(client, where)
    answer = client.post(where, {"lanes": "2", "first_at": "2020-10-25T09:30", "every": "10"}, follow=True)
    html = answer.content.decode()
    assert "分成2组" in html and "第2组" in html and "9:40" in html
    assert "第1组" in page(client, at(slot, "events/program/"))
    assert "第1组" in page(client, at(slot, f"events/program/?event={slot.pk}"))


def test_a_form_for_heats_that_cannot_be_keeps_what_was_typed(cast, slot):
    answer = cast.client("office").post(at(slot, f"events/{slot.pk}/heats/"), {"lanes": "0", "every": "7"})
    assert answer.status_code == 422
    assert 'value="7"' in answer.content.decode()
    assert not Entry.objects.exists()


def test_somebody_is_put_into_another_lane(cast, slot):
    heats(cast, slot, lanes=2)
    line = event_of(fresh(slot)).heats[0].lines[0]
    where = at(slot, f"events/{slot.pk}/heats/{line.key}/moving/")
    client = cast.client("office")
    assert line.name in page(client, where)
    assert client.post(where, {"heat": "7", "lane": "1"}).status_code == 422
    assert client.post(where, {"heat": "2", "lane": "1"}).status_code == 302
    assert next(each.heat for each in event_of(fresh(slot)).lines if each.key == line.key) == 2
    page(client, at(slot, f"events/{slot.pk}/heats/p0/moving/"), 404)


def test_marks_go_in_as_people_write_them(cast, slot):
    client, known = cast.client("office"), keys(slot)
    where = at(slot, f"events/{slot.pk}/recording/")
    answer = client.post(where, {known["张三"]: "1分02秒4", known["李四"]: "弃权"}, follow=True)
    html = answer.content.decode()
    assert "记下2个成绩" in html and 'value="1:02.4"' in html and 'value="弃权"' in html
    assert client.post(where, {known["张三"]: "1:02.4", known["李四"]: "弃权"}, follow=True).status_code == 200
    assert Entry.objects.filter(mark__isnull=False).count() == 1


def test_what_cannot_be_read_is_refused_at_its_cell_and_nothing_typed_is_lost(cast, slot):
    client, known = cast.client("office"), keys(slot)
    answer = client.post(at(slot, f"events/{slot.pk}/recording/"), {known["张三"]: "12.35", known["李四"]: "很快"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="12.35"' in html and 'value="很快"' in html
    assert html.count("认不出“很快”") == 1
    assert not Entry.objects.filter(mark__isnull=False).exists()


def test_what_somebody_else_wrote_meanwhile_is_not_wiped_out(cast, slot):
    client, known = cast.client("office"), keys(slot)
    where = at(slot, f"events/{slot.pk}/recording/")
    found = client.get(where).context["form"].fingerprint()
    marks(cast, slot, member="12.1")
    answer = client.post(where, {"known": found, known["李四"]: "13"})
    assert answer.status_code == 422
    assert "没有盖掉他的" in answer.content.decode()
    assert [str(mark) for mark in Entry.objects.filter(mark__isnull=False).values_list("mark", flat=True)] == ["12.100"]


def test_one_heat_at_a_time_leaves_the_others_alone(cast, slot):
    heats(cast, slot, lanes=2)
    first, second = event_of(fresh(slot)).heats
    client = cast.client("office")
    where = at(slot, f"events/{slot.pk}/recording/?heat=1")
    html = page(client, where)
    assert first.lines[0].key in html and second.lines[0].key not in html
    client.post(where, {line.key: f"1{n}" for n, line in enumerate(first.lines)})
    client.post(where.replace("=1", "=2"), {line.key: f"2{n}" for n, line in enumerate(second.lines)})
    assert event_of(fresh(slot)).done == 4
    page(client, where.replace("=1", "=9"), 404)


def test_results_are_published_then_corrected(cast, slot):
    client = cast.client("office")
    marks(cast, slot, member="12.8", librarian="13")
    where = at(slot, f"events/publication/?event={slot.pk}")
    assert "还有人没成绩" in page(client, where)
    assert client.post(where).status_code == 302
    recording = at(slot, f"events/{slot.pk}/recording/")
    assert "更正" in page(client, recording)
    entry = Entry.objects.get(place__person=cast.people["librarian"])
    correction = f"{recording}{entry.pk}/correction/"
    assert "现在记的是" in page(client, correction)
    wrong = client.post(correction, {"mark": "快", "reason": "看错了"})
    assert wrong.status_code == 422 and "看错了" in wrong.content.decode()
    assert client.post(correction, {"mark": "12.5", "reason": "看错了"}).status_code == 302
    assert [line.rank for line in event_of(fresh(slot)).best] == [1, 2]
    assert client.post(at(slot, "events/publication/")).status_code == 422


def test_points_are_set_in_one_line(cast, slot):
    client, where = cast.client("office"), at(slot, f"events/{slot.pk}/points/")
    assert "7 5 4 3 2 1" in page(client, where)
    wrong = client.post(where, {"table": "九 八", "factor": "1"})
    assert wrong.status_code == 422 and "九 八" in wrong.content.decode()
    assert client.post(where, {"table": "9，7、6", "factor": "2"}).status_code == 302
    slot.refresh_from_db()
    assert (slot.contest.table, slot.contest.factor) == ([9, 7, 6], 2)


def test_members_see_where_they_start_and_nothing_of_the_results_before_they_are_public(cast, slot):
    client = cast.client("member", in_office=False)
    page(client, at(slot, "results/"), 404)
    heats(cast, slot, lanes=2)
    marks(cast, slot, librarian="12.8")
    html = page(client, at(slot))
    assert "你的比赛" in html and "道" in html and "12.8" not in html
    assert "成绩还没公布" in page(client, at(slot, "results/"))


def test_members_see_published_results_with_their_own_marked(cast, slot):
    marks(cast, slot, member="13", librarian="12.8")
    publish(cast, slot)
    client = cast.client("member", in_office=False)
    html = page(client, at(slot))
    assert "第2名" in html and "团体总分" in html and "图书馆" in html
    full = page(client, at(slot, "results/"))
    assert full.count('class="tag hot"') == 1 and "12.8" in full
    assert 'class="tag hot"' not in page(cast.client("branch", in_office=False), at(slot, "results/"))
    page(cast.client("outsider", in_office=False), at(slot, "results/"), 404)


def test_nobody_else_sees_how_it_is_run(cast, slot):
    for tail in ("events/", "events/program/", "events/export/", "events/publication/", f"events/{slot.pk}/heats/",
                 f"events/{slot.pk}/recording/", f"events/{slot.pk}/points/"):  # fmt: skip
        page(cast.client("member", in_office=False), at(slot, tail), 404)
        page(cast.client("outsider"), at(slot, tail), 404)
        page(cast.client("branch"), at(slot, tail), 404)
        page(cast.client("office", in_office=False), at(slot, tail), 403)


def test_what_is_no_event_has_no_heats(cast):
    from tongxin.signups.tests.making import offered

    whole = offered(cast, 3)
    page(cast.client("office"), at(whole, f"events/{whole.pk}/heats/"), 404)


def test_a_branch_officer_sees_the_own_people_and_signs_up_a_team(cast, slot):
    race = relay(cast, activity=slot.activity)
    client = cast.client("branch")
    html = page(client, at(slot, "events/ours/"))
    assert "张三" in html and "李四" not in html and "还能报1队" in html
    assert "本单位谁报了什么" in page(client, at(slot))
    where = at(slot, f"events/{race.pk}/team/?unit={cast.units['ee'].pk}")
    unknown = client.post(where, {"people": "张三 没这人", "name": "飞人"})
    assert unknown.status_code == 422 and "没这人" in unknown.content.decode() and "飞人" in unknown.content.decode()
    assert client.post(where, {"people": f"张三，{cast.people['branch'].staff_no}", "name": ""}).status_code == 302
    assert Group.objects.get().name == "电子与电气工程学院队"
    html = page(client, at(slot, "events/ours/"))
    assert "吴海燕" in html and "报满了" in html
    full = client.post(where, {"people": "张三 吴海燕"})
    assert full.status_code == 422 and "已经报了：电子与电气工程学院队" in full.content.decode()


def test_ours_is_for_officers_of_that_unit(cast, slot):
    where = at(slot, "events/ours/")
    page(cast.client("branch", in_office=False), where, 403)
    page(cast.client("member", in_office=False), where, 404)
    page(cast.client("outsider"), where, 404)
    page(cast.client("branch"), f"{where}?unit={cast.units['lib'].pk}", 404)
    assert "李四" in page(cast.client("office"), f"{where}?unit={cast.units['lib'].pk}")


def test_the_spreadsheet_has_heats_and_standings(cast, slot):
    heats(cast, slot, lanes=2)
    marks(cast, slot, member="13", librarian="12.8")
    answer = cast.client("office").get(at(slot, "events/export/"))
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[0][:5] == ["项目", "组", "时间", "道", "姓名或队名"]
    assert len(rows) == 5
    assert book.get_sheet_by_index(1).to_python()[1] == [1, "图书馆", 7, 1]


def test_figures_count_events_and_those_in_them_once_the_meeting_was_held(cast, slot, django_assert_num_queries):
    team(cast, relay(cast, activity=slot.activity), "branch", [cast.people["member"], cast.people["branch"]])
    scope = Scope(cast.union, Period.of_year(2020))
    assert figures.get("activities.events").compute(scope).value == 0
    activity = slot.activity
    activity.state, activity.held_on = "done", NOW.date()
    activity.save()
    for key, value, words in (("activities.events", 2, "2个项目"), ("activities.event_entries", 6, "6人次")):
        with django_assert_num_queries(1):
            found = figures.get(key).compute(scope)
        assert found.value == value
        (row,) = found.records.rows(cast.actor("office"), 0, 10)
        assert (found.records.count, row.detail) == (1, words)


def test_the_pages_take_as_many_queries_for_many_as_for_few(cast, slot, django_assert_max_num_queries):
    def counted(client, tail):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        client.get(at(slot, tail))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at(slot, tail)).status_code == 200
        return len(queries)

    def all_of_them():
        office, member = cast.client("office"), cast.client("member", in_office=False)
        tails = (
            "events/",
            "events/program/",
            f"events/{slot.pk}/heats/",
            f"events/{slot.pk}/recording/",
            "events/ours/",
        )
        return [counted(office, tail) for tail in tails] + [counted(member, ""), counted(member, "results/")]

    heats(cast, slot, lanes=2)
    marks(cast, slot, member="13", librarian="12.8")
    publish(cast, slot)
    few = all_of_them()
    for number in range(3):
        more = event(cast, f"{number}00米", activity=slot.activity)
        names = fill(cast, more, 5, "lib")
        sign_up(cast, more, "member")
        heats(cast, more, lanes=2)
        marks(cast, more, **{names[0]: "12"})
    publish(cast, slot)
    many = all_of_them()
    # The first page reads one place a pool for the member's own line of signing up.
    assert many[:5] == few[:5] and many[6] == few[6]


def test_who_is_in_no_list_any_more_stands_in_no_heat(cast, slot):
    heats(cast, slot, lanes=2)
    Place.objects.filter(person=cast.people["member"]).update(state="withdrawn")
    assert "张三" not in page(cast.client("office"), at(slot, f"events/{slot.pk}/heats/"))
