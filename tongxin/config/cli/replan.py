"""`tongxin replan`: how a year could be repaired with the fewest moves. It writes nothing."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.config.cli.options import add_json, add_unit, print_json, year
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.queries.units import unit_by_code
from tongxin.planner.queries.answer import Answer, answer
from tongxin.planner.words import aims, cut_words, sentences
from tongxin.ui.words import colon
from tongxin.ui.words import day as day_words

SECONDS = 10


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("replan", help=_("一年怎么改最少：只看，不改任何活动"))
    parser.add_argument("year", type=year, metavar=_("年度"), help=_("例如 2020"))
    add_unit(parser)
    add_json(parser)
    parser.add_argument("--seconds", type=_seconds, default=SECONDS, metavar="N", help=_("最多算多少秒，默认 10"))
    parser.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help=_("站在过去的哪一天看，照当时的计划"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the aims with what is proven of them, and each move with its reasons."""
    unit = unit_by_code(options.unit)
    found = answer(unit, options.year, clock.now(), seconds=options.seconds, as_of=options.as_of)
    if options.json:
        print_json({"unit": {"code": unit.code, "name": unit.name}, "year": options.year, **found.as_json()})
        return
    _print(found)


def _print(found: Answer) -> None:
    for aim in aims(found.aims):
        print(f"{colon(aim.name, aim.value)} — {aim.proof}")
    if words := cut_words(found.plan.cut):
        print(words)
    modes = dict(Activity.Mode.choices)
    for move in found.moves:
        before = day_words(move.day_before) if move.day_before else "—"
        after = day_words(move.day_after) if move.day_after else _("今年排不下")
        form = "" if move.mode_after == move.mode_before else f" {modes[move.mode_after]}"
        print(f"{move.title}\t{before} → {after}{form}")
        for sentence in sentences(move.reasons, unplaced=move.day_after is None):
            print(f"\t{sentence}")
    if not found.moves:
        print(_("一项都不用动。"))


def _seconds(word: str) -> int:
    seconds = whole(word)
    if seconds is None or not 1 <= seconds <= 3600:
        raise argparse.ArgumentTypeError(_("%(word)s 不是 1 到 3600 的秒数") % {"word": word})
    return seconds


def _day(word: str) -> datetime:
    try:
        return timezone.make_aware(datetime.combine(date.fromisoformat(word), time(9)))
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(_("%(word)s 不是日期，写成 2020-02-20 这样") % {"word": word}) from wrong
