"""News of the reports as Atom: each entry says in substance what a report judges and asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.profiles import profile_named
from converter.site.corpus import DAY_LENGTH, Json, news_day, year
from converter.site.judged import Graded, before, gives_no_overall, judged, main_ones, publisher
from converter.site.names import Names, absolute
from converter.write.badges import WORDS
from converter.write.escape import xml_text
from converter.write.wording import plural

NEWEST = 50
SHOWN = 3
MANY = "recommendations or areas for improvement"
NEVER = "2000-01-01"  # a feed must say when it changed; an empty one never did
UNCHANGING = "T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself: its title, its own place, the page that it goes with, the names of the site."""

    title: str
    place: str
    page: str
    names: Names


def atom(feed: Feed, reports: Iterable[Json], by_id: Mapping[str, Json]) -> str:
    """The newest of the reports as a feed; a report that prints no date is on none, since a feed goes by dates."""
    newest = sorted((report for report in reports if news_day(report)), key=when, reverse=True)[:NEWEST]
    entries = "".join(entry(report, before(report, by_id), feed.names) for report in newest)
    page = xml_text(absolute(feed.names, feed.page))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title>{xml_text(feed.title)}</title>
<id>{page}</id>
<updated>{news_day(newest[0]) if newest else NEVER}{UNCHANGING}</updated>
<author><name>{xml_text(feed.names.site)}</name></author>
<link rel="self" type="application/atom+xml" href="{xml_text(absolute(feed.names, feed.place))}"/>
<link rel="alternate" type="text/html" href="{page}"/>
{entries}</feed>
"""


def when(report: Json) -> tuple[str, str]:
    return news_day(report), report["id"]


def entry(report: Json, former: Json | None, names: Names) -> str:
    """One report; its id is its address, which never changes."""
    address, stamp = xml_text(absolute(names, report["url"])), f"{news_day(report)}{UNCHANGING}"
    day = report["published"] or ""
    published = f"<published>{day}{UNCHANGING}</published>\n" if len(day) == DAY_LENGTH else ""
    name = publisher(report)
    author = f"<author><name>{xml_text(name)}</name></author>\n" if name else ""
    themes = "".join(
        f'<category term="{xml_text(slug)}" label="{xml_text(names.themes.get(slug, slug))}"/>\n'
        for slug in themes_of(report)
    )
    rights = f"<rights>{xml_text(report['licence'])}</rights>\n" if report["licence"] else ""
    content = "\n".join(substance(report, list(judged(report, former)), names))
    return f"""<entry>
<title>{xml_text(headline(report))}</title>
<id>{address}</id>
{published}<updated>{stamp}</updated>
{author}<link rel="alternate" type="text/html" href="{address}"/>
{themes}{rights}<content type="html">{xml_text(content)}</content>
</entry>
"""


def headline(report: Json) -> str:
    """`Norbury, 2019: good overall`; without an overall grade what there is."""
    if not report["authority"]:
        return str(report["title"])
    place = f"{report['authority']['name']}, {year(report)}" if year(report) else report["authority"]["name"]
    return f"{place}: {verdict(report)}"


def verdict(report: Json) -> str:
    """The overall grade in words, else the main grades, else what kind of report it is."""
    if report["overall"]:
        return f"{WORDS[report['overall']].lower()} overall"
    rows = main_ones(judged(report, None))
    if gives_no_overall(report) or not rows:
        subject = profile_named(report["framework"]).subject or "report"
        return f"{subject}, not judged overall" if rows else subject
    return ", ".join(f"{row.name[:1].lower()}{row.name[1:]} {WORDS[row.grade].lower()}" for row in rows)


# ---------------------------------------------------------------- what an entry says


def substance(report: Json, rows: Sequence[Graded], names: Names) -> Iterator[str]:
    """What is new in a report, as lines of HTML: its judgements, what it asks for, what it is about."""
    if shown := main_ones(rows):
        yield listed(link(row.said, report, row.anchor, names) for row in shown)
    if gives_no_overall(report):
        yield "<p>Reports of this kind give no overall grade since April 2026.</p>"
    points = report["recommendations"]
    if points:
        more = ", among them:" if len(points) > SHOWN else ":"
        yield f"<p>{plural(len(points), 'recommendation or area for improvement', MANY)}{more}</p>"
        yield listed(link(point["text"], report, point["anchor"], names) for point in points[:SHOWN])
    if themes := themes_of(report):
        called = ", ".join(xml_text(names.themes.get(slug, slug)) for slug in themes)
        yield f"<p>Most of it is about: {called}.</p>"


def listed(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def link(text: str, report: Json, anchor: str, names: Names) -> str:
    return f'<a href="{xml_text(absolute(names, report["url"] + "#" + anchor))}">{xml_text(text)}</a>'


def themes_of(report: Json) -> list[str]:
    """The themes that most of a report's paragraphs are about."""
    counts = Counter(theme for row in report["paragraphs"] for theme in row["themes"])
    return [theme for theme, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN]]
