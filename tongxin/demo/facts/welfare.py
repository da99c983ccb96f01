"""Suppliers, packs, purchases and the two rounds of 2020. The seed says: two rounds to all staff, assistance purchasing of over
450,000 yuan, with HR and logistics. Names, goods and prices are invented; the counties are real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.demo.facts.year import day


@dataclass(frozen=True)
class ProductFact:
    """A product: price in fen, county and village it comes from, the scopes it counts in (`c832`, `group`)."""

    key: str
    name: str
    spec: str
    measure: str
    fen: int
    county: str
    village: str
    scopes: tuple[str, ...]
    proof: str


@dataclass(frozen=True)
class SupplierFact:
    """A supplier with its products."""

    key: str
    name: str
    county: str
    contact: str
    products: tuple[ProductFact, ...]
    on_832: bool = False


@dataclass(frozen=True)
class PackFact:
    """A pack: its letter and name, its items as product → count, what others asked for the same in fen, how many people of a
    hundred choose it."""

    letter: str
    name: str
    items: tuple[tuple[str, int], ...]
    supplier: str
    others: tuple[tuple[str, int], ...]
    of_hundred: int
    default: bool = False


@dataclass(frozen=True)
class RoundFact:
    """A round: when it is prepared and given, what the school pays a head at most, its packs."""

    title: str
    festival: str
    gives_on: date
    begun: date
    share_fen: int
    packs: tuple[PackFact, ...]
    days: int
    missed: int
    invoice: str
    about: str
    ratings: tuple[int, int, int]
    sentences: tuple[str, ...]
    complaints: tuple[tuple[str, str, str, str], ...] = ()
    donates_to: str = ""
    delivers: bool = False
    polled: bool = False


@dataclass(frozen=True)
class CanteenFact:
    """What the canteen bought."""

    on: date
    product: str
    count: int
    invoice: str


SCOPES = (
    ("c832", "832个国家级贫困县", "财库〔2019〕27号"),
    ("group", "帮扶集团结对村", "市定点帮扶集团年度任务（演示）"),
)
GROUP_COUNTY = "无为市"
TASKS: tuple[tuple[str | None, int, str], ...] = (
    (None, 40_000_000, "校党委"),
    ("c832", 30_000_000, "校党委"),
    ("group", 5_000_000, "市帮扶集团"),
)
PARTS: tuple[tuple[str, str, date], ...] = (
    ("renzi", "核对发放人员名单", day(6, 10)),
    ("houqin", "收货、验货、存放", day(9, 25)),
)
PROOF = "扶贫产品认定（演示）"
COLLECTIVE = "结对村集体经济（演示）"
SUPPLIERS = (
    SupplierFact(
        "yuexi", "岳西县云峰农产品专业合作社", "岳西县", "汪师傅",
        (
            ProductFact("youcha", "高山山茶油", "500毫升×2", "盒", 12_800, "岳西县", "来榜镇", ("c832",), PROOF),
            ProductFact("ganhuo", "石耳木耳干货礼盒", "400克", "盒", 6_900, "岳西县", "包家乡", ("c832",), PROOF),
            ProductFact("cuilan", "翠兰绿茶", "100克", "罐", 5_300, "岳西县", "石关乡", ("c832",), PROOF),
        ), on_832=True,
    ),
    SupplierFact(
        "jinzhai", "金寨县大别山山货有限公司", "金寨县", "程经理",
        (
            ProductFact("mihoutao", "猕猴桃", "5斤", "箱", 5_600, "金寨县", "天堂寨镇", ("c832",), PROOF),
            ProductFact("heimuer", "黑木耳", "300克", "盒", 6_900, "金寨县", "花石乡", ("c832",), PROOF),
            ProductFact("jidan", "散养土鸡蛋", "60枚", "箱", 7_000, "金寨县", "汤家汇镇", ("c832",), PROOF),
        ), on_832=True,
    ),
    SupplierFact(
        "wuwei", "无为市圩乡米业合作社", "无为市", "夏师傅",
        (
            ProductFact("dami", "圩田大米", "10斤", "袋", 4_600, "无为市", "刘渡镇", ("group",), COLLECTIVE),
            ProductFact("caiyou", "农家菜籽油", "5升", "桶", 7_600, "无为市", "严桥镇", ("group",), COLLECTIVE),
            ProductFact("banya", "无为板鸭", "2只", "盒", 13_500, "无为市", "无城镇", ("group",), COLLECTIVE),
        ),
    ),
    SupplierFact(
        "shouxian", "寿县八公山粮油购销部", "寿县", "孙经理",
        (ProductFact("canteen_rice", "食堂用大米", "50斤", "袋", 13_250, "寿县", "八公山乡", ("c832",), PROOF),),
        on_832=True,
    ),
)  # fmt: skip
ROUNDS = (
    RoundFact(
        "2020年端午福利礼包", "端午", day(6, 22), day(5, 25), 20_000,
        (PackFact("A", "大别山山货包", (("heimuer", 1), ("mihoutao", 1), ("jidan", 1)), "jinzhai", (("yuexi", 20_600), ("wuwei", 21_800)), 100, default=True),),
        3, 3, "0034201", "黑木耳、猕猴桃和土鸡蛋，都来自大别山的脱贫县。", (86, 11, 3), ("鸡蛋一个没破。", "木耳很好，家里老人喜欢。"),
        (("damaged", "鸡蛋碎了六个。", "replenished", "补了一盒，供应商换了包装。"),),
    ),
    RoundFact(
        "2020年中秋国庆福利礼包", "中秋", day(9, 27), day(8, 31), 26_000,
        (
            PackFact("A", "山茶油干货包", (("youcha", 1), ("ganhuo", 1), ("cuilan", 1)), "yuexi", (("jinzhai", 26_100), ("wuwei", 25_800)), 52, default=True),
            PackFact("B", "板鸭米油包", (("banya", 1), ("caiyou", 1), ("dami", 1)), "wuwei", (("yuexi", 26_400), ("jinzhai", 27_000)), 48),
        ),
        3, 2, "0034202", "两种礼包任选一种，不想要的可以捐给敬老院。", (91, 7, 2), ("能自己选，真好。", "板鸭很香。", "油和茶都实用。"),
        (
            ("missing", "包里没有茶叶。", "replenished", "查过装箱单，当天补上了。"),
            ("damaged", "油桶漏了一点。", "exchanged", "换了一桶，漏的退给供应商。"),
        ),
        donates_to="无为市刘渡镇敬老院", delivers=True, polled=True,
    ),
)  # fmt: skip
CANTEEN = (
    CanteenFact(day(4, 20), "canteen_rice", 200, "0071120"),
    CanteenFact(day(10, 12), "canteen_rice", 320, "0071893"),
)
# The question, its options, how many of a hundred ticks each gets, wishes.
POLL = (
    "中秋国庆的礼包里，你想要什么？",
    ("粮油", "干货", "肉禽", "水果", "茶叶"),
    (30, 22, 24, 10, 14),
    ("能选就好。", "水果容易坏，换成耐放的。", "想尝尝结对村的东西。"),
)
NOW_TITLE = "新春福利礼包"
