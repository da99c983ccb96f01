"""The roster: written as the spreadsheet an office would have, and imported as an office would."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from tongxin.demo.facts.people import Invented, invent
from tongxin.demo.facts.units import UNION_CODE, UNITS
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import moment
from tongxin.imports.shell import ShellImport, import_file
from tongxin.org.actor import shell_actor

HEADER = ("工号", "姓名", "性别", "所在单位", "出生日期", "入职日期", "入会日期", "手机")
SEXES = {"f": "女", "m": "男"}


def bring_in(units: Units, staff: int) -> None:
    """Import `staff` people in all, the demonstration accounts among them."""
    from tongxin.demo.facts.accounts import ACCOUNTS

    with TemporaryDirectory() as folder:
        file = Path(folder) / "教职工花名册.xlsx"
        _write(file, max(0, staff - len(ACCOUNTS)))
        wanted = ShellImport(kind="roster", file=file, unit=units[UNION_CODE], all_or_nothing=True)
        import_file(actor=shell_actor("demo"), now=moment(2019, 9, 2, 15), wanted=wanted)


def _write(file: Path, count: int) -> None:
    names = {unit.code: unit.name for unit in UNITS}
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("花名册")
        sheet.write_row(0, 0, HEADER)
        for row, person in enumerate(invent(count), start=1):
            sheet.write_row(row, 0, _cells(person, names))


def _cells(person: Invented, names: dict[str, str]) -> tuple[str, ...]:
    joined = f"{person.hired:%Y-%m-%d}" if person.member else "未入会"
    return (
        person.staff_no, person.name, SEXES[person.sex], names[person.unit], f"{person.born:%Y-%m-%d}",
        f"{person.hired:%Y-%m-%d}", joined, person.phone,
    )  # fmt: skip
