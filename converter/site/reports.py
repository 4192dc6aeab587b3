"""Reports in a list: the newest for the home page, and the page of all of them by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from converter.site.corpus import Json, dated, inspections, year
from converter.site.listing import grades_shown, printed_day, printed_month
from converter.site.markup import front
from converter.site.paged import chunked, named
from converter.write.badges import badge_html
from converter.write.escape import html_text
from converter.write.wording import plural

PAGE = "reports/index.md"
UNDATED = "undated"
ORDERED = ", the newest first, by the day on which the inspection ended."
BUDGET = 250_000  # characters of the list on one page
OPEN = 40  # reports of the newest years that are shown at once


def reports_pages(corpus: Json) -> Iterator[tuple[str, str]]:
    """Every report that is held, the newest first, under its year; older years on pages of their own where needed."""
    reports = inspections(corpus)
    head = front("Reports", "Every report held here, the newest first.", "reports", wide=True)
    if not reports:
        yield PAGE, f"{head}\n# Reports\n\nNo report has been published here yet.\n"
        return
    years = {when: list(some) for when, some in groupby(reports, key=lambda report: year(report) or UNDATED)}
    parts = [f"{head}\n# Reports", f"{plural(len(reports), 'report')}{ORDERED}\n{{ .lede }}"]
    room, shown = BUDGET, 0
    for when, some in years.items():
        part = year_part(when, some, shown < OPEN)
        room -= len(part)
        shown += len(some)
        if room < 0:
            part = year_link(when, some)
            yield from year_pages(when, some)
        parts.append(part)
    yield PAGE, "\n\n".join(parts) + "\n"


def year_part(when: str, reports: Sequence[Json], unfolded: bool) -> str:
    """The reports of one year, which can be folded away."""
    head = f'<h2>{when.capitalize()}</h2> <span class="count">{plural(len(reports), "report")}</span>'
    state = " open" if unfolded else ""
    listed = report_list(reports, "../")
    return f'<details class="year" id="y{when}"{state}><summary>{head}</summary>\n{listed}\n</details>'


def year_link(when: str, reports: Sequence[Json]) -> str:
    """The way to the reports of a year that have a page of their own; it keeps the year's anchor."""
    count = f'<span class="count">{plural(len(reports), "report")}</span>'
    return f'<div class="year" id="y{when}"><h2><a href="{when}/">{when.capitalize()}</a></h2> {count}</div>'


def year_pages(when: str, reports: Sequence[Json]) -> Iterator[tuple[str, str]]:
    """The reports of one year on a page, or on several."""
    chunks = list(chunked(reports, lambda report: len(report_line(report, "../../")), BUDGET))
    title = "Reports without a date" if when == UNDATED else f"Reports of {when}"
    files = named(when, len(chunks))
    for file, chunk in zip(files, chunks, strict=True):
        links = (f"**{at}**" if name == file else f"[{at}]({name}.md)" for at, name in enumerate(files, 1))
        lines = [
            front(title, f"{title} held here, the newest first.", "reports", wide=True),
            "[All reports](index.md)\n{ .eyebrow }",
            f"# {title}",
            f"{plural(len(reports), 'report')}{ORDERED}\n{{ .lede }}",
            *([f"On {len(files)} pages: {' · '.join(links)}"] if len(files) > 1 else []),
            report_list(chunk, "../../"),
        ]
        yield f"reports/{file}.md", "\n\n".join(lines) + "\n"


def report_list(reports: Sequence[Json], root: str) -> str:
    """A line for each report as HTML; `root` leads from the page to the root of the site."""
    lines = "\n".join(report_line(report, root) for report in reports)
    return f'<ul class="report-list">\n{lines}\n</ul>'


def report_line(report: Json, root: str) -> str:
    """The day, the report and its grades, each under the name of what it judges."""
    title = str(report["title"]).removesuffix(f", {printed_month(report)}")
    link = f'<a href="{root}{escape(str(report["url"]).lstrip("/"))}">{html_text(title)}</a>'
    when = dated(report)
    day = f'<time datetime="{when}">{printed_day(when)}</time>' if when else "<i>no date</i>"
    return f"<li>{day} {link} {grades_html(report)}</li>"


def grades_html(report: Json) -> str:
    """The grades that stand for a whole report, with their names."""
    shown = " ".join(f"<span>{html_text(name)} {badge_html(grade)}</span>" for name, grade in grades_shown(report))
    return f'<span class="grades">{shown}</span>' if shown else ""
