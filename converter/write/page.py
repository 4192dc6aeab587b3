"""Whole pages: a report, a committee pack, an item of its agenda."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from converter.link import Corpus
from converter.model import Report, Section, plain
from converter.write.agenda import steps
from converter.write.badges import WORDS
from converter.write.card import FRONT_SHEETS, card
from converter.write.cite import citation
from converter.write.cited import cited_list
from converter.write.escape import heading_text, inline_text, line_start
from converter.write.explained import abbreviations_list, explained
from converter.write.levels import in_steps
from converter.write.markdown import block_md, footnotes_md, section_md
from converter.write.papers import about_papers
from converter.write.places import link_to, path_of, source_pdf
from converter.write.points import points_box
from converter.write.related import answers_list
from converter.write.since import lede, since_box
from converter.write.source import source_box
from converter.write.themed import themes_line

FOOTNOTE_ID = re.compile(r' id="fnref:([\d-]+)"')
NOTES_PLACE = "///Footnotes Go Here///"
NO_NAMES: Mapping[str, str] = MappingProxyType({})
MANY_SECTIONS = 4
LEADS_TO_GRADE = re.compile(r"(?:\s+(?:is|are)(?:\s+that\s+(?:it|they))?)?[\s:.–-]*\Z", re.IGNORECASE)


def page_md(report: Report, corpus: Corpus, themes: Mapping[str, str] = NO_NAMES) -> str:
    """The report's page as Markdown with YAML front matter; `themes` are the names of the themes by their slugs."""
    by_id = corpus.by_id
    shown = explained(report)
    parts = [
        front_matter(report, corpus),
        *eyebrow(report, by_id),
        f"# {heading_text(line_start(inline_text(heading(report))))}",
        *lede(report, corpus),
        *notice(report),
        *unread(report, source_pdf(report, corpus)),
        card(report, corpus),
        *points_box(report),
        *since_box(report, corpus),
        *how_to_cite(report),
        *about_papers(report, corpus),
        *front_page(report),
        *body(shown, source_pdf(report, corpus)),
    ]
    page = once("\n\n".join(part for part in parts if part))
    notes = footnotes_md(shown.footnotes, page)
    lists = (*abbreviations_list(report), *cited_list(report, corpus), *themes_line(report, corpus, themes))
    lists = (*answers_list(report, corpus, themes), *lists)
    end = (page, notes, NOTES_PLACE if notes else "", *lists, *steps(report, corpus), source_box(report, corpus))
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
        **({"place": report.authority.name} if report.authority else {}),
        "citation": citation(report, corpus),
        "description": description(report),
        **({"graded": headings} if (headings := graded_headings(report)) else {}),
        **({"counts": "minute"} if report.record else {}),
    }
    return "\n".join(
        ["---", *(f"{key}: {json.dumps(value, ensure_ascii=True)}" for key, value in lines.items()), "---"]
    )


def graded_headings(report: Report) -> dict[str, list[str]]:
    """Each graded section's heading without its grade, and the grade, by its anchor: so the contents show them."""
    return {section.anchor: [heading_words(section), section.grade] for section in report.sections if section.grade}


def heading_words(section: Section) -> str:
    """The words of a heading without its notes, its grade and what only leads to that."""
    words = plain(tuple(span for span in section.title if not span.grade))
    return LEADS_TO_GRADE.sub("", " ".join(words.split())).strip()


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


def how_to_cite(report: Report) -> Iterator[str]:
    """A word on how a paragraph is cited, in the form that suits the reader's device."""
    if report.kind == "report" and any(True for _ in report.paragraphs()):
        for device, verb in (("touch", "Touch"), ("mouse", "Point at")):
            yield f'<p class="how-to-cite {device}">{verb} a paragraph to cite it or to copy its link.</p>'


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
    for at, section in enumerate(in_steps(report.sections)):
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
    return inline_text(heading_words(section))
