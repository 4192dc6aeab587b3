"""Reports in lists: a row for each, its date, and the grade that stands for the whole of it."""

from __future__ import annotations

from datetime import date

from converter.site.corpus import Json, dated, numbered, report_file
from converter.site.markup import up
from converter.write.badges import badge
from converter.write.escape import inline_text
from converter.write.places import day, month

MONTH_LENGTH = len("2024-07")


def table_head() -> str:
    return "| Report | Inspected | Overall | Numbered paragraphs |\n| --- | --- | --- | --- |"


def report_row(page: str, report: Json) -> str:
    link = f"[{inline_text(report['title'])}]({up(page, report_file(report))})"
    when = printed_day(dated(report))
    return f"| {link} | {when} | {overall(report)} | {numbered(report)} |"


def printed_day(iso: str) -> str:
    """A day or a month as people write it, a dash where there is none."""
    return (day(date.fromisoformat(iso)) if len(iso) > MONTH_LENGTH else month(iso)) or "–" if iso else "–"


TWO_HALVES = {"help-and-protection": "Safeguarding", "children-in-care": "Looked after"}
TWO_AREAS = {"help-and-protection": "Help and protection", "children-in-care": "Children in care"}


def overall(report: Json) -> str:
    """The overall grade; of a report that gives none (2009-12, and from April 2026) its grades of two areas."""
    if report["overall"]:
        return badge(report["overall"])
    return "<br>".join(f"{name} {badge(grade)}" for name, grade in grades_shown(report)) or "–"


def grades_shown(report: Json) -> list[tuple[str, str]]:
    """The grades that stand for the whole of a report with the names of what they judge: overall, else two areas."""
    if report["overall"]:
        return [("Overall", report["overall"])]
    grades = {row["area"]: row["grade"] for row in report["judgements"]}
    names = TWO_HALVES if report["framework"] == "slac" else TWO_AREAS
    return [(name, grades[area]) for area, name in names.items() if area in grades]


def printed_month(report: Json) -> str:
    """The month in which an inspection ended, as people write it."""
    return month(dated(report)[:MONTH_LENGTH]) or "no date"
