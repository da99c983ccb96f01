"""Each page for a member, an outsider and officers; forms keep what was typed."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from tongxin.org.models import Person, Placement, Post, Standing, Term, Unit


def page(client, url, **data):
    answer = client.get(url, data)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("who", "office", "tree", "unit", "roster", "person", "edit"),
    [
        ("member", True, 200, 200, 404, 404, 404),
        ("branch", False, 200, 200, 403, 403, 403),
        ("branch", True, 200, 200, 200, 200, 200),
        ("office", True, 200, 200, 200, 200, 200),
        ("audit", True, 200, 200, 404, 404, 404),
        ("hr", True, 200, 200, 404, 404, 404),
        ("outsider", True, 200, 404, 200, 404, 404),
        (None, True, 302, 302, 302, 302, 302),
    ],
)
def test_who_sees_which_page(cast, who, office, tree, unit, roster, person, edit):
    client = cast.client(who, in_office=office)
    other = cast.people["member"] if who != "member" else cast.people["librarian"]
    codes = [
        client.get(url).status_code
        for url in (
            "/units/",
            reverse("org:unit", args=[cast.units["ee"].pk]),
            "/people/",
            reverse("org:person", args=[other.pk]),
            reverse("org:edit_person", args=[other.pk]),
        )
    ]
    assert codes == [tree, unit, roster, person, edit]


def test_a_stranger_cannot_tell_what_is_not_theirs_from_what_is_not(cast):
    client = cast.client("member")
    theirs = client.get(reverse("org:person", args=[cast.people["chair"].pk]))
    nothing = client.get(reverse("org:person", args=[10**6]))
    assert theirs.status_code == nothing.status_code == 404
    assert [used.name for used in theirs.templates] == [used.name for used in nothing.templates]
    assert "access.no_right" not in theirs.content.decode()


def test_members_see_themselves_in_full(cast):
    Person.objects.filter(pk=cast.people["member"].pk).update(phone="13812342071")
    code, html = page(cast.client("member"), reverse("org:person", args=[cast.people["member"].pk]))
    assert code == 200
    assert "13812342071" in html
    assert "org/people" not in html


def test_the_tree_counts_and_searches(cast):
    code, html = page(cast.client("member"), "/units/")
    assert code == 200
    assert all(unit in html for unit in ("校工会", "电子与电气工程学院", "羽毛球俱乐部"))
    assert "隔壁" not in html
    _, html = page(cast.client("member"), "/units/", q="tsg")
    assert "图书馆" in html
    assert "羽毛球" not in html
    _, html = page(cast.client("member"), "/units/", q="没有的")
    assert "没有这样的单位" in html


def test_closed_units_are_shown_on_demand(cast):
    Unit.objects.filter(pk=cast.units["club"].pk).update(closed_on=date(2020, 1, 1))
    assert "羽毛球" not in page(cast.client("member"), "/units/")[1]
    assert "羽毛球" in page(cast.client("member"), "/units/", closed="1")[1]


def test_a_unit_shows_officers_terms_and_what_is_due(cast):
    term = Term.objects.create(
        unit=cast.units["ee"], name="第二届", starts_on=date(2018, 1, 1), ends_on=date(2021, 1, 1)
    )
    Post.objects.filter(unit=cast.units["ee"]).update(term=term)
    _, html = page(cast.client("chair"), reverse("org:unit", args=[cast.units["ee"].pk]))
    assert "吴海燕" in html
    assert "该换届" in html
    assert "已届满" in html
    assert reverse("org:end_post", args=[Post.objects.get(unit=cast.units["ee"]).pk]) in html
    _, plain = page(cast.client("member"), reverse("org:unit", args=[cast.units["ee"].pk]))
    assert "吴海燕" in plain
    assert "卸任" not in plain


@pytest.fixture
def roster(cast):
    cast.people["member"].phone = "13812342071"
    cast.people["member"].sex = "m"
    cast.people["member"].save()
    return cast


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ({}, {"吴海燕", "张三", "李四", "陈静"}),
        ({"q": "zs"}, {"张三"}),
        ({"q": "海燕"}, {"吴海燕"}),
        ({"q": "2015003"}, {"张三"}),
        ({"sex": "m"}, {"张三"}),
        ({"group": "member"}, {"吴海燕", "张三", "李四", "陈静"}),
        ({"group": "staff"}, set()),
        ({"group": "retained"}, set()),
        ({"gone": "1"}, set()),
        ({"sort": "-unit"}, {"吴海燕", "张三", "李四", "陈静"}),
        (
            {"sort": "nonsense", "sex": "x", "unit": "abc", "page": "zzz", "group": "?"},
            {"吴海燕", "张三", "李四", "陈静"},
        ),
    ],
)
def test_the_roster_finds(roster, asked, seen):
    code, html = page(roster.client("office"), "/people/", **asked)
    assert code == 200
    assert {name for name in ("吴海燕", "张三", "李四", "陈静") if f">{name}</a>" in html} == seen
    assert "13812342071" not in html
    assert "外人" not in html


def test_the_roster_of_a_unit_and_all_below(roster):
    _, html = page(roster.client("office"), "/people/", unit=str(roster.units["ee"].pk))
    assert "张三" in html
    assert ">李四</a>" not in html


def test_a_branch_sees_its_own_people_masked(roster):
    _, html = page(roster.client("branch"), "/people/")
    assert "138****2071" in html
    assert ">李四</a>" not in html


def test_who_left_is_found_among_the_gone(roster):
    member = roster.people["member"]
    Placement.objects.filter(person=member).update(until=date(2020, 9, 1))
    Person.objects.filter(pk=member.pk).update(left_on=date(2020, 9, 1))
    assert ">张三</a>" not in page(roster.client("branch"), "/people/")[1]
    _, html = page(roster.client("branch"), "/people/", gone="1")
    assert ">张三</a>" in html
    assert "2020-09-01" in html


def test_the_roster_leaves_as_a_spreadsheet_with_the_same_filters(roster):
    answer = roster.client("office").get("/people/export/", {"unit": roster.units["ee"].pk, "sort": "number"})
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    rows = [[cell.value for cell in row] for row in book.active]
    assert rows[0][:5] == ["工号", "姓名", "性别", "单位", "会籍"]
    assert [row[1] for row in rows[1:]] == ["吴海燕", "张三"]
    assert rows[2][8] == "138****2071"
    assert roster.client("hr").get("/people/export/").status_code == 404


def test_somebody_is_enrolled_by_form(cast):
    client, unit = cast.client("branch"), cast.units["ee"]
    _, html = page(client, f"/people/new/?unit={unit.pk}")
    assert f'value="{unit.pk}" selected' in html
    given = {
        "unit": unit.pk, "staff_no": "20200031", "name": "陶然", "since": "2020-09-01", "standing": "", "sex": "f",
    }  # fmt: skip
    answer = client.post("/people/new/", given)
    person = Person.objects.get(staff_no="20200031")
    assert answer["Location"] == reverse("org:person", args=[person.pk])
    assert not Standing.objects.filter(person=person).exists()


def test_a_refused_form_keeps_what_was_typed_and_says_why(cast):
    given = {
        "unit": cast.units["ee"].pk,
        "staff_no": "2015003",
        "name": "陶然",
        "since": "2020-09-01",
        "standing": "applied",
    }
    answer = cast.client("branch").post("/people/new/", given)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "工号2015003已经有人用" in html
    assert 'value="陶然"' in html


def test_a_unit_outside_the_right_is_no_choice(cast):
    given = {
        "unit": cast.units["lib"].pk,
        "staff_no": "1",
        "name": "陶然",
        "since": "2020-09-01",
        "standing": "applied",
    }
    assert cast.client("branch").post("/people/new/", given).status_code == 422
    assert not Person.objects.filter(staff_no="1").exists()


ACTS = [
    ("change_standing", "member", {"state": "retained", "since": "2020-10-01", "reason": "脱产"}, {"state": "retained", "since": "2010-01-01"}),
    ("move_person", "member", {"unit": "lib", "since": "2020-10-01"}, {"unit": "ee", "since": "2020-10-01"}),
    ("leave_employment", "member", {"on": "2020-10-01", "standing": "moved"}, {"on": "2010-01-01", "standing": "moved"}),
    ("edit_person", "member", {"staff_no": "1", "name": "张三"}, {"staff_no": "2015002", "name": "张三"}),
    ("appoint", "lib", {"person": "李四", "kind": "chair", "since": "2020-10-01"}, {"person": "王五", "kind": "chair", "since": "2020-10-01"}),
    ("new_term", "lib", {"name": "一", "starts_on": "2018-01-01", "ends_on": "2021-01-01"}, {"name": "一", "starts_on": "2018-01-01", "ends_on": "2029-01-01"}),
    ("edit_unit", "lib", {"name": "图书馆", "code": "l", "order": ""}, {"name": "图书馆", "code": "ee"}),
    ("close_unit", "club", {"on": "2020-10-01", "reason": "合并"}, {"on": "2999-01-01", "reason": "合并"}),
]  # fmt: skip


@pytest.mark.parametrize(("url", "thing", "right", "wrong"), ACTS, ids=[act[0] for act in ACTS])
def test_an_act_is_shown_done_and_refused(cast, url, thing, right, wrong):
    pk = (cast.people.get(thing) or cast.units[thing]).pk
    address = reverse(f"org:{url}", args=[pk])
    given = [{k: cast.units[v].pk if k == "unit" else v for k, v in data.items()} for data in (wrong, right)]
    for who, office, code in (("member", True, 404), ("outsider", True, 404), ("office", False, 403)):
        assert cast.client(who, in_office=office).get(address).status_code == code
    client = cast.client("office")
    assert client.get(address).status_code == 200
    assert client.post(address, given[0]).status_code == 422
    assert client.post(address, given[1]).status_code == 302


def test_a_unit_is_founded_and_moved_by_form(cast):
    client = cast.client("office")
    address = f"/units/new/?parent={cast.units['ee'].pk}"
    _, html = page(client, "/units/new/", parent=cast.units["ee"].pk)
    assert "工会小组" in html
    assert ">分工会<" not in html
    client.post(address, {"kind": "department", "name": "实验中心", "code": "sy"})
    unit = Unit.objects.get(code="sy")
    client.post(reverse("org:move_unit", args=[unit.pk]), {"to": cast.union.pk})
    unit.refresh_from_db()
    assert unit.parent == cast.union
    assert cast.client("branch").get(f"/units/new/?parent={cast.units['lib'].pk}").status_code == 404


def test_a_post_ends_and_a_term_changes_by_form(cast):
    post = Post.objects.get(unit=cast.units["ee"])
    term = Term.objects.create(unit=cast.units["ee"], name="一", starts_on=date(2018, 1, 1), ends_on=date(2021, 1, 1))
    client = cast.client("office")
    assert "吴海燕" in page(client, reverse("org:end_post", args=[post.pk]))[1]
    assert client.post(reverse("org:end_post", args=[post.pk]), {"until": "2020-10-01"}).status_code == 302
    given = {"name": "第一届", "starts_on": "2018-01-01", "ends_on": "2021-01-01"}
    assert client.post(reverse("org:edit_term", args=[term.pk]), given).status_code == 302
    term.refresh_from_db()
    assert term.name == "第一届"


def test_who_left_comes_back_by_form(cast):
    member = cast.people["member"]
    client = cast.client("office")
    client.post(reverse("org:leave_employment", args=[member.pk]), {"on": "2020-09-01", "standing": "moved"})
    _, html = page(client, reverse("org:person", args=[member.pk]))
    assert "回来上班" in html
    given = {"unit": cast.units["lib"].pk, "since": "2020-10-01"}
    assert client.post(reverse("org:take_back", args=[member.pk]), given).status_code == 302


def test_an_invitation_is_shown_once_and_only_by_button(cast):
    address = reverse("org:invite", args=[cast.people["member"].pk])
    answer = cast.client("branch").post(address)
    assert "http://testserver/welcome/" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert cast.client("branch").get(address).status_code == 405
    assert cast.client("hr").post(address).status_code == 404


def test_units_and_posts_leave_as_a_spreadsheet(cast):
    answer = cast.client("office").get("/units/export/")
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    units, posts = book.worksheets
    assert [row[0].value for row in units][:2] == ["代码", "demo"]
    ee = next(row for row in units if row[0].value == "ee")
    assert [cell.value for cell in ee][4:] == ["校工会", None, 2, 2]
    assert ("电子与电气工程学院", "吴海燕", "主席") in [tuple(cell.value for cell in row[:3]) for row in posts]
    assert "other" not in [row[0].value for row in units]
