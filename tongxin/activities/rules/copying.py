"""What of last year's activity changes when it is held again."""

from __future__ import annotations

from datetime import date, timedelta


def title_again(title: str, year: int, again: int) -> str:
    """The title with the years it names put on by as many: `2021年年会`, held in 2020, becomes `2022年年会` in 2021."""
    shift = again - year
    for named in range(year + 1, year - 2, -1):
        if str(named) in title:
            return title.replace(str(named), str(named + shift))
    return title


def day_again(day: date | None, years: int) -> date | None:
    """About the same day `years` later, on the same day of the week."""
    return day + timedelta(days=364 * years + 7 * (years // 6)) if day else None
