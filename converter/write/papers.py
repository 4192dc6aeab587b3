"""What the pages of a committee's pack say beside its papers: members, papers, decisions, what is followed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.link import Corpus
from converter.link.minuted import Minuted
from converter.meeting import Decision, Paper
from converter.model import AgendaItem, Report, plain
from converter.write.agenda import KINDS, agenda_table
from converter.write.badges import DECISIONS
from converter.write.escape import html_text, inline_text, line_start
from converter.write.followed import became_of_it, rows_about
from converter.write.markdown import spans_md
from converter.write.places import day, link_to, page_span, pages_text, path_of, source_pdf
from converter.write.wording import shortened

EXCERPT = 260
FEW = 1


def about_papers(report: Report, corpus: Corpus) -> Iterator[str]:
    """The agenda of a pack as its contents; of an item its own words there, its papers, decisions and trackers."""
    if report.kind in {"pack", "supplement"} and report.agenda:
        yield agenda_table(report, corpus)
    if report.kind != "item":
        return
    if plain(report.agenda[0].text):
        yield f"{line_start(spans_md(report.agenda[0].text))}\n{{ .agenda-text }}"
    if report.id in corpus.minuted:
        yield minute_box(report, corpus.minuted[report.id], corpus)
    if lines := list(became_of_it(report, corpus)):
        yield box("papers", "What became of it", lines)
    if len(report.papers) > FEW or any(paper.reference or paper.report for paper in report.papers):
        yield box("papers", "Papers", [paper_line(report, paper, corpus) for paper in report.papers])
    if report.record and report.record.decisions:
        lines = [decision_line(decision) for decision in report.record.decisions]
        yield box("decisions", "Decisions in these minutes", lines)
    if report.trackers:
        yield tracker_line(report)
        if lines := list(rows_about(report, corpus)):
            yield box("papers", "Rows about items held here", lines)


def box(name: str, title: str, lines: Sequence[str]) -> str:
    listed = "\n".join(f"- {line}" for line in lines)
    return f'<div class="{name}" markdown>\n\n**{title}**\n\n{listed}\n\n</div>'


# ---------------------------------------------------------------- the meeting


def meeting_facts(report: Report, pdf: str) -> list[tuple[str, str]]:
    """The facts of a meeting, and of an item the pages on which its papers stand."""
    found = report.meeting
    time = f", {html_text(found.time)}" if found and found.time else ""
    rows = [("Meeting", f"{day(report.end)}{time}")]
    if found:
        rows.append(("Council", html_text(found.council)))
        rows.append(("Place", html_text(found.place)))
        rows.append(("Quorum", html_text(found.quorum)))
        rows.append(("Members", people(found.members)))
        rows.append(("Enquiries", "; ".join(html_text(name) for name in found.contacts)))
    if report.record and report.record.day:
        rows.append(("Minutes of", day(report.record.day)))
    if report.kind == "item":
        rows.append(("Pages of the pack", pages_link(report.agenda[0], pdf)))
    return rows


def people(names: Sequence[str]) -> str:
    """Names as a list, which a page sets in columns."""
    listed = "".join(f"<li>{html_text(name)}</li>" for name in names)
    return f'<ul class="people">{listed}</ul>' if listed else ""


def pages_link(item: AgendaItem, pdf: str) -> str:
    """The pages of an agenda item as printed, as a link where the PDF's page is known."""
    pages = page_span(item.pages)
    return f'<a href="{html_text(up(pdf))}#page={item.starts}">{pages}</a>' if pages and pdf and item.starts else pages


def up(target: str) -> str:
    """A link for HTML, from the folder that an item's page is published as."""
    return f"../{target}"


# ---------------------------------------------------------------- an item


def paper_line(report: Report, paper: Paper, corpus: Corpus) -> str:
    """A paper of an item with where it begins and its pages in the PDF."""
    name = " ".join(part for part in (paper.reference, paper.title) if part) or report.agenda[0].title
    target = f"#{paper.anchor}" if paper.anchor else ""
    if paper.report in corpus.by_id:
        target = link_to(report, path_of(corpus.by_id[paper.report]))
    linked = f"[{inline_text(name)}]({target})" if target else inline_text(name)
    where = f", {pages_text(paper.pages)} of the PDF" if paper.pages else ""
    if paper.pages and (pdf := source_pdf(report, corpus)):
        where = f", [{pages_text(paper.pages)} of the PDF]({pdf}#page={paper.pages[0]})"
    return f"{KINDS[paper.kind]}: {linked}{where}"


def decision_line(decision: Decision, target: str = "") -> str:
    """A decision in one line: its kind, where it stands, how it begins, how the votes fell."""
    text = shortened(decision.text, EXCERPT)
    where = f"minute {decision.minute}" if decision.minute else decision.title or "minutes"
    votes = f" ({inline_text(decision.votes)})" if decision.votes and decision.votes not in text else ""
    link = f"[{DECISIONS[decision.kind]}, {inline_text(where)}]({target}#{decision.anchor})"
    return f"{link}: {inline_text(text)}{votes}"


def minute_box(report: Report, found: Minuted, corpus: Corpus) -> str:
    """The minute that dealt with an item, from a later pack, and what was decided."""
    page = link_to(report, path_of(corpus.by_id[found.document]))
    name = f"Minute {inline_text(found.minute.number)}: {inline_text(found.minute.title)}"
    lines = [f"[{name}]({page}#{found.minute.anchor})", *(decision_line(one, page) for one in found.decisions)]
    return box("decisions", "What the committee did", lines)


def tracker_line(report: Report) -> str:
    """How many rows of an item's trackers are done with, and how many are open."""
    rows = [row for tracker in report.trackers for row in tracker.rows]
    closed = sum(row.closed for row in rows)
    return f'<p class="tracker-note">{len(rows)} rows: {closed} closed, {len(rows) - closed} open.</p>'
