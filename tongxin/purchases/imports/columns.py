"""The columns of an old ledger, by all the titles that offices give them."""

from __future__ import annotations

from tongxin.core.sheets.columns import Column

COLUMNS: tuple[Column, ...] = (
    Column(
        "on", "日期", required=True, kind="day", sample="2019-12-20",
        synonyms=("采购日期", "付款日期", "购买日期", "订单日期", "下单日期", "支付日期", "时间", "采购时间", "开票日期"),
    ),
    Column(
        "supplier", "供应商", required=True, kind="label", sample="岳西来榜茶叶合作社",
        synonyms=("供应商名称", "供货商", "供货单位", "采购单位名称", "企业名称", "商家", "店铺", "店铺名称", "卖家", "开票方", "销售方", "收款单位"),
    ),
    Column(
        "what", "买了什么", required=True, kind="label", sample="翠兰绿茶",
        synonyms=("品名", "产品名称", "商品名称", "产品", "商品", "名称", "采购内容", "采购物品", "货物名称", "物品", "摘要", "采购项目"),
    ),
    Column("spec", "规格", kind="label", sample="250克", synonyms=("规格型号", "包装规格", "产品规格")),
    Column("count", "数量", kind="text", sample="300", synonyms=("采购数量", "份数", "件数", "数量（份）", "购买数量")),
    Column("price", "单价（元）", kind="text", sample="45.00", synonyms=("单价", "价格", "含税单价", "单价元", "每份价格")),
    Column(
        "fen", "金额（元）", kind="text", sample="13500.00",
        synonyms=("金额", "总价", "合计", "合计金额", "总金额", "小计", "采购金额", "金额元", "实付金额", "付款金额", "支付金额", "总价（元）", "价税合计"),
    ),
    Column("invoice", "发票号码", kind="text", sample="", synonyms=("发票号", "发票", "发票编号", "票号")),
    Column(
        "payer", "谁出", required=True, kind="label", sample="工会经费",
        synonyms=("出资", "出资方", "资金来源", "经费来源", "付款方", "支付渠道", "费用来源", "经费渠道", "资金渠道", "付款来源"),
    ),
    Column(
        "origin", "产地", kind="text", sample="安徽岳西来榜镇", synonyms=("原产地", "来源地", "产地县", "县", "县区", "所属县", "供应商所在县", "脱贫县")
    ),
    Column("village", "村", kind="label", sample="", synonyms=("村名", "所属村", "帮扶村")),
    Column(
        "scope", "统计口径", kind="label", sample="832个脱贫县", synonyms=("口径", "是否832", "832", "832产品", "是否扶贫产品", "帮扶类型", "采购类型", "扶贫产品")
    ),
    Column("order_no", "平台订单号", kind="text", sample="", synonyms=("订单号", "订单编号", "832订单号", "平台订单")),
    Column("purpose", "用途", kind="label", sample="春节慰问", synonyms=("采购用途", "使用用途", "发放节日", "节日", "福利批次")),
    Column("heads", "多少人", kind="whole", sample="300", synonyms=("人数", "发放人数", "受益人数", "职工人数")),
    Column("words", "说明", kind="text", sample="", synonyms=("备注", "其他说明")),
)  # fmt: skip
