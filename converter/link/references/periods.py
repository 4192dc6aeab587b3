"""When inspections were and when their reports came out, beside the dates that texts give."""

from __future__ import annotations

from collections.abc import Sequence

from converter.heard import When
from converter.model import Report

PUBLISHED_WITHIN = 3  # months after an inspection, where a report prints no date of publication


def months_of(report: Report) -> list[tuple[int, int]]:
    """Every month of an inspection, as year and month."""
    end = report.end or report.start
    if not end:
        return []
    start = report.start or end
    count = (end.year - start.year) * 12 + end.month - start.month
    return [later((start.year, start.month), step) for step in range(count + 1)]


def later(month: tuple[int, int], count: int) -> tuple[int, int]:
    at = month[0] * 12 + month[1] - 1 + count
    return at // 12, at % 12 + 1


def last_month(report: Report) -> When:
    year, month = months_of(report)[-1]
    return When(year, (month,))


def in_months(when: When, months: Sequence[tuple[int, int]]) -> bool:
    return any(year == when.year and (not when.months or month in when.months) for year, month in months)


def inspected(when: When, reports: Sequence[Report]) -> list[Report]:
    return [report for report in reports if in_months(when, months_of(report))]


def published(when: When, reports: Sequence[Report]) -> list[Report]:
    return [one for one in reports if one.published and in_months(when, [(one.published.year, one.published.month)])]


def soon_after(when: When, reports: Sequence[Report]) -> list[Report]:
    """Reports that print no date of publication, and may have been published then."""
    return [
        report
        for report in reports
        if not report.published
        and in_months(when, [later(months_of(report)[-1], count) for count in range(1, PUBLISHED_WITHIN + 1)])
    ]


def fits(when: When, report: Report) -> bool:
    """Whether a date may be that of a report."""
    return any(at(when, [report]) for at in (inspected, published, soon_after))


def apart_by(earlier: Report, report: Report) -> int:
    """The months between the end of one inspection and the start of another."""
    (year, month), (next_year, next_month) = months_of(earlier)[-1], months_of(report)[0]
    return (next_year - year) * 12 + next_month - month


def order(when: When) -> tuple[int, int]:
    """Dates in order of time; a year alone comes after its months."""
    return when.year, when.months[-1] if when.months else 12


def months_between(earlier: When, later: When) -> int:
    """The months from one date to another, a year alone counted as its end."""
    (year, month), (next_year, next_month) = order(earlier), order(later)
    return (next_year - year) * 12 + next_month - month
