"""References become links, each only where exactly one target fits; what fits none, or more than one, is kept as such.

Targets first: what the documents hold (`targets`), which inspections are held and known of (`inspections`). Then every
run of text is searched, and what was found is cut out of it as links (`spans`).
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.link import legislation
from converter.link.references.inspections import Inspections, inspections_of, references_in
from converter.link.references.numbered import found_in, page_of
from converter.link.references.spans import Found, linked
from converter.link.references.targets import Targets, collect
from converter.model import Report


def with_references(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports with links where a reference has exactly one target, and with everything they refer to."""
    targets, inspections = collect(reports), inspections_of(reports)
    return tuple(
        with_links(report, targets, inspections) if report.kind in {"report", "item"} else report for report in reports
    )


def with_links(report: Report, targets: Targets, inspections: Inspections) -> Report:
    page = page_of(report, targets)
    said = references_in(report, inspections)

    def find(here: str, text: str) -> list[Found]:
        return [*found_in(page, here, text), *said.get((here, text), ()), *laws(here, text)]

    return linked(report, find, laws)


def laws(_: str, text: str) -> list[Found]:
    """What a text says of laws; the same wherever it stands."""
    return [Found(start, end, url) for start, end, url in legislation.found_in(text)]
