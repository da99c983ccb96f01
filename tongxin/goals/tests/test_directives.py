"""Tasks from above: put down, shown to be done, closed with a note, opened again; pages and figures."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW
from tongxin.activities.tests.making import add
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.goals import actions
from tongxin.goals.models import Directive
from tongxin.goals.queries.directives import year_to_open
from tongxin.goals.tests.making import directive, goal
from tongxin.goals.tests.refusing import refused
from tongxin.goals.todos import ask
from tongxin.plan.tests.making import work

PAPER = b"%PDF-1.4 1 0 obj"


def do(cast, act, one, by="office", **given):
    return act(actor=cast.actor(by), now=NOW, directive=one, **given)


def test_a_directive_is_shown_done_and_closed(cast):
    one = directive(cast)
    shown = {"activities": [add(cast)], "work": [work(cast)], "goals": [goal(cast)]}
    assert do(cast, actions.set_evidence, one, **shown).state == "under_way"
    closed = do(cast, actions.close_directive, one, closing="都做了。")
    assert (closed.state, closed.closed_on, closed.closed_by) == ("closed", date(2020, 10, 20), "周敏")
    values = [
        figures.get(key).compute(Scope(cast.union, Period.of_year(2020)))
        for key in ("directives.received", "directives.closed")
    ]
    assert [value.value for value in values] == [1, 1]
    assert values[1].records.rows(cast.actor("party"), 0, 9)[0].label == "落实疫情防控"
    assert values[1].records.rows(cast.actor("outsider"), 0, 9)[0].label == "—"


def test_a_closed_directive_stays_until_it_is_opened_again(cast):
    one = directive(cast)
    refused("directive.not_closed", do, cast, actions.reopen_directive, one, reason="漏了")
    refused("directive.note_missing", do, cast, actions.close_directive, one, closing=" ")
    do(cast, actions.close_directive, one, closing="做了。")
    refused("directive.closed", do, cast, actions.close_directive, one, closing="又做了。")
    refused("directive.closed", do, cast, actions.set_evidence, one, activities=[], work=[])
    given = {"title": "一", "given_by": "校党委", "given_on": date(2020, 2, 1)}
    refused("directive.closed", do, cast, actions.edit_directive, one, **given)
    refused("directive.reason_missing", do, cast, actions.reopen_directive, one, reason="")
    again = do(cast, actions.reopen_directive, one, reason="漏了一项")
    assert (again.state, again.closing, again.closed_on) == ("under_way", "做了。", None)
    assert do(cast, actions.edit_directive, one, **given).title == "一"


def test_directives_refuse_what_does_not_fit(cast):
    refused("goals.title_missing", directive, cast, "")
    refused("directive.from_missing", directive, cast, given_by=" ")
    refused("directive.due_before_given", directive, cast, due_on=date(2020, 1, 1))
    refused("goals.owner_outside", directive, cast, owner=cast.people["outsider"])
    one = directive(cast)
    late = work(cast, year=2021, starts_on=None, due_on=None)
    refused("directive.no_evidence", do, cast, actions.set_evidence, one, activities=[], work=[late])


@pytest.mark.parametrize("who", ["member", "branch", "audit", "party", "outsider"])
def test_nobody_else_changes_directives(cast, who):
    one = directive(cast)
    refused("access.no_right", do, cast, actions.close_directive, one, by=who, closing="做了。")
    refused("access.no_right", do, cast, actions.set_evidence, one, by=who, activities=[], work=[])
    refused("access.no_right", do, cast, actions.reopen_directive, one, by=who, reason="漏")
    paper = SimpleUploadedFile("a.pdf", PAPER)
    refused("access.no_right", do, cast, actions.keep_paper, one, by=who, upload=paper)


def test_evidence_of_a_goal_keeps_the_goal(cast):
    one, aim = directive(cast), goal(cast)
    do(cast, actions.set_evidence, one, activities=[], work=[], goals=[aim])
    refused("goals.is_evidence", actions.remove_goal, actor=cast.actor("office"), now=NOW, goal=aim)


def test_papers_are_kept_and_opened_by_officers_and_the_party_alone(cast):
    one = directive(cast)
    client = cast.client("office")
    url = f"/directives/{one.pk}/papers/"
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"upload": SimpleUploadedFile("通知.pdf", PAPER)}).status_code == 302
    page = cast.client("party").get(f"/directives/{one.pk}/")
    file = page.context["page"].papers[0]
    assert "通知.pdf" in page.content.decode()
    assert cast.client("party").get(f"/files/{file.pk}/").status_code == 200
    assert cast.client("member").get(f"/files/{file.pk}/").status_code == 404
    assert client.post(f"{url}{file.pk}/remove/").status_code == 302
    assert not client.get(f"/directives/{one.pk}/").context["page"].papers


def test_a_directive_waits_from_two_weeks_before_it_is_due(cast):
    one = directive(cast)
    (todo,) = ask(cast.actor("office"), NOW)
    assert (todo.key, todo.minutes, todo.url) == (f"goals.directive.{one.pk}", 5, f"/directives/{one.pk}/")
    for who in ("member", "branch", "audit", "outsider"):
        assert not ask(cast.actor(who), NOW)
    do(cast, actions.close_directive, one, closing="做了。")
    assert not ask(cast.actor("office"), NOW)


def test_the_pages_do_it_all(cast):
    client = cast.client("office")
    given = {"title": "落实消费扶贫", "given_by": "市总工会", "given_on": "2020-04-01", "due_on": "2020-12-20"}
    answer = client.post("/directives/new/?year=2020", given | {"given_on": "2021-01-01"})
    assert (
        answer.status_code == 422
        and "期限早于" in answer.content.decode()
        and "落实消费扶贫" in answer.content.decode()
    )
    assert client.post("/directives/new/?year=2020", given).status_code == 302
    one = Directive.objects.get()
    activity = add(cast, "中秋节活动")
    assert client.post(f"/directives/{one.pk}/evidence/", {"activities": [activity.pk]}).status_code == 302
    assert client.post(f"/directives/{one.pk}/evidence/", {"activities": ["999999"]}).status_code == 422
    assert client.post(f"/directives/{one.pk}/edit/", given | {"title": "落实"}).status_code == 302
    assert client.post(f"/directives/{one.pk}/close/", {"closing": ""}).status_code == 422
    assert client.post(f"/directives/{one.pk}/close/", {"closing": "买了。"}).status_code == 302
    for url in ("/directives/?year=2020", "/directives/matrix/?year=2020", f"/directives/{one.pk}/"):
        page = cast.client("party").get(url).content.decode()
        assert "中秋节活动" in page and "已结案" in page
    assert client.get("/directives/export/?year=2020").status_code == 200
    assert client.post(f"/directives/{one.pk}/reopen/", {"reason": "漏了"}).status_code == 302
    assert client.get("/directives/?year=2019").status_code == 200
    assert cast.client("member").get(f"/directives/{one.pk}/").status_code == 404
    assert client.get("/directives/99999/").status_code == 404


def test_the_list_opens_at_the_newest_year_that_has_one(cast):
    today = date(2026, 11, 23)
    assert year_to_open(cast.union, today) == 2026
    directive(cast)
    assert year_to_open(cast.union, today) == 2020
    assert cast.client("office").get("/directives/").context["year"] == 2020
    assert cast.client("office").get("/directives/?year=2019").context["year"] == 2019
