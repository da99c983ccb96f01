"""The life of a year: from an empty database to a signed summary, for a union that sends whatever spreadsheets it has."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.test import Client

from tongxin.accounts.actions.invitation import accept_invitation
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity
from tongxin.audit.actions import seal
from tongxin.audit.models import Entry
from tongxin.audit.queries.chain import verify
from tongxin.core.papers import read_docx
from tongxin.core.periods import Period
from tongxin.core.refusals import Refused
from tongxin.core.sheets.tests.ugly import plan_files, roster_files
from tongxin.desk.actions.set_up import FirstOfficer, set_up
from tongxin.imports.shell import ShellImport, import_file
from tongxin.org.actions import appoint, enrol, invite
from tongxin.org.actor import shell_actor
from tongxin.org.models import Person, Unit
from tongxin.org.queries.actor import actor_of
from tongxin.plan import actions as plan
from tongxin.report import actions as report
from tongxin.report import paper
from tongxin.report.queries.check_document import check_document
from tongxin.report.queries.figures import compute_all
from tongxin.report.queries.texts import checked, latest

PASSWORD = "gui-hua-kai-le-2020"


def at(month: int, day: int, year: int = 2020) -> datetime:
    """Two in the afternoon in Shanghai."""
    return datetime(year, month, day, 6, tzinfo=UTC)


def officer(staff_no: str, now: datetime):
    """Who holds a post then, under the office hat."""
    return actor_of(Person.objects.get(staff_no=staff_no).user, today=now.date(), office=True)


@pytest.fixture
def kept(settings, tmp_path):
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "kept"}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}


@pytest.mark.django_db
@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("look", range(5), ids=["titled", "old", "delimited", "by branch", "paged"])
def test_a_union_lives_from_an_empty_database_to_a_signed_summary(tmp_path, look):
    union = begin()
    chair = officer("0001", at(1, 3))
    people(chair, union, roster_files(tmp_path)[look])
    office = the_office(chair, union)
    planned(office, union, plan_files(tmp_path)[look])
    assert import_file(
        actor=officer("0002", at(6, 30)), now=at(6, 30),
        wanted=ShellImport(kind="roster", file=roster_files(tmp_path)[look], unit=union, new_units=True),
    ).made.counts["new"] == 1  # fmt: skip
    approved(officer("0001", at(1, 15)), union)
    lived(union)
    figures(union)
    summary = written(union)
    finished(summary, tmp_path)


def begin() -> Unit:
    """`tongxin init`; the first officer takes the link."""
    done = set_up(
        actor=shell_actor("init"), now=at(1, 2), code="mou", name="某大学工会", officer=FirstOfficer("0001", "刘主席")
    )
    take(done.link, at(1, 2))
    return done.union


def take(link: str, now: datetime) -> None:
    """Choose a password by a link, and sign in with it."""
    _, _, uid, token, _ = link.split("/")
    user = accept_invitation(uid=uid, token=token, password=PASSWORD, now=now)
    assert Client().post("/sign-in/", {"username": user.username, "password": PASSWORD}).status_code == 302


def people(chair, union: Unit, file) -> None:
    """The roster goes in; what is new in it are branches."""
    wanted = ShellImport(kind="roster", file=file, unit=union, new_units=True)
    dry = import_file(actor=chair, now=at(1, 3), wanted=ShellImport(**{**vars(wanted), "dry_run": True}))
    assert Person.objects.count() == 1, "a dry run writes nothing"
    answer = import_file(actor=chair, now=at(1, 3), wanted=wanted)
    assert answer.made.counts["new"] == dry.made.counts["new"] == 5
    assert answer.refused == 1, "who comes in June is not here in January"
    assert Person.objects.count() == 6
    branches = set(Unit.objects.filter(parent=union).values_list("name", flat=True))
    assert {name.removesuffix("分工会") for name in branches} >= {"数学系", "机关"}
    again = import_file(actor=chair, now=at(1, 4), wanted=wanted)
    assert (again.made.counts["new"], Person.objects.count()) == (0, 6), "the same file again adds nobody"


def the_office(chair, union: Unit):
    """Somebody does the daily work from now on."""
    person = enrol(actor=chair, now=at(1, 4), unit=union, staff_no="0002", name="周办公")
    appoint(actor=chair, now=at(1, 4), person=person, unit=union, kind="office", since=date(2020, 1, 4))
    take(invite(actor=chair, now=at(1, 4), person=person), at(1, 4))
    return officer("0002", at(1, 5))


def planned(office, union: Unit, file) -> None:
    """The plan goes in, with work that is no activity."""
    answer = import_file(
        actor=office, now=at(1, 6), wanted=ShellImport(kind="plan", file=file, unit=union, year=2020, new_units=True)
    )
    assert answer.made.counts["new"] == 6, answer.as_text()
    assert Activity.objects.filter(year=2020).count() == 6
    plan.add_work_item(
        actor=office,
        now=at(1, 6),
        unit=union,
        year=2020,
        title="分工会组织建设",
        kind="branch",
        due_on=date(2020, 6, 30),
    )


def approved(chair, union: Unit) -> None:
    """The chair approves once; the office cannot."""
    given = {"unit": union, "year": 2020, "approved_on": date(2020, 1, 15)}
    with pytest.raises(Refused):
        plan.approve_plan(actor=officer("0002", at(1, 15)), now=at(1, 15), **given)
    laid = {"unit": union, "year": 2020, "now": at(1, 14)}
    plan.submit_plan(actor=officer("0002", at(1, 14)), **laid)
    plan.review_plan(actor=chair, words="同意。", **laid)
    made = plan.approve_plan(actor=chair, now=at(1, 15), idea="一个引领", **given)
    assert made.baseline.count() == 7
    with pytest.raises(Refused, match=r"plan\.already_approved"):
        plan.approve_plan(actor=chair, now=at(1, 16), **given)


def lived(union: Unit) -> None:
    """Held, moved, taken online, put off and called off, each with its reason."""
    by_title = {activity.title: activity for activity in Activity.objects.filter(year=2020)}
    walk, speech, tennis, care, books, retired = (
        next(activity for title, activity in by_title.items() if word in title)
        for word in ("健步走", "演讲", "乒乓球", "送清凉", "读书", "座谈")
    )  # fmt: skip

    def do(act, month: int, day: int, activity: Activity, **given) -> None:
        now = at(month, day)
        act(actor=officer("0002", now), now=now, activity=Activity.objects.get(pk=activity.pk), **given)

    do(
        activities.finish,
        3,
        12,
        walk,
        held_on=date(2020, 3, 8),
        persons=100,
        person_times=120,
        outcome="分两批走完全程。",
    )
    do(activities.go_online, 4, 20, speech, reason="epidemic", words="改在网上讲。")
    do(activities.finish, 5, 20, speech, held_on=date(2020, 5, 18), persons=60, person_times=60)
    do(activities.move, 5, 25, tennis, to=date(2020, 10, 24), reason="venue", words="体育馆在修。")
    do(activities.finish, 6, 26, care, held_on=date(2020, 6, 25), persons=200, person_times=200)
    do(activities.cancel, 4, 1, books, reason="epidemic", words="图书馆不开放。")
    do(activities.finish, 10, 25, tennis, held_on=date(2020, 10, 24), persons=64, person_times=128)
    do(activities.postpone, 12, 20, retired, until=None, counts_for=2021, reason="epidemic", words="来年再请。")
    item = union.work_items.get()
    now = at(12, 28)
    plan.report_progress(actor=officer("0002", now), now=now, item=item, share_done=40, words="换届没开成会。")
    plan.carry_over(actor=officer("0002", at(12, 31)), now=at(12, 31), item=item, due_on=date(2021, 6, 30))


def figures(union: Unit) -> None:
    """Counted by hand: six planned, four held."""
    rows = {row.key: row for row in compute_all(union, Period.of_year(2020), officer("0002", at(1, 5, 2021)))}
    assert (rows["activities.planned"].value, rows["activities.held"].value) == (6, 4)
    assert rows["activities.participations"].value == 120 + 60 + 200 + 128
    assert (rows["activities.cancelled"].value, rows["activities.postponed"].value) == (1, 1)


def written(union: Unit):
    """The office drafts and edits; the chair signs, once, and what is signed stays."""
    now = at(1, 12, 2021)
    office, chair = officer("0002", now), officer("0001", now)
    summary = report.draft_summary(actor=office, now=now, unit=union, year=2020)
    assert checked(summary).bad == []
    last = latest(summary).body["blocks"][-1]["id"]
    report.edit_block(
        actor=office,
        now=now,
        summary=summary,
        block_id=last,
        text="全年开展活动{activities.held}，谢谢大家。",
        base_number=1,
        kind="p",
    )
    summary.refresh_from_db()
    signing = {"summary": summary, "signed_on": date(2021, 1, 15), "base_number": summary.latest}
    with pytest.raises(Refused):
        report.sign(actor=office, now=now, **signing)
    report.sign(actor=chair, now=now, **signing)
    summary.refresh_from_db()
    with pytest.raises(Refused, match=r"summary\.signed"):
        report.edit_block(
            actor=office, now=now, summary=summary, block_id=last, text="再改", base_number=summary.latest, kind="p"
        )
    return summary


def finished(summary, tmp_path) -> None:
    """The paper agrees with the records; every act is in the trail, and the trail is sound."""
    file = tmp_path / "总结.docx"
    file.write_bytes(paper.docx(summary, latest(summary)))
    words = "\n".join(read_docx(BytesIO(file.read_bytes())).paragraphs)
    assert "全年开展活动4项，谢谢大家。" in words
    assert "2021年1月15日" in words
    check = check_document(file, shell_actor())
    assert check.passed
    seal(now=at(1, 16, 2021))
    state = verify()
    assert (state.waiting, state.broken) == (0, ())
    acts = set(Entry.objects.values_list("act", flat=True))
    assert acts >= {
        "org.found_unit", "org.enrol", "org.appoint", "org.invite", "accounts.accept_invitation", "imports.add", "imports.apply",
        "plan.approve", "activities.finish", "activities.move", "activities.cancel", "activities.postpone", "activities.go_online",
        "plan.carry_over", "report.draft_summary", "report.edit_block", "report.sign",
    }  # fmt: skip
