"""Short ways to write bodies in tests: `block("实际有效开展", ("activities.held", "15项", 15), "。")`."""

from fractions import Fraction

from tongxin.report.rules.body import Block, Chip, Text
from tongxin.report.rules.checker import Facts, Known

CATEGORIES = {"wen": 7, "jie": 5, "ti": 1, "huai": 2}
BY = "activities.held.by_category"


def block(*pieces, id="b1", kind="p"):
    """A block of words and chips."""
    return Block(id, kind, tuple(Text(piece) if isinstance(piece, str) else Chip(*piece) for piece in pieces))


def part(code, value):
    """The chip of a category."""
    return (f"{BY}:{code}", f"{value}项", value)


def seed_facts(**changed):
    """The seed's year: 20 planned, 15 held, 7 + 5 + 1 + 2."""
    known = {
        "activities.planned": Known("全年计划", "项", 20),
        "activities.held": Known("实际有效开展", "项", 15),
        "activities.completion": Known("计划完成率", "%", Fraction(3, 4)),
        "activities.participations": Known("参加人次", "人次", 3126),
        "symposia.held": Known("座谈会", "次", 3),
        **{f"{BY}:{code}": Known(code, "项", value) for code, value in CATEGORIES.items()},
    }
    known |= {key.replace("__", "."): value for key, value in changed.pop("known", {}).items()}
    return Facts(
        **{
            "known": known,
            "parts": {BY: tuple(CATEGORIES)},
            "completion": Fraction(3, 4),
            "exact": {"座谈会": "symposia.held"},
            **changed,
        }
    )
