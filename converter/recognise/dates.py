"""Dates and periods as reports print them.

    period = day [sep day] ...        day = D [Month [Year]]
    "28 June – 9 July 2010", "11-22 June 2012", "26 to 30 June 2023", "3 May 2016 and 9 to 13 May 2016"

A day without a month takes it from the day it is joined to; a year comes from the next day that has one.
"""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
DAY = re.compile(
    r"(?<![\d/:.])(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?(?![\d/%:])"
    rf"(?:\s+(?:of\s+)?(?P<month>{'|'.join(MONTHS)})\b\.?)?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
MONTH_ALONE = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b\.?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
JOINS = re.compile(
    r"\s*(?:[-‐‑‒–—―−─,&/]|to|and|until|through)?\s*(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:20)?\d\d)\b")


def days(text: str) -> tuple[date, ...]:
    """Every complete day that `text` names, in order of time."""
    month, year, next_start = 0, 0, -1
    found: list[date] = []
    for match in reversed(list(DAY.finditer(text))):
        if not match["month"] and (next_start < 0 or not JOINS.fullmatch(text[match.end() : next_start])):
            continue
        next_start = match.start()
        if match["year"]:
            year = int(match["year"])
        if match["month"]:
            month = MONTHS[match["month"].lower()]
        if month and year:
            found += day(year, month, int(match["day"]))
    for match in NUMERIC.finditer(text):
        full = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
        found += day(full, int(match["month"]), int(match["day"]))
    return tuple(sorted(found))


def day(year: int, month: int, number: int) -> list[date]:
    try:
        return [date(year, month, number)]
    except ValueError:
        return []


def month_of(text: str) -> str:
    """The month that `text` names without a day, as in 2024-07; empty where it names none."""
    found = MONTH_ALONE.search(text)
    return f"{found['year']}-{MONTHS[found['month'].lower()]:02}" if found else ""
