"""The pictures of docs/handbook and of the README: `python -m tests.browser.handbook [NAME …]`.

They show the demonstration year as people of several accounts meet it, cropped to what the text speaks of. Date fields and
file buttons are the browser's own and come in the language of the machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.preparing import (
    SUMMARY,
    WALK,
    Prepare,
    after_last_years,
    ask,
    at_the_counter,
    at_the_door,
    back_then,
    check,
    fill_in,
    follow,
    of_2020,
    open_changes,
    open_row,
    postpone,
    rated,
    sign_up,
    this_welfare,
    to_choose,
    to_columns,
    to_draw,
    to_list,
    to_paragraph,
    to_public,
    to_terms,
    to_walk,
    type_claims,
    upload,
    volunteer,
    why,
)
from tests.support.browser import DESKTOP, PHONE, browser, open_page
from tests.support.server import demo_server
from tongxin.core.sheets.tests.ugly import roster_files
from tongxin.demo import PASSWORD
from tools.progress import ROOT

HANDBOOK = ROOT / "docs" / "handbook" / "pictures"
README = ROOT / "docs" / "pictures"
LARGEST = 120 * 1024
YEAR = "/years/2020/"
SOON = date.today() + timedelta(days=5)


@dataclass(frozen=True)
class Picture:
    """`path` as `account` sees it once `prepare` is done; `box` is left, top, right, bottom on the screen."""

    name: str
    account: str
    path: str
    prepare: Prepare | None = None
    box: tuple[int, int, int, int] | None = None
    size: str = "desk"
    office: bool = True
    width: int | None = None
    folder: Path = HANDBOOK


def main(names: list[str]) -> int:
    """Take the pictures of those names, or all; gives 1 where one came out too large."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongxin.config.settings")
    too_large = []
    with demo_server() as address, browser() as chromium, tempfile.TemporaryDirectory() as scratch:
        as_loaded, later = list_pictures(Path(scratch))
        for picture in [*as_loaded, None, *later]:
            if picture is None:
                add_what_is_on(chromium, address)
            elif not names or picture.name in names:
                file = picture.folder / f"{picture.name}.png"
                size = keep(take(chromium, address, picture), picture, file)
                print(f"{file.relative_to(ROOT)}  {size / 1024:.0f} KB", flush=True)
                too_large += [file.name] if size > LARGEST else []
    print(f"too large: {', '.join(too_large)}" if too_large else "all small enough")
    return 1 if too_large else 0


def list_pictures(scratch: Path) -> tuple[list[Picture], list[Picture]]:
    """The pictures of the year as loaded, and those taken once there is something on; the last as loaded change the text."""
    rosters = {file.name: file for file in roster_files(scratch)}
    tidy, old = rosters["会员花名册.xlsx"], rosters["基本信息.xls"]
    paper = scratch / "2020年工作总结.docx"
    as_loaded = [
        Picture("year", "office", YEAR, width=960, folder=README),
        Picture("summary", "office", SUMMARY, to_paragraph("全年计划开展"), width=960, folder=README),
        Picture("import", "office", "/imports/", upload(tidy), width=960, folder=README),
        Picture("member-year", "member", YEAR, size="phone", office=False),
        Picture("enter", "branch", "/me/", size="phone", office=False),
        Picture("desk", "office", "/"),
        Picture("desk-phone", "office", "/", size="phone"),
        Picture("units", "office", "/units/", box=(0, 0, 1440, 620)),
        Picture("person", "office", "/people/?q=白浩", open_row(0), box=(0, 0, 1440, 620)),
        Picture("import-new", "office", "/imports/roster/new/", box=(0, 0, 1440, 480)),
        Picture("import-columns", "office", "/imports/", to_columns(old), box=(72, 0, 1440, 700)),
        Picture("import-check", "office", "/imports/", upload(tidy), box=(72, 0, 1440, 900)),
        Picture("activity-new", "branch", "/activities/new/", fill_in, box=(72, 0, 1440, 560)),
        Picture("activity", "office", "/activities/?year=2020&q=书画摄影展", open_row(0), box=(72, 0, 1440, 800)),
        Picture("start", "office", "/activities/start/", box=(72, 0, 1440, 640)),
        Picture("start-form", "office", "/activities/start/", after_last_years, box=(72, 0, 1440, 480)),
        Picture("slots", "office", "/", to_walk("slots/"), box=(72, 0, 1440, 320)),
        Picture("questions", "office", "/", ask, box=(72, 0, 1440, 360)),
        Picture("sign-ups", "office", "/", to_list, box=(72, 0, 1440, 640)),
        Picture("terms", "office", "/", to_terms, box=(72, 0, 1440, 640)),
        Picture("draw", "member", "/activities/?year=2020", to_draw, size="phone", office=False),
        Picture("sign-up", "member", "/", follow(WALK), size="phone", office=False),
        Picture("signed-up", "member", "/", sign_up, size="phone", office=False),
        Picture("my-places", "member", "/my/places/", size="phone", office=False),
        Picture("papers", "office", "/", of_2020("重阳节登高", "papers/"), box=(72, 0, 1440, 720)),
        Picture("door", "office", "/", at_the_door, box=(72, 0, 1440, 560)),
        Picture("rated", "office", "/", rated, box=(72, 0, 1440, 560)),
        Picture("notices-sent", "office", "/notices/sent/", box=(72, 0, 1440, 560)),
        Picture("goals", "office", "/goals/2020/", box=(72, 0, 1440, 800)),
        Picture("aims", "chair", "/aims/", box=(72, 0, 1440, 430)),
        Picture("directives", "office", "/directives/?year=2020", box=(72, 0, 1440, 480)),
        Picture("contingency", "office", "/restrictions/contingency/", box=(72, 0, 860, 620)),
        Picture("restrictions", "office", "/restrictions/", box=(72, 0, 1440, 560)),
        Picture("planner", "office", "/", back_then, box=(72, 0, 1440, 900)),
        Picture("planner-why", "office", "/", why, box=(72, 0, 1100, 760)),
        Picture("volunteer", "member", "/", volunteer, size="phone", office=False),
        Picture("board", "office", "/mobilisation/tasks/1/", box=(72, 0, 1440, 760)),
        Picture("spread", "office", "/outings/spread/?year=2020", box=(72, 0, 1440, 800)),
        Picture("welfare-round", "office", "/welfare/", this_welfare, box=(72, 0, 1440, 720)),
        Picture("welfare-choose", "member", "/welfare/", to_choose, size="phone", office=False),
        Picture("welfare-public", "member", "/welfare/", to_public, size="phone", office=False),
        Picture("welfare-door", "office", "/welfare/?year=2020", at_the_counter, box=(72, 0, 1440, 620)),
        Picture("purchases-year", "office", "/purchases/?year=2020", box=(72, 0, 1440, 800)),
        Picture("rules", "office", "/rules/?occasion=outing", box=(72, 0, 1440, 640)),
        Picture("year", "office", YEAR, box=(72, 0, 1440, 640)),
        Picture("changes", "office", f"{YEAR}changes/", box=(72, 0, 1440, 760)),
        Picture("calendar", "office", f"{YEAR}calendar/?month=10", box=(72, 0, 1440, 630)),
        Picture("figures", "office", "/figures/2020/", box=(72, 0, 1440, 900)),
        Picture("figure", "office", "/figures/2020/activities.held/", box=(72, 0, 1440, 700)),
        Picture("trail", "chair", "/trail/?act=activities.postpone", open_changes, box=(72, 0, 1440, 490)),
        Picture("summary", "office", SUMMARY, to_paragraph("全年计划开展"), width=960),
        Picture("remarks", "office", SUMMARY, type_claims, box=(330, 78, 1440, 900)),
        Picture("sign", "chair", f"{SUMMARY}sign/", box=(72, 0, 1440, 490)),
        Picture("check", "office", "/summaries/check/", check(paper), box=(72, 0, 1440, 640)),
    ]
    later = [
        Picture("member", "member", "/", size="phone", office=False, folder=README),
        Picture("member-home", "member", "/", size="phone", office=False),
        Picture(
            "postpone", "office", f"/activities/?year={SOON.year}&q=教职工健步走", postpone, box=(300, 140, 1140, 760)
        ),
    ]
    return as_loaded, later


def take(chromium: Browser, address: str, picture: Picture) -> Image.Image:
    """What the page shows."""
    with desk_or_phone(chromium, address, picture.account, picture.size, office=picture.office) as page:
        page.goto(picture.path)
        if picture.prepare:
            picture.prepare(page)
        page.mouse.move(0, 0)
        page.wait_for_timeout(400)
        image = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return image.crop(picture.box) if picture.box else image


@contextmanager
def desk_or_phone(
    chromium: Browser, address: str, account: str, size: str = "desk", *, office: bool = True
) -> Iterator[Page]:
    """A page of somebody who has signed in, under the office hat or not."""
    shape: dict[str, Any] = PHONE if size == "phone" else DESKTOP
    with open_page(chromium, address, shape) as page:
        page.goto("/sign-in/")
        page.fill("[name=username]", account)
        page.fill("[name=password]", PASSWORD)
        page.locator("form button.main").click()
        page.wait_for_url(lambda url: "sign-in" not in url)
        if office:
            page.goto("/me/")
            page.get_by_role("button", name="进入工作台").first.click()
            page.get_by_role("group", name="正在工作台").wait_for()
        yield page


def keep(image: Image.Image, picture: Picture, file: Path) -> int:
    """Write it small: 128 colours; gives the bytes."""
    if picture.width:
        height = round(image.height * picture.width / image.width)
        image = image.resize((picture.width, height), Image.Resampling.LANCZOS)
    file.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(palette=palette_of(image), dither=Image.Dither.NONE).save(file, optimize=True)
    return file.stat().st_size


def palette_of(image: Image.Image) -> Image.Image:
    """128 colours: grounds exactly as they are, what there is most of, and the few dots of a colour of their own."""
    counted: Any = image.getcolors(image.width * image.height)
    grounds = [byte for _count, colour in sorted(counted, reverse=True)[:48] for byte in colour]
    most = image.quantize(40, Image.Quantize.MEDIANCUT).getpalette() or []
    rare = image.quantize(40, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*grounds, *most[:120], *rare[:120]])
    return palette


def add_what_is_on(chromium: Browser, address: str) -> None:
    """An activity that is soon, so that the member's home and the officer's week have something to show."""
    with desk_or_phone(chromium, address, "office") as page:
        page.goto("/activities/new/")
        fill_in(page, "教职工健步走", "体育竞赛", SOON)
        page.fill("[name=place]", "东操场")
        page.fill("[name=expected]", "120")
        page.get_by_role("button", name="加上这项").click()
        page.wait_for_url(lambda url: "new" not in url)
        page.goto(f"{page.url.partition('?')[0]}publication/")
        page.get_by_role("button", name="发布活动").last.click()
        page.get_by_text("已发布").first.wait_for()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
