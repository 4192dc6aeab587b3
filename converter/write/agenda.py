"""The agenda of a committee's pack as its table of contents: what each item holds."""

from __future__ import annotations

from collections.abc import Iterator

from converter.link import Corpus
from converter.meeting import Paper
from converter.model import AgendaItem, Report
from converter.write.badges import DECISIONS
from converter.write.escape import inline_text
from converter.write.places import day, link_to, page_span, path_of, source_pdf
from converter.write.wording import plural

KINDS = {"minutes": "Minutes", "paper": "Paper", "appendix": "Appendix", "report": "Report"}


def agenda_table(report: Report, corpus: Corpus) -> str:
    """A pack's agenda as its table of contents."""
    lines = ["| Item | Title and what it holds | Pages |", "| --- | --- | --- |"]
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
    elif report.kind == "pack":
        agenda += "\n\nThe minutes of this meeting are not held: what was decided at it is not known here."
    return f'<div class="agenda" markdown>\n\n{agenda}\n\n</div>'


def agenda_row(report: Report, item: AgendaItem, corpus: Corpus) -> str:
    """One item with its papers and, where a later pack holds the minutes, what was decided."""
    parent = report.id if report.kind == "pack" else report.parent
    children = [corpus.by_id[name] for name in documents(parent, item, corpus)]
    held = [part for child in children for part in holds(report, child, corpus)]
    title = inline_text(item.title)
    if children:
        title = f"[{title}]({link_to(report, path_of(children[0]))}){{ {'.title' if held else '.bare'} }}"
    links = [title, *([" · ".join(held)] if held else [])]
    links += [f"[Supplement]({link_to(report, path_of(child))})" for child in children[1:]]
    if kinds := decided(children, corpus):
        links.append(f"*{', '.join(kinds)}*")
    return f"| {item.number} {{ #{item.anchor} }} | {'<br>'.join(links)} | {pages(report, item, corpus)} |"


def pages(report: Report, item: AgendaItem, corpus: Corpus) -> str:
    """The pages of an item as printed, a link where the PDF's page is known."""
    printed = page_span(item.pages)
    if printed and item.starts and (pdf := source_pdf(report, corpus)):
        return f"[{printed}]({pdf}#page={item.starts})"
    return printed


def decided(children: list[Report], corpus: Corpus) -> list[str]:
    """What kinds of decisions the minutes of the meeting record on an item, each once."""
    found = [corpus.minuted[child.id] for child in children if child.id in corpus.minuted]
    return list(dict.fromkeys(DECISIONS[decision.kind] for one in found for decision in one.decisions))


def documents(parent: str, item: AgendaItem, corpus: Corpus) -> list[str]:
    """The documents of an agenda item: its own, and those that supplements add."""
    own = f"{parent}/{item.anchor}"
    names = [own, *(f"{own}-{count}" for count in range(2, 6))]
    return [name for name in names if name in corpus.by_id]


# ---------------------------------------------------------------- what an item holds


def holds(report: Report, child: Report, corpus: Corpus) -> list[str]:
    """What stands behind an item, most telling first; nothing for one that is a line of the agenda alone."""
    papers = [paper for paper in child.papers if paper.reference or paper.report]
    found = [paper_note(report, child, paper, corpus) for paper in papers]
    found += filter(None, [minutes_note(child), asked_note(report, child), tracker_note(child), numbers_note(child)])
    if found:
        return found
    return ["paper"] if child.papers else ["text"] if child.sections else []


def asked_note(report: Report, child: Report) -> str:
    """How many recommendations an item holds, with the way to the first."""
    if not child.recommendations:
        return ""
    first = f"{link_to(report, path_of(child))}#{child.recommendations[0].anchor}"
    return f"[{plural(len(child.recommendations), 'recommendation')}]({first})"


def tracker_note(child: Report) -> str:
    """How much of an item's trackers is open."""
    rows = [row for tracker in child.trackers for row in tracker.rows]
    closed = sum(row.closed for row in rows)
    return f"tracker: {len(rows) - closed} open, {closed} closed" if rows else ""


def numbers_note(child: Report) -> str:
    """How many numbered paragraphs an item has; those of minutes are its minutes."""
    paragraphs = sum(1 for _ in child.paragraphs())
    return plural(paragraphs, "numbered paragraph") if paragraphs and not child.record else ""


def minutes_note(child: Report) -> str:
    """The meeting that an item's minutes record, and how much was decided at it."""
    record = child.record
    if record is None:
        return ""
    of_day = f" of {day(record.day)}" if record.day else ""
    counts = f", {plural(len(record.decisions), 'decision')}" if record.decisions else ""
    return f"minutes{of_day}{counts}"


def paper_note(report: Report, child: Report, paper: Paper, corpus: Corpus) -> str:
    """A paper below its item's title on the agenda."""
    if paper.report:
        held = corpus.by_id.get(paper.report)
        name = inline_text(paper.title)
        return f"{KINDS[paper.kind]}: " + (f"[{name}]({link_to(report, path_of(held))})" if held else name)
    anchor = f"#{paper.anchor}" if paper.anchor else ""
    return f"[{inline_text(paper.reference)}]({link_to(report, path_of(child))}{anchor})"


# ---------------------------------------------------------------- from item to item


def steps(report: Report, corpus: Corpus) -> Iterator[str]:
    """Links from an item to those before and after it on the agenda."""
    pack = corpus.by_id.get(report.parent)
    if report.kind != "item" or pack is None:
        return
    items = [corpus.by_id[child] for child in pack.children if child in corpus.by_id]
    items = [child for child in items if child.kind == "item"]
    at = next((at for at, child in enumerate(items) if child.id == report.id), None)
    if at is None:
        return
    before, after = items[:at][-1:], items[at + 1 :][:1]
    links = [f"[← {step(report, child)}){{ .previous }}" for child in before]
    links += [f"[{step(report, child, ' →')}){{ .next }}" for child in after]
    yield " ".join(links) + "\n{ .between .items }" if links else ""


def step(report: Report, child: Report, mark: str = "") -> str:
    """The inside of a link to another item of the agenda."""
    return f"{inline_text(child.printed_title)}{mark}]({link_to(report, path_of(child))}"
