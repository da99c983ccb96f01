"""Checks that several acts share. Each refuses, or returns nothing."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.models import Person, Unit
from tongxin.org.rules import phones
from tongxin.org.rules.codes import is_possible_code
from tongxin.org.rules.units import takes_people

# 劳动法第十五条: nobody under sixteen may be employed.
YOUNGEST = 16
EARLIEST_YEAR = 1900


def not_in_future(day: date, now: datetime, *, field: str) -> None:
    """What is recorded has happened. Refuses: `day.in_future`."""
    if day > clock.today(now):
        raise Refused("day.in_future", _("这一天还没到。到了那天再办，填的内容都留着。"), field=field)


def open_to_people(unit: Unit, day: date) -> None:
    """People can belong to the unit on that day. Refuses: `unit.takes_no_people`, `unit.closed`."""
    if not takes_people(unit.kind):
        words = _("“%(unit)s”不编人。选工会、分工会、小组或部门。") % {"unit": unit.called}
        raise Refused("unit.takes_no_people", words, field="unit")
    still_open(unit, day)


def still_open(unit: Unit, day: date) -> None:
    """The unit is not closed on that day. Refuses: `unit.closed`."""
    if unit.closed_on is not None and unit.closed_on <= day:
        words = _("“%(unit)s”已经撤销。换一个单位。") % {"unit": unit.called}
        raise Refused("unit.closed", words, field="unit")


def still_here(person: Person) -> None:
    """The person has not left the employer. Refuses: `person.gone`."""
    if person.left_on is not None:
        words = _("%(name)s已经离职，先办“回来”。") % {"name": person.name}
        raise Refused("person.gone", words)


def possible_details(
    *, name: str, staff_no: str, phone: str, born_on: date | None, hired_on: date | None, today: date
) -> None:
    """What is known of a person holds together.

    Refuses: `person.name_missing`, `person.name_not_possible`, `person.staff_no_missing`, `person.staff_no_not_possible`,
    `person.phone_not_possible`, `person.too_young`, `person.dates_crossed`.
    """
    if not name:
        raise Refused("person.name_missing", _("还没写姓名。"), field="name")
    if not any(char.isalpha() for char in name) or any(char in "<>" for char in name):
        raise Refused("person.name_not_possible", _("这不像姓名。写花名册上的全名。"), field="name")
    if not staff_no:
        raise Refused("person.staff_no_missing", _("还没写工号。"), field="staff_no")
    if not is_possible_code(staff_no):
        words = _("工号只用字母、数字和 - _ .，登录时要照着输。")
        raise Refused("person.staff_no_not_possible", words, field="staff_no")
    if not phones.is_possible(phone):
        raise Refused("person.phone_not_possible", _("手机号应是11位。看看是不是少了或多了一位。"), field="phone")
    if hired_on and hired_on.year < EARLIEST_YEAR:
        raise Refused("person.dates_crossed", _("年份不对。改入职日期。"), field="hired_on")
    if born_on and hired_on and hired_on <= born_on:
        raise Refused("person.dates_crossed", _("入职日期不会早于出生日期。改其中一个。"), field="hired_on")
    if born_on and not EARLIEST_YEAR <= born_on.year <= today.year - YOUNGEST:
        raise Refused(
            "person.too_young", _("出生日期不对：花名册里的人至少%(years)s岁。") % {"years": YOUNGEST}, field="born_on"
        )


def free_staff_no(union: Unit, staff_no: str, *, besides: int | None = None) -> None:
    """Nobody else of the union has that number, however its letters are written. Refuses: `person.staff_no_taken`."""
    if Person.objects.filter(union=union, staff_no__iexact=staff_no).exclude(pk=besides or 0).exists():
        raise staff_no_taken(staff_no)


def staff_no_taken(staff_no: str) -> Refused:
    """The refusal of a number that somebody else has."""
    words = _("工号%(number)s已经有人用。核对工号，或打开那个人来改。") % {"number": staff_no}
    return Refused("person.staff_no_taken", words, field="staff_no")
