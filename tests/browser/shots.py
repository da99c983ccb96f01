"""Pictures of every page of the demonstration, phone and desk: `python -m tests.browser.shots [--out FOLDER] [--only NAME]`.

Pages are found as people find them, by following links. An index.html beside the pictures shows them all.
"""

from __future__ import annotations

import argparse
import html
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.support.browser import DESKTOP, PHONE, browser, open_page
from tests.support.server import demo_server
from tongxin.demo import PASSWORD
from tools.progress import ROOT

OUT = ROOT / "docs" / "shots"
SIZES: dict[str, dict[str, Any]] = {"390": PHONE, "1440": DESKTOP}
ROSTER = "工号,姓名,所在单位,入职日期\n2020901,孙新来,图书馆,2020-09-01\n2020902,,机关,上个月\n".encode()


@dataclass(frozen=True)
class Shot:
    """`where` is an address, or an address and the pattern of a link on it to follow (`/people/ → /people/\\d+/`)."""

    name: str
    where: str
    account: str = "office"
    office: bool = True


def member(name: str, where: str) -> Shot:
    """A page as a member sees it."""
    return Shot(f"member-{name}", where, "member", office=False)


SHOTS: tuple[Shot, ...] = (
    Shot("sign-in", "/sign-in/", ""),
    Shot("not-found", "/nothing-here/"),
    Shot("office-needed", "/people/", office=False),
    member("home", "/"),
    member("activities", "/activities/?year=2020"),
    member("activity", "/activities/?year=2020 → a[href^='/activities/'].line"),
    member("year", "/years/2020/"),
    member("units", "/units/"),
    member("me", "/me/"),
    member("password", "/me/password/"),
    member("sessions", "/me/sessions/"),
    member("second-factor", "/me/second-factor/"),
    Shot("home", "/"),
    Shot("home-chair", "/", "chair"),
    Shot("home-branch", "/", "branch"),
    Shot("home-party", "/", "party"),
    Shot("units", "/units/"),
    Shot("unit", "/units/ → .tree a[href^='/units/']"),
    Shot("unit-new", "/units/ → .tree a[href^='/units/'] → a[href*='/units/new/']"),
    Shot("unit-edit", "/units/ → .tree a[href^='/units/'] → a[href$='/edit/']"),
    Shot("unit-appoint", "/units/ → .tree a[href^='/units/'] → a[href$='/posts/new/']"),
    Shot("people", "/people/"),
    Shot("people-filtered", "/people/?q=李"),
    Shot("person", "/people/ → main table a[href^='/people/']"),
    Shot("person-edit", "/people/ → main table a[href^='/people/'] → a[href$='/edit/']"),
    Shot("person-new", "/people/new/"),
    Shot("activities", "/activities/?year=2020"),
    Shot("activity", "/activities/?year=2020&q=重阳节登高 → main table a[href^='/activities/']"),
    Shot("activity-off", "/activities/?year=2020&state=cancelled → main table a[href^='/activities/']"),
    Shot("activity-new", "/activities/new/"),
    Shot("activity-copy", "/activities/?year=2020 → main table a[href^='/activities/'] → a[href$='/copy/']"),
    Shot(
        "activity-organisers", "/activities/?year=2020 → main table a[href^='/activities/'] → a[href$='/organisers/']"
    ),
    Shot("activity-files", "/activities/?year=2020 → main table a[href^='/activities/'] → a[href$='/files/']"),
    Shot("catalogue", "/activities/catalogue/"),
    Shot("category", "/activities/catalogue/ → a[href*='/catalogue/categories/']"),
    Shot("year", "/years/2020/"),
    Shot("year-branch", "/years/2020/", "branch"),
    Shot("calendar", "/years/2020/calendar/?month=10"),
    Shot("changes", "/years/2020/changes/"),
    Shot("baseline", "/years/2020/baseline/"),
    Shot("year-units", "/years/2020/units/"),
    Shot("approve", "/years/2021/approve/", "chair"),
    Shot("items", "/years/2020/items/"),
    Shot("item", "/years/2020/items/ → main a[href^='/years/items/']"),
    Shot("item-new", "/years/2021/items/new/"),
    Shot("days", "/years/2020/days/"),
    Shot("day-new", "/years/2020/days/new/"),
    Shot("figures", "/figures/2020/"),
    Shot("figure", "/figures/2020/activities.held/"),
    Shot("summaries", "/summaries/"),
    Shot("summary", "/summaries/ → main a[href^='/summaries/'].t"),
    Shot("summary-edit", "/summaries/ → main a[href^='/summaries/'].t → a.edit"),
    Shot("summary-picker", "/summaries/1/picker/"),
    Shot("summary-versions", "/summaries/1/versions/"),
    Shot("summary-sign", "/summaries/1/sign/", "chair"),
    Shot("summary-check", "/summaries/check/"),
    Shot("wordings", "/wordings/"),
    Shot("wording", "/wordings/ → main a[href^='/wordings/']"),
    Shot("imports", "/imports/"),
    Shot("import-new", "/imports/roster/new/"),
    Shot("import-check", "upload"),
    Shot("trail", "/trail/", "chair"),
    Shot("status", "/status/", "operator"),
    Shot("demo", "/demo/"),
    Shot("parts", "/parts/"),
    Shot("parts-home", "/parts/?room=home"),
)


def main(words: list[str]) -> int:
    """Take them; gives 1 where a page could not be reached."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.shots", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--only", action="append", metavar="NAME", choices=[shot.name for shot in SHOTS])
    options = parser.parse_args(words)
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if not options.only or shot.name in options.only]
    missed = []
    with demo_server() as address, browser() as chromium, ExitStack() as stack:
        pages: dict[tuple[str, str, bool], Page] = {}
        for size, shot in ((size, shot) for size in SIZES for shot in wanted):
            key = (size, shot.account, shot.office)
            if key not in pages:
                pages[key] = stack.enter_context(open_page(chromium, address, SIZES[size]))
                sign_in(pages[key], shot)
            file = options.out / f"{shot.name}-{size}.png"
            if go(pages[key], shot.where):
                picture(pages[key], file)
                print(file.name, flush=True)
            else:
                missed.append(file.name)
    write_index(options.out)
    print(f"not reached: {', '.join(missed)}" if missed else f"{options.out / 'index.html'}")
    return 1 if missed else 0


def picture(page: Page, file: Path) -> None:
    """The whole page, its bars where they belong: the screen is made as high as the page."""
    size = page.viewport_size or {"width": 1440, "height": 900}
    page.set_viewport_size(
        {"width": size["width"], "height": max(size["height"], page.evaluate("document.documentElement.scrollHeight"))}
    )
    page.screenshot(path=file, full_page=True)
    page.set_viewport_size(size)


def sign_in(page: Page, shot: Shot) -> None:
    """As the account of the shot, under its hat."""
    if not shot.account:
        return
    page.goto("/sign-in/")
    page.fill("[name=username]", shot.account)
    page.fill("[name=password]", PASSWORD)
    page.locator("form button.main").click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    if shot.office:
        page.goto("/me/")
        page.locator("form[action='/office/'] button").first.click()
        page.wait_for_load_state()


def go(page: Page, where: str) -> bool:
    """Open the address and follow the links behind it; whether the last was reached."""
    if where == "upload":
        page.goto("/imports/roster/new/")
        page.locator("input[type=file]").set_input_files(
            {"name": "新入职.csv", "mimeType": "text/csv", "buffer": ROSTER}
        )
        page.locator("main form button.main").click()
        page.wait_for_url(lambda url: "/new/" not in url)
        return True
    first, *links = where.split(" → ")
    page.goto(first)
    for link in links:
        found = page.locator(link).first
        if not found.count():
            return False
        page.goto(found.get_attribute("href") or "")
    page.wait_for_load_state("networkidle")
    return True


def write_index(folder: Path) -> None:
    """A page with all pictures of the folder, phone beside desk."""
    names = sorted({file.stem.rpartition("-")[0] for file in folder.glob("*.png")}, key=_place)
    rows = "".join(f"<h2>{html.escape(name)}</h2><p>{''.join(_pictures(folder, name))}</p>" for name in names)
    style = "body{font:16px sans-serif;margin:2rem}img{border:1px solid #ccc;vertical-align:top;margin-right:1rem}"
    text = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>同心</title><style>{style}</style><h1>同心</h1>{rows}</html>'
    (folder / "index.html").write_text(text, encoding="utf-8")


def _place(name: str) -> int:
    return next((number for number, shot in enumerate(SHOTS) if shot.name == name), len(SHOTS))


def _pictures(folder: Path, name: str) -> Iterator[str]:
    for size, width in (("390", 195), ("1440", 720)):
        if (folder / f"{name}-{size}.png").exists():
            yield f'<a href="{name}-{size}.png"><img src="{name}-{size}.png" width="{width}" alt="{name}, {size}" loading="lazy"></a>'


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongxin.config.settings")
    sys.exit(main(sys.argv[1:]))
