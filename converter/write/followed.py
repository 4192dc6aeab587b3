"""What became of an agenda item: decided, followed up, reported, or that the documents held do not say."""

from __future__ import annotations

from collections.abc import Iterator

from converter.link import Corpus
from converter.link.followed import PAPER, Followed
from converter.link.references.targets import committee_of
from converter.model import Report
from converter.write.escape import inline_text
from converter.write.places import day, link_to, path_of
from converter.write.wording import plural


def became_of_it(report: Report, corpus: Corpus) -> Iterator[str]:
    """For an item that asks for something, or is followed up, the lines that say what is known of what came of it."""
    if not report.recommendations and report.id not in corpus.followed:
        return
    yield from said_done(report)
    yield from unknown_decision(report, corpus)
    yield from in_trackers(report, corpus)


def said_done(report: Report) -> Iterator[str]:
    """That the paper itself says what was done about its recommendations."""
    done = [point for point in report.recommendations if point.outcome]
    if done:
        whole = len(report.recommendations)
        count = f"each of its {whole}" if len(done) == whole else f"{len(done)} of its {whole}"
        yield f"**Reported:** the paper says what became of {count} recommendations, [below each](#{done[0].anchor})"


def unknown_decision(report: Report, corpus: Corpus) -> Iterator[str]:
    """Why no decision is known, where none is."""
    if report.id in corpus.minuted:
        return
    record = corpus.by_id.get(corpus.records.get(report.parent, ""))
    if record is None:
        when = f" of {day(report.end)}" if report.end else ""
        yield f"**Decided:** not known here, since the minutes of the meeting{when} are not held"
    else:
        link = link_to(report, path_of(record))
        yield f"**Decided:** not certain; none of the [minutes of the meeting]({link}) is plainly about this item"


def in_trackers(report: Report, corpus: Corpus) -> Iterator[str]:
    """The rows of the committee's tracker about the item, or that none is."""
    rows = corpus.followed.get(report.id, ())
    found = [row_link(report, row, corpus) for row in rows]
    named = any(paper.reference for paper in report.papers)
    if any(row.by == PAPER for row in rows) or (found and not named):
        yield from (f"**In the tracker:** {row}" for row in found)
        return
    for document in latest_trackers(report, corpus):
        total = plural(sum(len(tracker.rows) for tracker in document.trackers), "row")
        link = f"[newest tracker]({link_to(report, path_of(document))})"
        none = f"none of the {total} of the committee's {link} {'names this paper' if named else 'has this title'}"
        yield f"**In the tracker:** {'; only '.join([none, *found])}"


def row_link(report: Report, row: Followed, corpus: Corpus) -> str:
    """A row of a tracker with what ties it to the item."""
    page = link_to(report, path_of(corpus.by_id[row.document]))
    state = "closed" if row.closed else "open"
    why = "names this paper" if row.by == PAPER else "has the same title as this item"
    return f"[row {row.number} of the tracker]({page}#{row.anchor}), {inline_text(row.title)} ({state}), {why}"


def rows_about(report: Report, corpus: Corpus) -> Iterator[str]:
    """For a tracker's own page the rows that are about items held here, each with the way to its item."""
    for name, rows in corpus.followed.items():
        item = corpus.by_id[name]
        when = f", {day(item.end)}" if item.end else ""
        link = f"[item {inline_text(item.printed_title)}{when}]({link_to(report, path_of(item))})"
        for row in rows:
            if row.document == report.id:
                why = "names the paper of" if row.by == PAPER else "has the same title as"
                yield f"[Row {row.number}](#{row.anchor}), {inline_text(row.title)}, {why} {link}"


def latest_trackers(report: Report, corpus: Corpus) -> list[Report]:
    """The documents of the item's committee that hold its newest tracker."""
    own = [other for other in corpus.reports if other.trackers and committee_of(other) == committee_of(report)]
    last = max((str(other.end) for other in own), default="")
    return [other for other in own if str(other.end) == last]
