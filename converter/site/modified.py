"""When the content of a page last grew, for the sitemap: by the dates of the reports, never by that of the build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from converter.site.corpus import Json, news_day
from converter.write.places import place_slug

OF_ALL = {"/", "/authorities/", "/themes/"}
NEVER = "2000-01-01"
FIRST, LAST = "1970-01-02", "2105-12-31"  # a packed file holds its time as seconds since 1970, in four bytes


def modified(corpus: Json) -> Mapping[str, str]:
    """The day of each document, of each place and of the site, by the address that they have or begin with."""
    days: dict[str, str] = defaultdict(str)
    for report in corpus["reports"]:
        day = news_day(report)
        place = place_slug(report["id"], (report["authority"] or {"slug": ""})["slug"])
        themes = {theme for row in report["paragraphs"] for theme in row["themes"]}
        addresses = {report["url"], f"/authorities/{place}/", *OF_ALL}
        addresses |= {f"/themes/{theme}/{end}" for theme in themes for end in ("", f"{place}/")}
        for address in addresses:
            days[address] = max(days[address], day)
    return {address: day for address, day in days.items() if day}


def packed(day: str) -> str:
    """The day with which a packed file can be stamped; one that it cannot hold, and none, is a fixed one."""
    return day if FIRST <= day <= LAST else NEVER
