"""Reports in a list: the newest for the home page, and the page of all of them by year."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import accumulate, groupby

from converter.site.corpus import Json, dated, inspections, year
from converter.site.listing import grades_shown, printed_day, printed_month
from converter.site.markup import front
from converter.write.badges import badge_html
from converter.write.escape import html_text
from converter.write.wording import plural

UNDATED = "undated"
OPEN = 40  # reports of the newest years that are shown at once


def reports_page(corpus: Json) -> str:
    """Every report that is held, the newest first, under its year."""
    reports = inspections(corpus)
    head = front("Reports", "Every report held here, the newest first.", "reports", wide=True)
    if not reports:
        return f"{head}\n# Reports\n\nNo report has been published here yet.\n"
    years = {when: list(some) for when, some in groupby(reports, key=lambda report: year(report) or UNDATED)}
    before = [0, *accumulate(map(len, years.values()))]
    parts = [
        f"{head}\n# Reports",
        f"{plural(len(reports), 'report')}, the newest first, by the day on which the inspection ended.\n{{ .lede }}",
        *(year_part(*entry, shown < OPEN) for entry, shown in zip(years.items(), before, strict=False)),
    ]
    return "\n\n".join(parts) + "\n"


def year_part(when: str, reports: Sequence[Json], unfolded: bool) -> str:
    """The reports of one year, which can be folded away."""
    head = f'<h2>{when.capitalize()}</h2> <span class="count">{plural(len(reports), "report")}</span>'
    state = " open" if unfolded else ""
    listed = report_list(reports, "../")
    return f'<details class="year" id="y{when}"{state}><summary>{head}</summary>\n{listed}\n</details>'


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
