"""What the words of one document say of other places: a pure function of it, so that workers can do it beforehand.

Which place is meant, if any is held, `numbered` and `inspections` say with the whole corpus at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from converter.groups import Pattern
from converter.heard import IN_AGENDA, IN_NOTES, Heard, HeardRun, Inspected, Numbered
from converter.link.legislation import found_in
from converter.link.references.instep import in_step
from converter.link.references.spans import part_runs
from converter.model import Report, Section, in_force, plain
from converter.profiles import Profile, profile_named
from converter.recognise.authority import known_authorities
from converter.recognise.mentions import mentions

PACK = "committee-pack"
PARAGRAPHS = "paragraphs"
KINDS = {"report", "item"}  # of documents, whose words are looked at
SILENT_ROLES = {"meaning", "closing"}  # of sections that speak of no inspection
NUMBER = re.compile(r"\d+(?:\.\d+)*")


def heard_in(report: Report) -> Heard:
    """What a document's words say of other places, by the patterns of its framework."""
    if report.kind not in KINDS:
        return Heard()
    patterns = profile_of(report).lists["mentions"]
    heard = tuple(run for run in runs_of(report, patterns) if run.numbered or run.inspected or run.laws)
    return Heard(heard, in_step(report, list(cited(heard))))


def profile_of(report: Report) -> Profile:
    """The profile whose patterns find what a document refers to."""
    return profile_named(PACK if report.kind == "item" else report.framework)


def runs_of(report: Report, patterns: Sequence[Pattern]) -> Iterator[HeardRun]:
    """Every run of text that may hold references, in reading order, the footnotes last."""
    for part, item in enumerate(report.agenda):
        yield run_of(IN_AGENDA, part, "", plain(item.text), patterns)
    areas = in_force(report.sections, lambda section: section.area)
    for at, section in enumerate(report.sections):
        yield from runs_in(section, at, patterns, areas)
    for part, note in enumerate(report.footnotes):
        text = plain(note.spans)
        yield HeardRun(IN_NOTES, part, "", text, laws=tuple(found_in(text)))


def runs_in(section: Section, at: int, patterns: Sequence[Pattern], areas: Mapping[str, str]) -> Iterator[HeardRun]:
    """The runs of a section, those of one that is silent without inspections."""
    area, silent = areas.get(section.anchor, ""), section.role in SILENT_ROLES
    for number, part in enumerate(section.content):
        for here, spans in part_runs(part):
            text = plain(spans)
            yield run_of(at, number, here, text, patterns, () if silent else inspected_in(text, area))


def run_of(
    section: int, part: int, here: str, text: str, patterns: Sequence[Pattern], inspected: Iterable[Inspected] = ()
) -> HeardRun:
    numbered, laws = tuple(numbered_in(text, patterns)), tuple(found_in(text))
    return HeardRun(section, part, here, text, numbered, tuple(inspected), laws)


def inspected_in(text: str, area: str) -> Iterator[Inspected]:
    """Every mention of an inspection in a text."""
    for mention in mentions(text):
        yield Inspected(mention, other_place(mention.whose), area)


def other_place(words: str) -> str:
    """The authority that words such as "the inspection of Norbury" name, empty where they name none."""
    found = places().search(words)
    return known_authorities()[found[1].lower().replace(" ", "-")].slug if found else ""


@lru_cache(maxsize=1)
def places() -> re.Pattern[str]:
    """The name of a known authority after "in", "of" or "for", as names are printed."""
    names = {one.name for slug, one in known_authorities().items() if one.name.lower().replace(" ", "-") == slug}
    return re.compile(rf"\b(?:in|of|for) (?:the )?({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")


def numbered_in(text: str, patterns: Iterable[Pattern]) -> Iterator[Numbered]:
    """Each thing that a text names by a number or a name, pattern by pattern."""
    for pattern in patterns:
        for match in pattern.regex.finditer(text):
            kind = str(pattern.means["to"])
            for start, end in named(kind, match):
                yield Numbered(kind, start, end, *match.span())


def named(kind: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where each thing that a match names stands; a list of paragraphs names several."""
    if kind != PARAGRAPHS:
        yield match.span("value")
    else:
        yield from (number.span() for number in NUMBER.finditer(match.string, *match.span("value")))


def cited(heard: Iterable[HeardRun]) -> Iterator[tuple[str, str]]:
    """Each text that cites paragraphs of its report, with the anchor of each."""
    for run in heard:
        for one in run.numbered:
            if one.kind == PARAGRAPHS:
                yield run.text, f"p{run.text[one.start : one.end].lower()}"
