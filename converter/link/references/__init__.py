"""References become links, each only where exactly one target fits; what fits none, or more than one, is kept as such.

What a document's words say of other places is found in each by itself (`listen`), beforehand or here. Then come
targets: what the documents hold (`targets`), which inspections are held and known of (`inspections`). With these what
was found means one place, or none, and is cut out of the runs of text as links (`spans`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from converter.heard import Heard, HeardRun
from converter.link.references.inspections import Inspections, inspections_of, references_in
from converter.link.references.listen import KINDS, heard_in
from converter.link.references.numbered import found_in, page_of
from converter.link.references.spans import Found, linked
from converter.link.references.targets import Targets, collect
from converter.model import Report


def with_references(reports: Sequence[Report], only: Collection[str] | None = None) -> tuple[Report, ...]:
    """The reports with links where a reference has exactly one target, and with everything they refer to.

    `only` are the ids of those that are looked at; the others have their links.
    """
    heard = {report.id: heard_of(report) for report in reports}
    targets, inspections = collect(reports), inspections_of(reports, heard)
    return tuple(
        with_links(report, heard, targets, inspections)
        if report.kind in KINDS and (only is None or report.id in only)
        else report
        for report in reports
    )


def heard_of(report: Report) -> Heard:
    """What the words of a report say of other places, found now where nobody looked before."""
    return report.heard or heard_in(report)


def with_links(report: Report, heard: Mapping[str, Heard], targets: Targets, inspections: Inspections) -> Report:
    own = heard[report.id]
    page = page_of(report, own, targets)
    said = references_in(report, inspections)

    def find(run: HeardRun) -> list[Found]:
        laws = [Found(start, end, url) for start, end, url in run.laws]
        return [*found_in(page, run), *said.get((run.here, run.text), ()), *laws]

    return linked(report, own.runs, find)
