"""The columns of a roster and of a plan, as the tests look for them."""

from __future__ import annotations

from tongxin.core.sheets.columns import Column
from tongxin.core.sheets.looks import mobiles, names, sexes

ROSTER = (
    Column("number", "工号", ("职工号", "人员编号", "教工号"), required=True, kind="identifier", sample="2018026"),
    Column("name", "姓名", ("职工姓名",), required=True, kind="person_name", sample="张三", looks_like=names),
    Column("sex", "性别", kind="sex", sample="男", looks_like=sexes),
    Column(
        "unit", "部门", ("所在单位", "分工会", "所属分工会", "单位"), required=True, kind="label", sample="数学系分工会"
    ),
    Column("born", "出生日期", ("出生年月", "出生时间"), kind="day", sample="1985-06-01"),
    Column("entered", "到校时间", ("入职时间", "来校时间", "参加工作时间"), kind="day", sample="2010-07"),
    Column("joined", "入会时间", ("入会日期",), kind="day", sample="2010-09"),
    Column("phone", "手机", ("联系电话", "手机号", "移动电话"), kind="phone", sample="13800138000", looks_like=mobiles),
    Column("standing", "身份", ("在岗/退休", "人员状态"), kind="label", sample="在岗"),
    Column("remark", "备注", (), kind="text"),
)
PLAN = (
    Column(
        "title", "活动名称", ("项目名称", "活动内容", "工作内容"), required=True, kind="label", sample="教职工运动会"
    ),
    Column("kind", "类别", ("活动类别", "类型"), kind="label", sample="文体"),
    Column(
        "units", "承办单位", ("主办单位", "承办分工会", "责任单位"), required=True, kind="label", sample="数学系分工会"
    ),
    Column("when", "计划时间", ("时间", "活动时间", "拟定时间"), required=True, kind="span", sample="3月上旬"),
    Column("place", "地点", ("活动地点",), kind="label", sample="体育馆"),
    Column("form", "形式", ("活动形式",), kind="label", sample="线下"),
    Column("people", "预计人数", ("参加人数", "人数"), kind="whole", sample="120"),
    Column("remark", "备注", (), kind="text"),
)
