"""The columns of an annual plan, by all the titles that offices give them."""

from __future__ import annotations

from tongxin.core.sheets.columns import Column

COLUMNS: tuple[Column, ...] = (
    Column(
        "title", "活动名称", required=True, kind="label", sample="教职工健步走",
        synonyms=("项目名称", "活动内容", "工作内容", "活动项目", "名称", "项目", "活动", "事项", "工作事项", "内容", "活动主题", "主题", "工作项目", "活动名"),
    ),
    Column(
        "category", "类别", kind="label", sample="体育竞赛",
        synonyms=("活动类别", "类型", "活动类型", "分类", "活动分类", "种类", "工作类别", "项目类别"),
        note="文化教育、节日集体、体育竞赛、关怀慰问、单位团建；不是活动的写“组织建设”“俱乐部建设”或“工作事项”。空着就按名称认",
    ),
    Column(
        "hosts", "主办单位", kind="text", sample="校工会", synonyms=("主办", "主办方", "主办部门", "牵头单位", "牵头部门"),
    ),
    Column(
        "units", "承办单位", kind="text", sample="图书馆分工会、保卫处",
        synonyms=("承办", "承办分工会", "责任单位", "责任部门", "承办部门", "负责单位", "负责部门", "组织单位", "举办单位", "主办承办单位", "承办方", "落实单位"),
        note="几个单位用顿号隔开；角色写在括号里，如“保卫处（协办）”",
    ),
    Column("helpers", "协办单位", kind="text", sample="", synonyms=("协办", "协办部门", "配合单位", "配合部门", "参与单位", "联办单位")),
    Column(
        "when", "计划时间", kind="span", sample="4月上旬",
        synonyms=("时间", "活动时间", "拟定时间", "开展时间", "计划日期", "日期", "活动日期", "举办时间", "实施时间", "预计时间", "拟开展时间", "完成时间", "时间安排", "月份"),
        note="“3月”“3月上旬”“第二季度”“3月25日”都行，没定写“待定”",
    ),
    Column("place", "地点", kind="label", sample="东操场", synonyms=("活动地点", "场地", "举办地点", "地址", "活动场地")),
    Column("mode", "形式", kind="label", sample="现场", synonyms=("活动形式", "方式", "活动方式", "开展形式", "举办形式", "开展方式")),
    Column(
        "expected", "预计人数", kind="whole", sample="120",
        synonyms=("参加人数", "人数", "参与人数", "预计参加人数", "规模", "活动规模", "预计规模", "预计参与人数"),
    ),
    Column("group", "活动组", kind="label", sample="", synonyms=("组别", "所属组", "活动组别", "所属活动组", "分组")),
    Column("about", "备注", kind="text", sample="", synonyms=("说明", "活动说明", "内容简介", "简介", "活动简介", "其他")),
)  # fmt: skip
