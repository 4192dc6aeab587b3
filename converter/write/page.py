"""Whole pages: a report, a committee pack, an item of its agenda."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlsplit

from converter.link import Corpus
from converter.model import Judgement, Report, Section, Span, plain
from converter.profiles import Profile, profile_named
from converter.write.agenda import steps
from converter.write.badges import WORDS, badge
from converter.write.cite import citation
from converter.write.cited import cited_list
from converter.write.escape import heading_text, html_text, inline_text, line_start, url
from converter.write.explained import abbreviations_list, explained
from converter.write.markdown import block_md, footnotes_md, section_md
from converter.write.papers import about_papers, decision_line, meeting_facts
from converter.write.places import link_to, page_span, pages_text, path_of, period, publication, source_pdf
from converter.write.themed import themes_line

FOOTNOTE_ID = re.compile(r' id="fnref:([\d-]+)"')
NOTES_PLACE = "///Footnotes Go Here///"
FINER = "/"
NO_NAMES: Mapping[str, str] = MappingProxyType({})
FRONT_SHEETS = {"pack", "supplement"}
MANY_SECTIONS = 4


def page_md(report: Report, corpus: Corpus, themes: Mapping[str, str] = NO_NAMES) -> str:
    """The report's page as Markdown with YAML front matter; `themes` are the names of the themes by their slugs."""
    by_id = corpus.by_id
    shown = explained(report)
    parts = [
        front_matter(report, corpus),
        *eyebrow(report, by_id),
        f"# {heading_text(line_start(inline_text(heading(report))))}",
        *notice(report),
        *unread(report, source_pdf(report, corpus)),
        card(report, corpus, by_id),
        *about_papers(report, corpus),
        *front_page(report),
        *body(shown, source_pdf(report, corpus)),
    ]
    page = once("\n\n".join(part for part in parts if part))
    notes = footnotes_md(shown.footnotes, page)
    lists = (*abbreviations_list(report), *cited_list(report, corpus), *themes_line(report, corpus, themes))
    end = (page, notes, NOTES_PLACE if notes else "", *lists, *steps(report, corpus), source_note(report))
    return "\n\n".join(part for part in end if part) + "\n"


def once(page: str) -> str:
    """The page with the address of each reference to a footnote given only once."""
    first, *rest = FOOTNOTE_ID.split(page)
    seen = set(re.findall(r"\[\^([\d-]+)\]", page))
    written = [first]
    for mark, text in zip(rest[::2], rest[1::2], strict=True):
        written += ["" if mark in seen else f' id="fnref:{mark}"', text]
        seen.add(mark)
    return "".join(written)


# ---------------------------------------------------------------- the head of the page


def front_matter(report: Report, corpus: Corpus) -> str:
    """YAML front matter; JSON strings are YAML, whatever a title holds."""
    lines = {
        "title": report.title,
        "short": report.short,
        "report": report.id,
        "kind": report.kind,
        "citation": citation(report, corpus),
        "description": description(report),
        **({"counts": "minute"} if report.record else {}),
    }
    return "\n".join(
        ["---", *(f"{key}: {json.dumps(value, ensure_ascii=True)}" for key, value in lines.items()), "---"]
    )


def description(report: Report) -> str:
    """One sentence for link previews and search engines."""
    count = sum(1 for _ in report.paragraphs())
    grade = f" Overall: {WORDS[report.overall].lower()}." if report.overall else ""
    paragraphs = "paragraph" if count == 1 else "paragraphs, each"
    numbered = f" {count} numbered {paragraphs} with its own address." if count else ""
    return f"{report.title}.{grade}{numbered}"


def eyebrow(report: Report, by_id: Mapping[str, Report]) -> Iterator[str]:
    links = []
    if report.authority:
        page = link_to(report, f"authorities/{report.authority.slug}.md")
        links.append(f"[{inline_text(report.authority.name)}]({page})")
    elif report.publisher:
        links.append(f"[{inline_text(report.publisher)}]({link_to(report, 'authorities/index.md')}#publishers)")
    if report.parent in by_id:
        parent = by_id[report.parent]
        name = parent.printed_title if parent.kind == "pack" else f"Agenda item {parent.printed_title}"
        links.append(f"[{inline_text(name)}]({link_to(report, path_of(parent))})")
    if links:
        yield " · ".join(links) + "\n{ .eyebrow }"


def heading(report: Report) -> str:
    """The page's heading, which need not repeat the authority or publisher that stands above it."""
    place = f"{report.authority.name if report.authority else report.publisher}: "
    title = report.title.removeprefix(place) if report.kind == "report" else report.title
    if report.kind == "item":
        title = report.printed_title
    return title[:1].upper() + title[1:]


def notice(report: Report) -> Iterator[str]:
    if report.damaged:
        found = " ".join(inline_text(problem) for problem in report.problems)
        yield (
            '<div class="notice" markdown>\n\n**This copy of the report is damaged.** '
            f"{found} Nothing has been made up in their place. Passages without a number have addresses of their "
            "own.\n\n</div>"
        )


def unread(report: Report, pdf: str) -> Iterator[str]:
    """What could not be read of an item's papers, such as scanned pages."""
    if report.kind == "item" and report.problems:
        found = " ".join(inline_text(problem) for problem in report.problems)
        where = f" See the [PDF]({pdf})." if pdf else ""
        yield f'<div class="notice" markdown>\n\n**Not everything could be read.** {found}{where}\n\n</div>'


def card(report: Report, corpus: Corpus, by_id: Mapping[str, Report]) -> str:
    """The header card: judgements beside those of the report before, then the facts."""
    before = by_id.get(corpus.earlier.get(report.id, ""))
    parts = []
    main = [row for row in report.judgements if FINER not in row.area]
    finer = [row for row in report.judgements if FINER in row.area]
    if main:
        parts.append(judgement_table(main, before))
    elif report.kind == "report" and expects_judgements(profile_named(report.framework)):
        parts.append("No judgement was found in this report.")
    if finer:
        parts.append(
            f'<details class="finer" markdown>\n<summary>All {len(report.judgements)} judgements</summary>\n\n'
            f"{judgement_table(finer, None)}\n\n</details>"
        )
    parts.append(facts(report, corpus, before))
    return '<div class="card" markdown>\n\n' + "\n\n".join(parts) + "\n\n</div>"


def judgement_table(rows: Sequence[Judgement], before: Report | None) -> str:
    was = {row.area: row.grade for row in before.judgements} if before else {}
    year = f"{before.end:%Y}" if before and before.end else ""
    known = any(row.area in was for row in rows)
    lines = [
        "| Judgement | Grade |" + (f" In {year} |" if known else ""),
        "| --- | --- |" + (" --- |" if known else ""),
    ]
    for row in rows:
        label = f"{inline_text(half_name(row))} {{ #{row.anchor} }}"
        earlier = f" {badge(was.get(row.area, ''))} |" if known else ""
        lines.append(f"| {label} | {badge(row.grade)} |{earlier}")
    return "\n".join(lines)


def half_name(row: Judgement) -> str:
    """A label that says which half of a 2009-12 report it belongs to."""
    if row.label.lower() == "overall effectiveness" and row.area != "overall":
        return {
            "help-and-protection": "Safeguarding services",
            "children-in-care": "Services for looked after children",
        }.get(row.area, row.label)
    half, _, rest = row.area.partition(FINER)
    return f"{half.replace('-', ' ').capitalize()}: {row.label}" if rest else row.label


def expects_judgements(profile: Profile) -> bool:
    """Whether a report of this framework without a judgement needs a word about it."""
    return profile.recognised and profile.judges


def facts(report: Report, corpus: Corpus, before: Report | None) -> str:
    """The facts of the report as a list of terms."""
    rows: list[tuple[str, str]] = []
    if report.kind == "report":
        rows.append(("Inspected" if report.start != report.end else "Inspected on", period(report.start, report.end)))
        rows.append(("Publisher", html_text(report.publisher)))
        rows.append(("Published", publication(report)))
        rows.append(("Framework", html_text(profile_named(report.framework).name)))
        rows.append(("Lead inspector", html_text(report.lead_inspector or "")))
        rows.append(("Printed title", html_text(report.printed_title)))
    else:
        rows += meeting_facts(report, source_pdf(report, corpus))
    listed = "".join(f"<div><dt>{term}</dt><dd>{value}</dd></div>" for term, value in rows if value)
    links = [*related(report, corpus, before), *originals(report, corpus)]
    return f'<dl class="facts">{listed}</dl>' + ("\n\n" + "\n".join(f"- {link}" for link in links) if links else "")


def related(report: Report, corpus: Corpus, before: Report | None) -> Iterator[str]:
    """Links to the report before, to the pack in which a report stands, and to what its committee decided."""
    if before:
        yield f"Before: [{inline_text(before.title)}]({link_to(report, path_of(before))})"
    if report.kind == "report" and report.parent in corpus.by_id:
        parent = corpus.by_id[report.parent]
        own = next((paper.pages for paper in parent.papers if paper.report == report.id and paper.pages), None)
        printed = page_span(parent.agenda[0].pages) if parent.agenda else ""
        where = f", {pages_text(own)} of the PDF" if own else f", among pages {printed}" if printed else ""
        yield f"Stands in the agenda pack: [{inline_text(parent.title)}]({link_to(report, path_of(parent))}){where}"
        if found := corpus.minuted.get(parent.id):
            page = link_to(report, path_of(corpus.by_id[found.document]))
            decided = [decision_line(one, page) for one in found.decisions]
            yield from decided or [
                f"Considered in [minute {inline_text(found.minute.number)}]({page}#{found.minute.anchor})"
            ]


def originals(report: Report, corpus: Corpus) -> Iterator[str]:
    """Links to the document that the page was made from: the copy held here, and where it was published."""
    pdf, first = source_pdf(report, corpus), report.sources[0].pages
    if pdf:
        page = first[0] if first and report.kind not in FRONT_SHEETS else 1
        yield f"Original: [PDF]({pdf})" if page == 1 else f"Original: [PDF, from page {page}]({pdf}#page={page})"
    if report.kind in FRONT_SHEETS:
        root = "../" * (report.id.count("/") + 2)
        yield f'Data: <a href="{root}data/reports/{html_text(report.id)}.json">JSON</a>'
    if report.source_url:
        yield f"Published at: [{inline_text(urlsplit(report.source_url).netloc)}]({url(report.source_url)})"


# ---------------------------------------------------------------- the body


def front_page(report: Report) -> Iterator[str]:
    """The front page as printed, folded away; a pack's holds its agenda, which stands above as a table."""
    if report.front:
        name = "Front sheet and agenda" if report.kind in FRONT_SHEETS else "Front page"
        blocks = "\n\n".join(block_md(block) for block in report.front)
        yield f'<details class="front" markdown>\n<summary>{name}, as printed</summary>\n\n{blocks}\n\n</details>'


def body(report: Report, pdf: str) -> Iterator[str]:
    """The sections, with links to the one before and after between them."""
    stops = stepping_stones(report.sections)
    for at, section in enumerate(report.sections):
        yield section_md(section, pdf)
        if stops and (at + 1 in stops or at + 1 == len(report.sections)):
            yield between(stops, at, report.sections)


def stepping_stones(sections: Sequence[Section]) -> list[int]:
    """The places of the sections that are worth stepping through: the outermost level that has several."""
    for level in (2, 3, 4):
        some = [at for at, section in enumerate(sections) if section.title and section.level <= level]
        if len(some) >= MANY_SECTIONS:
            return some
    return []


def between(stops: Sequence[int], at: int, sections: Sequence[Section]) -> str:
    """Links to the section before the one that ends here, and to the one after it."""
    here = bisect_right(stops, at)
    links = []
    if here > 1:
        before = sections[stops[here - 2]]
        links.append(f"[← {short_title(before)}](#{before.anchor}){{ .previous }}")
    if here < len(stops):
        after = sections[stops[here]]
        links.append(f"[{short_title(after)} →](#{after.anchor}){{ .next }}")
    return " ".join(links) + "\n{ .between }" if links else ""


def short_title(section: Section) -> str:
    words = plain(tuple(Span(span.text) for span in section.title if not span.grade and not span.note))
    return inline_text(words.strip(" :.").replace("\n", " "))


def source_note(report: Report) -> str:
    """Where the words come from, and under which terms they stand."""
    profile = profile_named(report.framework)
    held = "; ".join(
        f"`{html_safe_code(source.file)}`" + (" (shown here)" if source.chosen and len(report.sources) > 1 else "")
        for source in report.sources
    )
    when = publication(report)
    dated = f", published {when}" if when else ""
    name = profile.publisher or inline_text(report.publisher)
    publisher = f"{name}{dated}. " if name else ""
    return f"Source: {publisher}{held}. {inline_text(report.licence or profile.licence)}\n{{ .source }}"


def html_safe_code(name: str) -> str:
    """A file name inside a code span, where only a back-tick could do harm."""
    return name.replace("`", "'").replace("\n", " ")
