"""Open data: one report as the JSON that the design fixes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import accumulate, takewhile
from typing import Any

from converter.link import Corpus, acts
from converter.link.references.places import place_of
from converter.link.repeats import matters_of
from converter.model import (
    Block,
    ItemList,
    Label,
    Lines,
    Paragraph,
    Report,
    Section,
    WordCount,
    block_spans,
    block_text,
    in_force,
    plain,
)
from converter.profiles import profile_named
from converter.write.cite import citation

Json = dict[str, Any]


def report_data(report: Report, corpus: Corpus) -> Json:
    """A report's data; paragraphs without a printed number have `number` null."""
    grades = in_force(report.sections, lambda section: section.grade)
    return {
        "id": report.id,
        "kind": report.kind,
        "url": f"/reports/{report.id}/",
        "title": report.title,
        "short": report.short,
        "printed_title": report.printed_title,
        "citation": citation(report, corpus),
        "authority": {"slug": report.authority.slug, "name": report.authority.name} if report.authority else None,
        "publisher": report.publisher or None,
        "framework": report.framework,
        "inspection": {"start": iso(report.start), "end": iso(report.end)},
        "published": iso(report.published) or report.month or None,
        "source_url": report.source_url or None,
        "licence": report.licence or profile_named(report.framework).licence or None,
        "earlier": corpus.earlier.get(report.id),
        "lead_inspector": report.lead_inspector,
        "overall": report.overall,
        "quality": {
            "status": "damaged" if report.damaged else "complete",
            "words_kept": report.words_kept,
            "problems": list(report.problems),
        },
        "sources": [
            {
                "file": source.file,
                "sha256": source.sha256,
                "pages": list(source.pages) if source.pages else None,
                "chosen": source.chosen,
                "url": f"/{corpus.files[source.sha256]}" if source.sha256 in corpus.files else None,
                "words": word_data(source.words),
            }
            for source in report.sources
        ],
        "parent": report.parent or None,
        "children": list(report.children),
        "judgements": [
            {"area": row.area, "label": row.label, "grade": row.grade, "anchor": row.anchor}
            for row in report.judgements
        ],
        "sections": [
            {
                "title": plain(section.title) or None,
                "anchor": section.anchor,
                "number": section.number or None,
                "grade": section.grade or None,
                "level": section.level,
                "themes": list(corpus.themes.get((report.id, section.anchor), ())),
            }
            for section in report.sections
        ],
        "paragraphs": list(paragraphs(report, corpus, grades)),
        "recommendations": [
            {
                "anchor": point.anchor,
                "text": point.text,
                "deadline": point.deadline,
                "to": point.to or None,
                "ref": point.ref or None,
                "outcome": point.outcome or None,
                "themes": list(corpus.themes.get((report.id, point.anchor), ())),
                "matters": sorted(matters_of(point.text, profile_named(report.framework))),
                "repeats": list(corpus.repeats.get((report.id, point.anchor), ())),
            }
            for point in report.recommendations
        ],
        "references": [
            {
                "anchor": reference.anchor or None,
                "text": reference.text,
                "to": reference.to or None,
                "status": reference.status,
                "kind": reference.kind,
                "when": reference.when or None,
                "authority": reference.authority or None,
            }
            for reference in report.references
        ],
        "cited_by": [
            {"report": place.document, "anchor": place.anchor or None, "to": place.to or None, "text": place.text}
            for place in corpus.cited.get(report.id, ())
        ],
        "terms": [asdict(term) for term in report.terms],
        **papers_data(report, corpus),
    }


def papers_data(report: Report, corpus: Corpus) -> Json:
    """What a pack and its items hold beside text; nothing for a report."""
    if report.kind == "report":
        return {}
    record, minuted = report.record, corpus.minuted.get(report.id)
    return {
        "meeting": asdict(report.meeting) if report.meeting else None,
        "agenda": [
            {
                "number": item.number,
                "title": item.title,
                "anchor": item.anchor,
                "pages": item.pages,
                "page": item.starts,
            }
            for item in report.agenda
        ],
        "papers": [{**asdict(paper), "fields": dict(paper.fields)} for paper in report.papers],
        "minutes_of": iso(record.day) if record else None,
        "minutes": [asdict(minute) for minute in record.minutes] if record else [],
        "decisions": [asdict(decision) for decision in record.decisions] if record else [],
        "minute": {"report": minuted.document, **asdict(minuted.minute)} if minuted else None,
        "trackers": [asdict(tracker) for tracker in report.trackers],
        "followed": [
            {"report": row.document, "anchor": row.anchor, "title": row.title, "closed": row.closed, "by": row.by}
            for row in corpus.followed.get(report.id, ())
        ],
    }


def paragraphs(report: Report, corpus: Corpus, grades: Mapping[str, str]) -> Iterator[Json]:
    """Every addressed block in order: numbered headings and paragraphs, then what has no number."""
    for section in report.sections:
        if section.number:
            yield block_data(
                report, corpus, section, grades, section.number_anchor, plain(section.title), section.number
            )
        for part in section.content:
            if isinstance(part, Label):
                continue
            number = part.number if isinstance(part, Paragraph) else None
            lead, more = own_text(part)
            row = block_data(report, corpus, section, grades, part.anchor, lead, number)
            row["page"] = part.page
            row["links"] = list(links_in(part, report))
            if more:
                row["more"] = more
            if breaks := breaks_in(part):
                row["breaks"] = breaks
            if items := list(item_anchors(part)):
                row["items"] = items
            yield row


def links_in(part: Paragraph | Block, report: Report) -> Iterator[Json]:
    """The links of a block to other places of the site and to legislation."""
    for spans in block_spans(part):
        for span in spans:
            law = span.href if span.href.startswith(acts.SITE) else ""
            if span.href and (place := law or place_of(report, span.href)):
                yield {"to": place, "text": span.text}


def own_text(part: Paragraph | Block) -> tuple[str, str]:
    """A paragraph's running text, and what stands under labels inside it ("Within three months:")."""
    if not isinstance(part, Paragraph):
        return block_text(part), ""
    cut = next((at for at, block in enumerate(part.blocks) if isinstance(block, Label)), len(part.blocks))
    lead, more = (" ".join(map(block_text, blocks)) for blocks in (part.blocks[:cut], part.blocks[cut:]))
    return lead, " ".join(more.split())


def breaks_in(part: Paragraph | Block) -> list[int]:
    """Where in a paragraph's running text its further blocks, list items and lines begin."""
    blocks = part.blocks if isinstance(part, Paragraph) else (part,)
    lead = takewhile(lambda block: not isinstance(block, Label), blocks)
    pieces = [" ".join(piece.split()) for block in lead for piece in pieces_of(block)]
    lengths = [len(piece) + 1 for piece in pieces if piece]
    return list(accumulate(lengths))[:-1]


def pieces_of(block: Block) -> Iterator[str]:
    """The text of a block, each item of a list and each line by itself."""
    if isinstance(block, ItemList | Lines):
        yield from (plain(spans) for spans in block_spans(block))
    else:
        yield block_text(block)


def block_data(
    report: Report,
    corpus: Corpus,
    section: Section,
    grades: Mapping[str, str],
    anchor: str,
    text: str,
    number: str | None,
) -> Json:
    return {
        "number": number,
        "anchor": anchor,
        "section": section.anchor,
        "grade": grades.get(section.anchor),
        "text": " ".join(text.split()),
        "themes": list(corpus.themes.get((report.id, anchor), ())),
        "page": None,
        "links": [],
    }


def item_anchors(part: object) -> Iterator[str]:
    blocks = part.blocks if isinstance(part, Paragraph) else (part,)
    for block in blocks:
        if isinstance(block, ItemList):
            yield from (item.anchor for item in block.items)


def word_data(count: WordCount | None) -> Json | None:
    """What became of the words of a source's file."""
    return {"all": count.all, "left_out": dict(count.left_out), "lost": count.lost} if count else None


def iso(value: object) -> str | None:
    return value.isoformat() if hasattr(value, "isoformat") else None
