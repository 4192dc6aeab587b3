"""One inspection report: its front page, its body, and what both say."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from converter.model import (
    Footnote,
    Judgement,
    LeftOut,
    Line,
    Report,
    Source,
    SourceRef,
)
from converter.profiles import Profile
from converter.recognise.account import held_words, words
from converter.recognise.anchors import with_anchors
from converter.recognise.authority import free_slug, slugify
from converter.recognise.boxes import without_titles
from converter.recognise.contents import key, take_contents
from converter.recognise.corrections import corrected_cover, corrected_judgements
from converter.recognise.cover import Cover, read_cover
from converter.recognise.footnotes import take_footnotes
from converter.recognise.front import front_blocks
from converter.recognise.grades import cell_grade
from converter.recognise.headings import known_heading
from converter.recognise.judgements import judgements_of
from converter.recognise.quality import damage
from converter.recognise.recommendations import recommendations_of
from converter.recognise.reflow import reflow
from converter.recognise.structure import sections_of, short_slug
from converter.sidecars import NOTHING, Sidecar

NO_PLACE = "other"
COVER_LINES = 30
LONGEST_NAME = 80
FACTS = ("cover.dates", "cover.inspector", "cover.published", "cover.authority", "cover.other", "front")


@dataclass(frozen=True, slots=True)
class Parts:
    """A document's lines parted into front page and body."""

    front: tuple[Line, ...]
    body: tuple[Line, ...]
    entries: tuple[str, ...]
    footnotes: tuple[Footnote, ...]
    left_out: tuple[LeftOut, ...]


def inspection_report(source: Source, lines: Sequence[Line], profile: Profile, sidecar: Sidecar = NOTHING) -> Report:
    """The report in `lines` of `source`; its address is set from authority, month and framework."""
    parts = part(source.form, lines, profile)
    cover = read_cover(parts.front or parts.body[: 1 if profile.of_place else COVER_LINES], parts.body, profile)
    cover = corrected_cover(replace(cover, title=cover.title or Path(source.file).stem), sidecar)
    sections = sections_of(parts.body, profile, parts.entries)
    judgements = corrected_judgements(judgements_of(parts.front, sections, profile), sidecar)
    anchored = with_anchors(sections, [row.anchor for row in judgements])
    problems = damage(anchored, profile)
    report = Report(
        id=address(cover, profile),
        kind="report",
        framework=profile.slug,
        title=page_title(cover, profile),
        printed_title=cover.title,
        short=short_name(cover),
        authority=cover.authority,
        sources=(SourceRef(source.file, source.sha256, pages=page_range(lines)),),
        start=cover.start,
        end=cover.end,
        published=cover.published,
        month=cover.month,
        publisher=cover.publisher,
        licence=cover.licence,
        lead_inspector=cover.lead_inspector,
        judgements=judgements,
        front=front_blocks(parts.front, profile),
        sections=anchored,
        footnotes=parts.footnotes,
        recommendations=recommendations_of(anchored, profile),
        problems=(*problems, *missing(cover, profile), *unjudged(judgements, cover, profile)),
        damaged=bool(problems),
        left_out=parts.left_out,
    )
    return replace(report, words_kept=share_kept(lines, report))


def part(form: str, lines: Sequence[Line], profile: Profile) -> Parts:
    """Contents list and footnotes taken out, wrapped lines put together, the front page split off.

    Where pages are known, notes go first: what they stand between is one paragraph.
    """
    rest, entries, left_out = take_contents(lines)
    if not rest:
        return Parts((), (), entries, (), left_out)
    cut = next((at for at, (a, b) in enumerate(zip(lines, rest, strict=False)) if a is not b), len(rest))
    start = rest[cut].line if cut < len(rest) else rest[-1].line + 1
    keys = {key(entry) for entry in entries}
    footnotes: tuple[Footnote, ...] = ()
    if form == "pdf":
        rest, footnotes = take_footnotes(rest)
    if form != "text":
        front = [line for line in rest if line.line < start]
        rest = (*reflow(front, profile, keys), *reflow(rest[len(front) :], profile, keys))
    if form != "pdf":
        rest, footnotes = take_footnotes(rest)
    split = sum(line.line < start for line in rest) if entries else front_length(rest, profile, keys)
    body, titles = without_titles(rest[split:], profile, keys)
    return Parts(rest[:split], body, entries, footnotes, (*left_out, *titles))


def front_length(lines: Sequence[Line], profile: Profile, entries: Collection[str]) -> int:
    """How many lines the front page has where no list of contents ends it."""
    end = next((at for at, line in enumerate(lines) if ends_front(line, profile, entries)), len(lines))
    last = next((at + 1 for at, line in enumerate(lines[:end]) if profile.first("recognise", line.text.strip())), 0)
    for at, line in enumerate(lines[:end]):
        if (profile.judges and any(cell_grade(cell) for cell in line.cells)) or is_fact(line, profile):
            last = max(last, at + 1)
    return last


def ends_front(line: Line, profile: Profile, entries: Collection[str]) -> bool:
    """Whether the body has begun: with a heading, a sentence that names the dates, or the end of a letter."""
    text = " ".join(line.text.split())
    if known_heading(line, profile, entries):
        return not profile.first("front", line.text.strip())
    dates = profile.first("cover.dates", text)
    if dates and dates[0].where == "text":
        return True
    return profile.letter and profile.first("closing", text) is not None


def is_fact(line: Line, profile: Profile) -> bool:
    """Whether a line only states a fact; a sentence that names one does not."""
    text = " ".join(line.text.split())
    found = [hit[0] for name in FACTS if len(text) < 160 and (hit := profile.first(name, text))]
    return any(pattern.where != "text" for pattern in found)


def address(cover: Cover, profile: Profile) -> str:
    """`essex/2014-02-sif`: the authority and the month in which the inspection ended.

    A report about no authority has its publisher in the authority's place, its title in the framework's and
    the month in which it was published; so has one of no known framework, as far as it is known. Nothing
    depends on the file, so that a better copy has the same address.
    """
    if not profile.of_place:
        place = free_slug(cover.publisher) or NO_PLACE
        name = short_slug(cover.title, LONGEST_NAME)
    else:
        place = cover.authority.slug if cover.authority else slugify(profile.publisher) or NO_PLACE
        name = profile.slug if profile.recognised else short_slug(cover.title)
    when = cover.end or cover.published
    month = f"{when:%Y-%m}" if when else cover.month
    return f"{place}/{month}-{name}" if month else f"{place}/{name}"


def page_title(cover: Cover, profile: Profile) -> str:
    """A title that tells reports apart in a tab or a list of results."""
    if not profile.of_place:
        return cover.title if cover.publisher in cover.title else f"{cover.publisher}: {cover.title}"
    place = cover.authority.name if cover.authority else cover.title
    when = f", {cover.end:%B %Y}" if cover.end else ""
    return f"{place}: {profile.short}{when}" if profile.recognised else f"{place}{when}"


def short_name(cover: Cover) -> str:
    """The name of a report in references: its authority or publisher, and its year."""
    when = cover.end or cover.published
    name = cover.authority.name if cover.authority else cover.publisher or cover.title
    return f"{name} {when.year if when else cover.month[:4]}".strip()


def page_range(lines: Sequence[Line]) -> tuple[int, int] | None:
    pages = [line.page for line in lines if line.page]
    return (min(pages), max(pages)) if pages else None


def missing(cover: Cover, profile: Profile) -> list[str]:
    """What every report of the framework prints and this one does not."""
    if not profile.of_place:
        return []
    facts = {"authority": cover.authority, "inspection dates": cover.end, "lead inspector": cover.lead_inspector}
    expected = [name for name in facts if profile.recognised and name not in profile.optional]
    return [f"no {name} found" for name in expected if facts[name] is None]


def unjudged(judgements: Sequence[Judgement], cover: Cover, profile: Profile) -> list[str]:
    """What the framework judges at that time and this report does not, as far as it was found."""
    if not profile.lists["areas"] or not profile.recognised:
        return []
    if not judgements:
        return ["no judgement found"]
    began = cover.start.isoformat() if cover.start else ""
    expected = began and any(area.area == "overall" and area.alone(began) for area in profile.judged)
    if expected and all(row.area != "overall" for row in judgements):
        return ["no overall judgement found"]
    return []


def share_kept(lines: Sequence[Line], report: Report) -> float:
    """The share of the source's words that the report holds or lists as left out, 1.0 for all."""
    source = words(line.text for line in lines)
    total, lost = source.total(), (source - held_words([report], report.left_out)).total()
    return round(1 - lost / total, 4) if total else 1.0
