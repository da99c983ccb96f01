"""The columns of an old sign-off list, by the titles that offices give them."""

from __future__ import annotations

from typing import Final

from tongxin.core.sheets.columns import Column

COLUMNS: Final = (
    Column("staff_no", "工号", kind="identifier", sample="2018026", synonyms=("职工号", "职工编号", "教工号", "人员编号", "编号")),
    Column("name", "姓名", required=True, kind="person_name", sample="张三", synonyms=("名字", "职工姓名", "会员姓名", "领取人")),
    Column("unit", "单位", kind="label", sample="图书馆", synonyms=("部门", "所在单位", "所在部门", "分工会", "所属分工会", "所属部门", "学院"), note="没有这一列，就认表名"),
    Column("pack", "礼包", kind="label", sample="A", synonyms=("礼包名称", "套餐", "类别", "品种", "选择", "领取物品", "物品", "福利品"), note="写代号或名称；空着就按选的或默认的"),
    Column("mark", "签领", kind="text", sample="✓", synonyms=("签名", "签字", "签收", "领取签名", "领取人签名", "领取人签字", "领取情况", "是否领取", "本人签名", "本人签字", "领取"), note="打勾、签名、“代：李四”都认，空着是没领"),
    Column("day", "日期", kind="span", sample="2020-01-15", synonyms=("领取日期", "领取时间", "签领日期", "时间"), note="空着就是发放那天"),
    Column("proxy", "代领", kind="text", sample="", synonyms=("代领人", "代签", "代签人", "代领人签名", "代领人签字")),
    Column("round", "福利", kind="label", sample="", synonyms=("福利名称", "批次", "节日", "项目", "发放批次"), note="这一年不止一次福利时，写清是哪一次"),
)  # fmt: skip
