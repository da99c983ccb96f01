"""The columns of a quotation, by all the titles that suppliers give them."""

from __future__ import annotations

from tongxin.core.sheets.columns import Column

COLUMNS: tuple[Column, ...] = (
    Column(
        "supplier", "供应商", required=True, kind="label", sample="岳西县来榜镇茶叶专业合作社",
        synonyms=("供应商名称", "供货商", "供货单位", "企业名称", "公司名称", "合作社", "商家", "厂家", "生产企业", "单位名称", "报价单位"),
        note="合并的格也认；整张表是一家的，把工作表改成它的名字",
    ),
    Column("credit_code", "统一社会信用代码", kind="text", synonyms=("信用代码", "社会信用代码", "税号", "纳税人识别号")),
    Column(
        "name", "品名", required=True, kind="label", sample="翠兰绿茶",
        synonyms=("产品名称", "商品名称", "产品", "商品", "名称", "货品名称", "物品名称", "农产品", "品种"),
    ),
    Column("spec", "规格", kind="label", sample="250克/罐", synonyms=("规格型号", "包装规格", "产品规格", "净含量", "包装")),
    Column("measure", "单位", kind="label", sample="罐", synonyms=("计量单位", "计价单位")),
    Column(
        "price", "单价（元）", required=True, kind="text", sample="45.00",
        synonyms=("单价", "价格", "报价", "团购价", "优惠价", "价格（元）", "报价（元）", "含税单价", "供货价", "单价元"),
        note="“38元/箱”“￥45.00”都行",
    ),
    Column(
        "origin", "产地", kind="text", sample="安徽岳西来榜镇",
        synonyms=("原产地", "产区", "来源地", "所属县", "县", "县区", "县（区）", "所在县", "产地（县）", "脱贫县"),
    ),
    Column("village", "村", kind="label", sample="", synonyms=("村名", "所属村", "帮扶村", "乡镇村", "乡镇")),
    Column(
        "mark", "832", kind="text", sample="是",
        synonyms=("是否832", "832县", "832产品", "是否832县", "是否扶贫产品", "扶贫产品", "是否脱贫县", "832平台", "是否脱贫地区"),
        note="打✓、写“是”或“832”都算",
    ),
    Column("proof", "证明", kind="text", sample="", synonyms=("认定号", "扶贫产品认定号", "认定编号", "商品编号", "平台编号", "证明材料")),
    Column("proof_until", "证明有效到", kind="day", sample="", synonyms=("有效期", "有效期至", "认定有效期", "证书有效期")),
    Column("contact", "联系人", kind="label", sample="", synonyms=("负责人", "业务员")),
    Column("phone", "电话", kind="text", sample="", synonyms=("联系电话", "手机", "手机号", "联系方式")),
)  # fmt: skip
