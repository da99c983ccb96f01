"""Acts on tasks, with every refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import may_open_evidence
from tongxin.mobilisation.models import Report, Task
from tongxin.mobilisation.queries.tasks import board, own_part, tasks_given, tasks_in_hand
from tongxin.mobilisation.tests.making import part, task
from tongxin.mobilisation.tests.test_calls import entries, refused
from tongxin.notices.models import Notice

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture(autouse=True)
def kept(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


def test_a_task_is_told_to_the_officers_of_its_units(cast):
    made = task(cast)
    notice = Notice.objects.get(key=f"mobilisation:task:{made.pk}")
    assert notice.important
    assert set(notice.messages.values_list("person__name", flat=True)) == {"吴海燕"}
    assert made.handed.count() == 2 and entries("give_task") == 1


@pytest.mark.parametrize(
    ("code", "change"),
    [("task.past", {"due_on": date(2020, 10, 19)}), ("task.nobody", {"units": []})],
)
def test_a_task_that_cannot_be_is_refused(cast, code, change):
    refused(code, lambda: task(cast, **change))
    assert not Task.objects.exists()


def test_a_task_goes_down_only(cast):
    refused("task.not_below", lambda: task(cast, units=[cast.units["other"]]))
    given = {"actor": cast.actor("branch"), "now": NOW, "title": "甲", "what": "乙", "due_on": date(2020, 10, 25)}
    refused("task.not_below", actions.give_task, **given, unit=cast.units["ee"], units=[cast.units["lib"]])
    refused("access.no_right", actions.give_task, **given, unit=cast.union, units=[cast.units["lib"]])


@pytest.mark.parametrize(("name", "office", "code"), [("member", True, "access.no_right"), ("outsider", True, "access.no_right"), ("audit", True, "access.no_right"), ("office", False, "access.office_mode")])  # fmt: skip
def test_strangers_do_nothing_with_a_task(cast, name, office, code):
    made = task(cast)
    given = {"actor": cast.actor(name, in_office=office), "now": NOW}
    refused(code, actions.acknowledge, handed=part(cast, made), **given)
    refused(code, actions.report_task, handed=part(cast, made), state="doing", **given)
    refused(code, actions.remind_units, task=made, **given)
    refused(code, actions.close_task, task=made, words="好", **given)


def test_a_branch_does_not_answer_for_another_or_for_the_whole(cast):
    made = task(cast)
    given = {"actor": cast.actor("branch"), "now": NOW}
    refused("access.no_right", actions.acknowledge, handed=part(cast, made, "lib"), **given)
    refused("access.no_right", actions.remind_units, task=made, **given)
    refused("access.no_right", actions.close_task, task=made, words="好", **given)


def test_acknowledging_is_said_once(cast):
    made = task(cast)
    for later in (0, 1):
        actions.acknowledge(actor=cast.actor("branch"), now=NOW + timedelta(hours=later), handed=part(cast, made))
    assert part(cast, made).acknowledged_at == NOW
    assert entries("acknowledge") == 1


def test_a_unit_reports_and_reports_again(cast):
    made = task(cast, counts="返校人数", wants="没返校的说明原因")
    given = {"actor": cast.actor("branch"), "now": NOW, "handed": part(cast, made)}
    refused("task.words_needed", actions.report_task, **given, state="cannot")
    refused("task.words_needed", actions.report_task, **given, state="done", number=3, whole=3)
    refused("task.number_needed", actions.report_task, **given, state="done", words="都好")
    refused("task.more_than_all", actions.report_task, **given, state="doing", number=4, whole=3)
    assert not Report.objects.exists()
    actions.report_task(**given, state="doing", number=1, whole=3, words="还在问")
    found = actions.report_task(**given, state="done", number=3, whole=3, words="都回来了")
    assert (found.state, found.number, found.done_at, found.acknowledged_at) == ("done", 3, NOW, NOW)
    assert actions.report_task(**given, state="doing", number=2, whole=3).done_at is None
    assert [report.state for report in Report.objects.all()] == ["doing", "done", "doing"]


def test_a_paper_is_sent_along_and_opened_by_both_sides_alone(cast):
    made = task(cast)
    upload = SimpleUploadedFile("名单.pdf", PDF)
    handed = part(cast, made)
    actions.report_task(actor=cast.actor("branch"), now=NOW, handed=handed, state="doing", upload=upload)
    assert Attachment.objects.get().thing_id == handed.pk
    seen = {
        name: may_open_evidence(cast.actor(name), handed.pk)
        for name in ("branch", "office", "audit", "member", "outsider")
    }
    assert seen == {"branch": True, "office": True, "audit": True, "member": False, "outsider": False}
    refused(
        "file.type", actions.report_task, actor=cast.actor("branch"), now=NOW, handed=handed, state="done", upload=SimpleUploadedFile("a.exe", b"MZ12")
    )  # fmt: skip
    assert part(cast, made).state == "doing"


def test_units_are_reminded_once_a_day(cast):
    made = task(cast, units=[cast.units["ee"], cast.units["lib"], cast.units["hr"]])
    office = {"actor": cast.actor("office"), "task": made}
    for unit in ("lib",):
        actions.report_task(actor=cast.actor("office"), now=NOW, handed=part(cast, made, unit), state="done")
    assert actions.remind_units(**office, now=NOW) == 2
    told = Notice.objects.get(key__endswith="remind:2020-10-20").messages
    assert set(told.values_list("person__name", flat=True)) == {"吴海燕", "丁磊"}
    refused("task.reminded_today", actions.remind_units, **office, now=NOW + timedelta(hours=5))
    assert actions.remind_units(**office, now=NOW + timedelta(hours=12)) == 2
    for unit in ("ee", "hr"):
        actions.report_task(
            actor=cast.actor("office"), now=NOW, handed=part(cast, made, unit), state="cannot", words="没人"
        )
    refused("task.nothing_outstanding", actions.remind_units, **office, now=NOW + timedelta(days=2))


def test_a_closed_task_takes_nothing_more(cast):
    made = task(cast)
    office = {"actor": cast.actor("office"), "now": NOW}
    refused("task.no_closing", actions.close_task, **office, task=made, words=" ")
    closed = actions.close_task(**office, task=made, words="都返校了")
    assert (closed.state, closed.closing, closed.closed_at) == ("closed", "都返校了", NOW)
    assert Notice.objects.filter(key=f"mobilisation:task:{made.pk}:close").exists()
    refused("task.closed", actions.close_task, **office, task=made, words="再一次")
    refused("task.closed", actions.remind_units, **office, task=made)
    refused("task.closed", actions.report_task, **office, handed=part(cast, made), state="done")
    refused("task.closed", actions.acknowledge, **office, handed=part(cast, made))


def test_the_board_puts_what_is_late_first(cast):
    made = task(cast, units=[cast.units[code] for code in ("ee", "lib", "hr", "security")])
    office = {"actor": cast.actor("office"), "now": NOW}
    actions.report_task(**office, handed=part(cast, made, "ee"), state="done", number=128, whole=130)
    actions.report_task(**office, handed=part(cast, made, "lib"), state="doing", number=2, whole=5)
    actions.report_task(**office, handed=part(cast, made, "hr"), state="cannot", words="没有人手")
    made.refresh_from_db()
    now = board(cast.actor("office"), made, NOW)
    assert [row.unit for row in now.rows] == ["保卫处", "人力资源处", "图书馆", "电子与电气工程学院"]
    assert (now.done, now.late, now.unread, now.number, now.whole, now.outstanding) == (1, 0, 1, 130, 135, 2)
    later = board(cast.actor("office"), made, NOW + timedelta(days=9))
    assert later.late == 2 and {row.unit for row in later.rows[:2]} == {"保卫处", "图书馆"}


def test_each_sees_what_concerns_the_own_units(cast):
    made = task(cast)
    assert [card.pk for card in tasks_given(cast.actor("audit"), NOW)] == [made.pk]
    assert tasks_given(cast.actor("branch"), NOW) == []
    assert [each.unit for each in tasks_in_hand(cast.actor("branch"), NOW)] == ["电子与电气工程学院"]
    assert tasks_in_hand(cast.actor("office"), NOW) == []
    assert own_part(cast.actor("branch"), made) == part(cast, made)
    assert own_part(cast.actor("office"), made) is None


def test_the_trail_names_the_unit(cast):
    made = task(cast)
    actions.acknowledge(actor=cast.actor("branch"), now=NOW, handed=part(cast, made))
    entry = Entry.objects.get(act="mobilisation.acknowledge")
    assert entry.unit_path == cast.units["ee"].path
    with pytest.raises(Refused):
        task(cast, units=[])
