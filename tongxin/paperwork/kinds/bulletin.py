"""简报: a draft of what is told afterwards."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image

from tongxin.core.papers import Block, Document, Photo
from tongxin.core.papers.wording import day_words
from tongxin.paperwork.kinds.kind import Gap, Kind
from tongxin.paperwork.kinds.parts import file_title, issuer, p, paragraphs
from tongxin.paperwork.rules.facts import Facts, Picture

MOST_PHOTOS: Final = 4
WIDTH_MM, HEIGHT_MM = 120.0, 90.0
LONGEST_SIDE: Final = 1600


def build(facts: Facts) -> Document:
    """The lead with its numbers, the words of the outcome, what members said, up to four photos."""
    words = [p(lead(facts)), *paragraphs(facts.outcome or facts.about)]
    if facts.voices:
        voices = facts.voices
        words.append(p(f"会员评价{voices.answers}份（评价率{voices.rate}），满意的占{voices.satisfied}。"))
    pictures = (Block("photo", (), photo=photo) for photo in photos(facts))
    return Document(file_title(facts, "活动简报"), (*words, *pictures), issuer(facts), facts.today)


def photos(facts: Facts) -> list[Photo]:
    """Up to four photos, made fit for print."""
    return [_photo(picture) for picture in facts.photos[:MOST_PHOTOS]]


def lead(facts: Facts) -> str:
    """`2020年10月25日，由图书馆承办的“重阳节登高”在……举行，120人参加。`"""
    host, run = facts.units("host"), facts.units("run", "joint")
    who = "，".join(part for part in (f"{host}主办" if host else "", f"{run}承办" if run else "") if part)
    day = f"{_days(facts)}，" if facts.day else ""
    place = f"在{facts.place}" if facts.place else ""
    return f"{day}由{who or facts.called}的“{facts.title}”{place}举行{_heads(facts)}。"


def _days(facts: Facts) -> str:
    assert facts.day is not None
    several = facts.until and facts.until != facts.day
    return f"{day_words(facts.day)}至{day_words(facts.until)}" if several and facts.until else day_words(facts.day)


def _heads(facts: Facts) -> str:
    if not facts.came:
        return ""
    times = facts.person_times
    return f"，{facts.came}人参加" + (f"，共{times}人次" if times and times != facts.came else "")


def _photo(picture: Picture) -> Photo:
    """A copy that fits: no larger than print needs, upright pictures no higher than the others."""
    with Image.open(BytesIO(picture.read())) as opened:
        plain = opened.convert("RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    held = BytesIO()
    plain.save(held, "JPEG", quality=85)
    width = min(WIDTH_MM, HEIGHT_MM * plain.width / plain.height)
    return Photo(held.getvalue(), plain.size, width)


def gaps(facts: Facts) -> list[Gap]:
    """What came of it, heads, photos."""
    if not facts.held:
        return [Gap(_("还没有记下开展情况"), "activities:outcome")]
    checks = (
        (facts.came, _("没有记人数"), "activities:reopening"),
        (facts.outcome, _("办得怎样没写"), "activities:reopening"),
        (facts.photos, _("没有照片"), "activities:files"),
    )
    return [Gap(words, page) for there, words, page in checks if not there]


KIND: Final = Kind(
    "bulletin",
    gettext_lazy("活动简报"),
    gettext_lazy("草稿，导语里的数是记下的；Word里再改"),
    paper=build,
    gaps=gaps,
    there=lambda facts: facts.held,
    lists=("照片",),
)
