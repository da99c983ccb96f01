"""The academic year from a spreadsheet."""

from __future__ import annotations

from io import BytesIO

import pytest

from tests.cast import NOW
from tongxin.core.refusals import Refused
from tongxin.imports.actions.add_run import add_run
from tongxin.imports.actions.apply_run import apply_run
from tongxin.planner.imports.spans import SPANS, kind_of
from tongxin.planner.models import TermSpan

pytestmark = pytest.mark.django_db
SHEET = """名称,种类,开始日期,结束日期
第一学期,学期,2020-09-01,2021-01-10
期末考试周,,2020-12-28,2021-01-08
寒假,,2021-01-11,2021-02-28
校庆,,2020-11-03,2020-11-03
倒着的考试周,考试周,2020-12-28,2020-12-01
"""


def take_in(cast, sheet=SHEET):
    office = cast.actor("office")
    run = add_run(
        actor=office, now=NOW, importer=SPANS, unit=cast.union, file=BytesIO(sheet.encode()), filename="校历.csv"
    )
    return apply_run(actor=office, now=NOW, run=run)


@pytest.mark.parametrize(
    ("typed", "name", "kind"),
    [
        ("考试", "第18周", "exam"),
        ("", "期末考试", "exam"),
        ("", "暑假", "vacation"),
        ("", "第二学期", "term"),
        ("", "校庆", None),
    ],
)
def test_the_kind_is_told_by_what_is_typed_else_by_the_name(typed, name, kind):
    assert kind_of(typed, name) == kind


def test_good_lines_go_in_and_the_same_file_twice_adds_nothing(cast):
    take_in(cast)
    assert list(TermSpan.objects.values_list("kind", "name")) == [
        ("term", "第一学期"),
        ("exam", "期末考试周"),
        ("vacation", "寒假"),
    ]
    try:
        take_in(cast)
    except Refused as refusal:
        assert refusal.code.startswith("import.")
    assert TermSpan.objects.count() == 3
