"""The columns of a roster, by all the titles that offices give them."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from tongxin.core.sheets.columns import Column
from tongxin.core.sheets.looks import mobiles, names, sexes

COLUMNS: tuple[Column, ...] = (
    Column(
        "staff_no", "工号", required=True, kind="identifier", sample="2018026",
        synonyms=("职工号", "职工编号", "人员编号", "教工号", "教职工号", "员工编号", "员工号", "编号", "人事编号"),
        note="每人一个，全表不重复；前面的0要留着",
    ),
    Column(
        "name", "姓名", required=True, kind="person_name", sample="张三", synonyms=("名字", "教职工姓名", "会员姓名", "职工姓名"),
        looks_like=names,
    ),
    Column("sex", "性别", kind="sex", sample="女", looks_like=sexes),
    Column(
        "unit", "单位", required=True, kind="label", sample="图书馆分工会",
        synonyms=("部门", "所在单位", "所在部门", "分工会", "所属分工会", "所属单位", "工作部门", "所属部门", "所在分工会", "工会小组", "院系", "学院", "科室"),
        note="写全称或简称；组织里没有的，核对时可以新建",
    ),
    Column("born_on", "出生日期", kind="day", sample="1985-06-01", synonyms=("出生年月", "生日", "出生时间", "出生")),
    Column(
        "hired_on", "入职日期", kind="day", sample="2018-09-01",
        synonyms=("到校时间", "到校日期", "进校时间", "来校时间", "入校时间", "入职时间", "参加工作时间", "到岗时间", "进校日期", "来校日期"),
    ),
    Column(
        "joined_on", _("入会日期"), kind="text", sample="2018-10-01",
        synonyms=("入会时间", "加入工会时间", "入工会时间", "是否会员", "是否入会", "会员", "工会会员"),
        note="空着：算会员，从入职日起（没有入职日从导入日起）；不是会员写“否”",
    ),
    Column(
        "phone", "手机", kind="phone", sample="19000000000",
        synonyms=("手机号", "手机号码", "联系电话", "电话", "联系方式", "移动电话"), looks_like=mobiles,
    ),
    Column("email", "邮箱", kind="text", sample="", synonyms=("电子邮箱", "邮件", "Email", "E-mail")),
    Column(
        "standing", "身份", kind="text", sample="在岗", synonyms=("人员状态", "在岗/退休", "在职状态", "会籍", "会籍状态", "人员类别", "状态"),
        note="在岗、退休、保留会籍、已转出",
    ),
)  # fmt: skip
