"""What the pages of a committee's pack say beside its papers: agenda, members, decisions, what is followed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.link import Corpus
from converter.link.minuted import Minuted
from converter.meeting import Decision, Paper
from converter.model import AgendaItem, Report, plain
from converter.write.escape import html_text, inline_text, line_start
from converter.write.markdown import spans_md
from converter.write.places import day, link_to, page_span, pages_text, path_of, source_pdf
from converter.write.wording import shortened

WORDS = {
    "resolved": "Resolved",
    "recommended": "Recommended",
    "agreed": "Agreed",
    "noted": "Noted",
    "vote": "Vote",
}
KINDS = {"minutes": "Minutes", "paper": "Paper", "appendix": "Appendix", "report": "Report"}
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
    if len(report.papers) > FEW or any(paper.reference or paper.report for paper in report.papers):
        yield box("papers", "Papers", [paper_line(report, paper, corpus) for paper in report.papers])
    if report.record and report.record.decisions:
        lines = [decision_line(decision) for decision in report.record.decisions]
        yield box("decisions", "Decisions in these minutes", lines)
    if report.trackers:
        yield tracker_line(report)


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
        rows.append(("Members", "; ".join(html_text(name) for name in found.members)))
        rows.append(("Enquiries", "; ".join(html_text(name) for name in found.contacts)))
    if report.kind == "item":
        rows.append(("Pages of the pack", pages_link(report.agenda[0], pdf)))
    return rows


def pages_link(item: AgendaItem, pdf: str) -> str:
    """The pages of an agenda item as printed, as a link where the PDF's page is known."""
    pages = page_span(item.pages)
    return f'<a href="{html_text(up(pdf))}#page={item.starts}">{pages}</a>' if pages and pdf and item.starts else pages


def up(target: str) -> str:
    """A link for HTML, from the folder that an item's page is published as."""
    return f"../{target}"


# ---------------------------------------------------------------- the agenda


def agenda_table(report: Report, corpus: Corpus) -> str:
    """A pack's agenda as its table of contents."""
    lines = ["| Item | Title | Pages |", "| --- | --- | --- |"]
    lines += [agenda_row(report, item, corpus) for item in report.agenda]
    agenda = "\n".join(lines)
    by_id = corpus.by_id
    inside = [by_id[child] for child in report.children if child in by_id and by_id[child].kind == "report"]
    if inside:
        links = [f"- [{inline_text(child.title)}]({link_to(report, path_of(child))})" for child in inside]
        agenda += "\n\n**Reports in this pack**\n\n" + "\n".join(links)
    if report.id in corpus.records:
        record = by_id[corpus.records[report.id]]
        agenda += f"\n\nThe [minutes of this meeting]({link_to(report, path_of(record))}) stand in a later pack."
    return f'<div class="agenda" markdown>\n\n{agenda}\n\n</div>'


def agenda_row(report: Report, item: AgendaItem, corpus: Corpus) -> str:
    """One item with its papers and, where a later pack holds the minutes, what was decided."""
    title = inline_text(item.title)
    parent = report.id if report.kind == "pack" else report.parent
    children = [corpus.by_id[name] for name in documents(parent, item, corpus)]
    links = [f"[{title}]({link_to(report, path_of(child))})" for child in children[:1]] or [title]
    for child in children:
        links += [paper_note(report, child, paper, corpus) for paper in child.papers if paper.reference or paper.report]
    links += [f"[Supplement]({link_to(report, path_of(child))})" for child in children[1:]]
    found = [corpus.minuted[child.id] for child in children if child.id in corpus.minuted]
    kinds = dict.fromkeys(WORDS[decision.kind] for one in found for decision in one.decisions)
    links += [f"*{', '.join(kinds)}*"] if kinds else []
    pages = page_span(item.pages)
    if pages and item.starts and (pdf := source_pdf(report, corpus)):
        pages = f"[{pages}]({pdf}#page={item.starts})"
    return f"| {item.number} {{ #{item.anchor} }} | {'<br>'.join(links)} | {pages} |"


def documents(parent: str, item: AgendaItem, corpus: Corpus) -> list[str]:
    """The documents of an agenda item: its own, and those that supplements add."""
    own = f"{parent}/{item.anchor}"
    names = [own, *(f"{own}-{count}" for count in range(2, 6))]
    return [name for name in names if name in corpus.by_id]


def paper_note(report: Report, child: Report, paper: Paper, corpus: Corpus) -> str:
    """A paper below its item's title on the agenda."""
    if paper.report:
        held = corpus.by_id.get(paper.report)
        name = inline_text(paper.title)
        return f"{KINDS[paper.kind]}: " + (f"[{name}]({link_to(report, path_of(held))})" if held else name)
    anchor = f"#{paper.anchor}" if paper.anchor else ""
    return f"[{inline_text(paper.reference)}]({link_to(report, path_of(child))}{anchor})"


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
    link = f"[{WORDS[decision.kind]}, {inline_text(where)}]({target}#{decision.anchor})"
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
